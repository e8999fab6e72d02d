package org.goodword.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.goodword.platform.Platform;
import org.goodword.sandbox.OpenApi.Findings;
import org.goodword.sandbox.Overheard.Exchange;
import org.goodword.sandbox.wire.Call;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox answers and what our client asks, held against X's own OpenAPI file. The file is X's and no part of this
 * project: it lies beside it, or where {@code -Dx.openapi=FILE} says, and without it there is nothing to hold them against.
 */
class OpenApiTest {
    private static final Path FILE = Path.of(System.getProperty("x.openapi", "../shared/x-openapi.json"));

    private static final String MISSING = "X's OpenAPI file is not at " + FILE
            + ", so nothing was held against it; -Dx.openapi=FILE says where it is";

    /** Calls that X has and its file has not; words, names and problems that differ. No more may come unnoticed. */
    private static final Set<String> LEFT_OUT_OF_ANSWERS = Set.of(
            "GET /i/oauth2/authorize: the file has no such call",
            "GET /oauth/authenticate: the file has no such call",
            "GET /oauth/authorize: the file has no such call",
            "POST /2/oauth2/revoke: the file has no such call",
            "POST /2/oauth2/token: the file has no such call",
            "POST /i/oauth2/authorize: the file has no such call",
            "POST /oauth/access_token: the file has no such call",
            "POST /oauth/authorize: the file has no such call",
            "POST /oauth/request_token: the file has no such call",
            "a 404 with nothing in it: the file describes a body",
            "errors[] of the problem https://api.x.com/2/problems/invalid-request: the file knows no such field",
            "format double: the validator does not apply it",
            "format int32: the validator does not apply it",
            "format int64: the validator does not apply it",
            "headers: the file describes none",
            "the name edit_history_tweet_ids: the file says edit_history_post_ids",
            "the name note_tweet: the file says note_post",
            "the name referenced_tweets: the file says referenced_posts",
            "the name retweet_count: the file says repost_count",
            "the name tweet_count: the file says post_count",
            "the problem about:blank: the file knows no such type; its other fields are checked",
            "the problem https://api.x.com/2/problems/credits: the file knows no such type; its other fields are"
                    + " checked",
            "the problem https://api.x.com/2/problems/unsupported-authentication: the file knows no such type; its other"
                    + " fields are checked");

    private static final Set<String> LEFT_OUT_OF_REQUESTS = Set.of(
            "format int32: the validator does not apply it",
            "post.fields=author_id: the file's posts have it, its list lacks it",
            "post.fields=edit_history_post_ids: the file's posts have it, its list lacks it",
            "post.fields=in_reply_to_user_id: the file's posts have it, its list lacks it",
            "post.fields=referenced_posts: the file's posts have it, its list lacks it",
            "the name edit_history_tweet_ids: the file says edit_history_post_ids",
            "the name note_tweet: the file says note_post",
            "the name referenced_tweets: the file says referenced_posts",
            "the name tweet.fields: the file says post.fields");

    /** Where an answer could say anything without its being noticed, since the file asks for nothing there. */
    private static final Set<String> OPEN_PLACES = Set.of(
            "data/non_public_metrics/impression_count",
            "data/non_public_metrics/user_profile_clicks",
            "data[]/non_public_metrics/impression_count",
            "data[]/non_public_metrics/user_profile_clicks",
            "errors[]/message",
            "errors[]/parameters/ids[]",
            "errors[]/parameters/max_results[]",
            "errors[]/parameters/query[]",
            "errors[]/parameters/tweets[]",
            "errors[]/parameters/usernames[]");

    private static List<Exchange> byHand = List.of();
    private static List<Exchange> byClient = List.of();
    private static Set<String> platformCalls = Set.of();
    private static OpenApi openApi = new OpenApi("{}", "");

    @BeforeAll
    static void overhear() throws IOException {
        if (!Files.exists(FILE)) {
            System.out.println(MISSING);
            return;
        }
        try (var talk = new Conversation()) {
            talk.byHand();
            byHand = talk.exchanges();
            platformCalls = talk.byClient();
            byClient = talk.exchanges().subList(byHand.size(), talk.exchanges().size());
            openApi = new OpenApi(Files.readString(FILE, UTF_8), talk.appBearer());
        }
    }

    /** For each test by itself: a class that is skipped as a whole is not among those that were counted as skipped. */
    @BeforeEach
    void theFileIsThere() {
        assumeTrue(Files.exists(FILE), MISSING);
    }

    private static List<Exchange> all() {
        return Stream.concat(byHand.stream(), byClient.stream()).toList();
    }

    private static List<String> faults(Stream<Findings> findings) {
        return findings.flatMap(each -> each.faults().stream()).distinct().toList();
    }

    private static Set<String> leftOut(String of, Stream<Findings> findings) {
        var leftOut = findings.flatMap(each -> each.leftOut().stream()).collect(toCollection(TreeSet::new));
        System.out.println("Held against X's OpenAPI file, left out of " + of + ":");
        leftOut.forEach(each -> System.out.println("  " + each));
        return leftOut;
    }

    private static Set<Call> calls(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(Exchange::succeeded)
                .flatMap(each -> Call.of(each.method(), each.path()).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Call.class)));
    }

    @Test
    void everyCallOfTheSandboxAndOfTheClientWasMade() {
        var ofPlatform = Stream.of(Platform.class.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .map(java.lang.reflect.Method::getName)
                .collect(toSet());

        assertThat(calls(byHand)).isEqualTo(EnumSet.allOf(Call.class));
        assertThat(calls(byClient)).isEqualTo(EnumSet.complementOf(EnumSet.of(Call.ONE_POST, Call.SEARCH)));
        assertThat(platformCalls).isEqualTo(ofPlatform);
        assertThat(byHand.stream().map(Exchange::status)).contains(200, 201, 302, 400, 401, 402, 403, 404, 429);
        assertThat(byClient.stream().map(Exchange::status)).containsOnly(200, 201);
    }

    @Test
    void theSandboxAnswersAsTheFileSays() {
        assertThat(faults(all().stream().map(openApi::answer))).isEmpty();
        assertThat(leftOut("answers", all().stream().map(openApi::answer)))
                .isEqualTo(new TreeSet<>(LEFT_OUT_OF_ANSWERS));
    }

    @Test
    void theClientAsksAsTheFileSays() {
        assertThat(faults(byClient.stream().map(openApi::request))).isEmpty();
        assertThat(leftOut("requests", byClient.stream().map(openApi::request)))
                .isEqualTo(new TreeSet<>(LEFT_OUT_OF_REQUESTS));
    }

    @Test
    void noAnswerCanBeOfAnotherKindUnnoticed() {
        var open = new TreeSet<String>();
        var tried = new HashSet<String>();
        for (var exchange : all()) {
            if (exchange.answered().body().startsWith("{")
                    && Call.of(exchange.method(), exchange.path()).isPresent()) {
                open.addAll(unnoticed(exchange, tried));
            }
        }

        System.out.println("Places where an answer could say anything: " + open);
        assertThat(open).isEqualTo(new TreeSet<>(OPEN_PLACES));
    }

    /** The places of the answer at which a number for a text, or a text for anything else, is no fault; each tried once. */
    private static Set<String> unnoticed(Exchange exchange, Set<String> tried) {
        var body = JsonMapper.shared().readTree(exchange.answered().body());
        var answer = Call.of(exchange.method(), exchange.path()) + " " + exchange.status() + " ";
        return leaves(body, JsonPointer.empty()).stream()
                .filter(leaf -> tried.add(answer + place(leaf)))
                .filter(leaf -> openApi.answer(
                                exchange.answering(broken(body, leaf).toString()))
                        .faults()
                        .isEmpty())
                .map(OpenApiTest::place)
                .collect(toSet());
    }

    private static String place(JsonPointer leaf) {
        return leaf.toString().replaceAll("/[0-9]+", "[]").substring(1);
    }

    private static List<JsonPointer> leaves(JsonNode node, JsonPointer at) {
        var leaves = new ArrayList<JsonPointer>();
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                leaves.addAll(leaves(node.path(i), at.appendIndex(i)));
            }
        } else if (node.isObject()) {
            node.forEachEntry((name, value) -> leaves.addAll(leaves(value, at.appendProperty(name))));
        } else {
            leaves.add(at);
        }
        return leaves;
    }

    private static JsonNode broken(JsonNode body, JsonPointer leaf) {
        var copy = body.deepCopy();
        var nodes = JsonMapper.shared().getNodeFactory();
        var wrong = body.at(leaf).isString() ? nodes.numberNode(7) : nodes.stringNode("seven");
        var parent = copy.at(leaf.head());
        if (parent instanceof ObjectNode object) {
            object.set(leaf.last().getMatchingProperty(), wrong);
        } else if (parent instanceof ArrayNode list) {
            list.set(leaf.last().getMatchingIndex(), wrong);
        }
        return copy;
    }
}
