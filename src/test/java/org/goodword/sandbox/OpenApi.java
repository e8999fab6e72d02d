package org.goodword.sandbox;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.goodword.sandbox.OpenApiFile.Operation;
import org.goodword.sandbox.OpenApiFile.Part;
import org.goodword.sandbox.Overheard.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * X's published description of its API, held against what went over the wire. Stricter than the file itself: a name in an
 * answer that the file does not know is a fault, though the file would let it pass.
 */
final class OpenApi {
    /** What the file calls by a newer name than X's documents and servers do. */
    private static final Map<String, String> NEWER = Map.of(
            "tweet.fields", "post.fields",
            "retweet_count", "repost_count",
            "tweet_count", "post_count",
            "referenced_tweets", "referenced_posts",
            "edit_history_tweet_ids", "edit_history_post_ids",
            "note_tweet", "note_post");

    /** Fields that the file's posts have, but that its list of what can be asked for lacks. */
    private static final Set<String> NOT_TO_BE_ASKED =
            Set.of("author_id", "referenced_posts", "in_reply_to_user_id", "edit_history_post_ids");

    private static final String PROBLEMS = "https://api.x.com/2/problems/";
    /** Problems that X gives and its file does not know. */
    private static final Set<String> OTHER_PROBLEMS =
            Set.of("about:blank", PROBLEMS + "credits", PROBLEMS + "unsupported-authentication");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Faults, and what could not be checked. */
    record Findings(List<String> faults, Set<String> leftOut) {
        Findings() {
            this(new ArrayList<>(), new TreeSet<>());
        }
    }

    private final OpenApiFile file;
    private final String appBearer;

    /** @param appBearer what the app itself sends, to be told from what an account sends */
    OpenApi(String text, String appBearer) {
        this.file = new OpenApiFile(text);
        this.appBearer = appBearer;
    }

    Findings answer(Exchange exchange) {
        var findings = new Findings();
        file.operation(exchange.method(), exchange.path())
                .ifPresentOrElse(
                        operation -> answer(operation, exchange, findings),
                        () -> findings.leftOut().add(call(exchange) + ": the file has no such call"));
        return findings;
    }

    Findings request(Exchange exchange) {
        var findings = new Findings();
        file.operation(exchange.method(), exchange.path())
                .ifPresentOrElse(
                        operation -> request(operation, exchange, findings),
                        () -> findings.leftOut().add(call(exchange) + ": the file has no such call"));
        return findings;
    }

    private static String call(Exchange exchange) {
        return exchange.method() + " " + exchange.path();
    }

    // --- what was answered

    private void answer(Operation operation, Exchange exchange, Findings findings) {
        var name = operation.name() + " answers " + exchange.status();
        var responses = operation.part().node().path("responses");
        var key = String.valueOf(exchange.status());
        if (!responses.has(key) && exchange.succeeded()) {
            findings.faults().add(name + ", the file knows " + responses.propertyNames());
            return;
        }
        var response = new Part(
                responses.path(responses.has(key) ? key : "default"),
                operation.part().pointer() + "/responses/" + (responses.has(key) ? key : "default"));
        if (exchange.succeeded()) {
            authorization(operation, exchange, findings);
        }
        if (response.node().has("headers")) {
            findings.faults().add(name + ": the file describes headers, which nobody checks yet");
        } else if (exchange.answered().headers().keySet().stream().anyMatch(each -> each.contains("-limit-"))) {
            findings.leftOut().add("headers: the file describes none");
        }
        if (exchange.answered().body().isEmpty() && exchange.status() == 404) {
            findings.leftOut().add("a 404 with nothing in it: the file describes a body");
            return;
        }
        if (exchange.answered().body().isEmpty()) {
            findings.faults().add(name + ": its body is empty");
            return;
        }
        body(name, exchange, response, findings);
    }

    private void body(String name, Exchange exchange, Part response, Findings findings) {
        var type = mediaType(exchange.answered());
        if (!response.node().path("content").has(type)) {
            findings.faults()
                    .add(name + " as \"" + type + "\", the file knows "
                            + response.node().path("content").propertyNames());
            return;
        }
        try {
            var body = newer(JSON.readTree(exchange.answered().body()), findings);
            if (type.equals("application/problem+json")) {
                problem(name, exchange.status(), body, findings);
            } else {
                validate(name, file.schema(content(response, type)), body, findings);
            }
        } catch (JacksonException e) {
            findings.faults().add(name + " with what is not JSON: " + e.getOriginalMessage());
        }
    }

    private void problem(String name, int status, JsonNode problem, Findings findings) {
        var type = problem.path("type").asString("");
        if (problem instanceof ObjectNode fields && OTHER_PROBLEMS.contains(type)) {
            findings.leftOut()
                    .add("the problem " + type + ": the file knows no such type; its other fields are checked");
            fields.put("type", PROBLEMS + "internal-error");
        }
        if (problem instanceof ObjectNode fields && type.equals(PROBLEMS + "invalid-request") && fields.has("errors")) {
            findings.leftOut().add("errors[] of the problem " + type + ": the file knows no such field");
            fields.remove("errors");
        }
        if (problem.has("status") && problem.path("status").asInt(0) != status) {
            findings.faults().add(name + " and says " + problem.path("status"));
        }
        validate(name, file.schema("/components/schemas/Problem"), problem, findings);
    }

    private static String mediaType(Overheard.Message message) {
        return message.header("content-type").split(";", 2)[0];
    }

    // --- what was asked

    private void request(Operation operation, Exchange exchange, Findings findings) {
        authorization(operation, exchange, findings);
        var parameters = file.parameters(operation);
        operation
                .pathValues()
                .forEach((name, value) -> parameter(operation, parameters, "path", name, value, findings));
        var query = query(exchange, findings);
        query.forEach((name, value) -> parameter(operation, parameters, "query", name, value, findings));
        for (var each : parameters) {
            var name = each.node().path("name").asString();
            if (each.node().path("required").asBoolean(false)
                    && !query.containsKey(name)
                    && !operation.pathValues().containsKey(name)) {
                findings.faults().add(operation.name() + " is asked without " + name);
            }
        }
        askedBody(operation, exchange, findings);
    }

    private static Map<String, String> query(Exchange exchange, Findings findings) {
        var query = new HashMap<String, String>();
        exchange.query().stream().flatMap(all -> Stream.of(all.split("&"))).forEach(pair -> {
            var two = pair.split("=", 2);
            query.put(newer(OpenApiFile.decoded(two[0]), findings), OpenApiFile.decoded(two[1]));
        });
        return query;
    }

    private void parameter(
            Operation operation, List<Part> known, String where, String name, String value, Findings findings) {
        known.stream()
                .filter(each -> each.node().path("in").asString().equals(where)
                        && each.node().path("name").asString().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        parameter -> validate(
                                operation.name() + " asked with " + name,
                                file.schema(parameter.pointer() + "/schema"),
                                value(parameter, name, value, findings),
                                findings),
                        () -> findings.faults()
                                .add(operation.name() + " is asked with " + name + ", unknown to the file"));
    }

    private JsonNode value(Part parameter, String name, String text, Findings findings) {
        var type = file.resolved(new Part(parameter.node().path("schema"), parameter.pointer() + "/schema"))
                .node()
                .path("type")
                .asString();
        if (type.equals("array")) {
            var list = JSON.createArrayNode();
            for (var each : text.split(",", -1)) {
                var value = newer(each, findings);
                if (name.equals("post.fields") && NOT_TO_BE_ASKED.contains(value)) {
                    findings.leftOut().add("post.fields=" + value + ": the file's posts have it, its list lacks it");
                } else {
                    list.add(value);
                }
            }
            return list;
        }
        return type.equals("integer") && text.matches("-?[0-9]{1,9}")
                ? JSON.getNodeFactory().numberNode(Integer.parseInt(text))
                : JSON.getNodeFactory().stringNode(text);
    }

    private void askedBody(Operation operation, Exchange exchange, Findings findings) {
        var name = operation.name() + " is asked with a body";
        var body = exchange.asked().body();
        var content = operation.part().node().path("requestBody").path("content");
        var type = mediaType(exchange.asked());
        if (body.isEmpty()) {
            if (!content.isMissingNode()) {
                findings.faults().add(operation.name() + " is asked without a body");
            }
            return;
        }
        if (!content.has(type)) {
            findings.faults().add(name + " of \"" + type + "\", the file knows " + content.propertyNames());
            return;
        }
        var part = new Part(
                operation.part().node().path("requestBody"), operation.part().pointer() + "/requestBody");
        validate(name, file.schema(content(part, type)), JSON.readTree(body), findings);
    }

    private void authorization(Operation operation, Exchange exchange, Findings findings) {
        var sent = exchange.asked().header("authorization");
        var scheme = sent.startsWith("OAuth ")
                ? "UserToken"
                : sent.equals("Bearer " + appBearer) ? "BearerToken" : "OAuth2UserToken";
        var known = new TreeSet<String>();
        operation.part().node().path("security").forEach(each -> known.addAll(each.propertyNames()));
        if (!known.contains(scheme)) {
            findings.faults().add(operation.name() + " works with " + scheme + ", the file says " + known);
        }
    }

    // --- names and schemas

    private static String newer(String name, Findings findings) {
        var newer = NEWER.getOrDefault(name, name);
        if (!newer.equals(name)) {
            findings.leftOut().add("the name " + name + ": the file says " + newer);
        }
        return newer;
    }

    private static JsonNode newer(JsonNode node, Findings findings) {
        if (node.isArray()) {
            var list = JSON.createArrayNode();
            node.forEach(each -> list.add(newer(each, findings)));
            return list;
        }
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.forEachEntry((name, value) -> object.set(newer(name, findings), newer(value, findings)));
            return object;
        }
        return node;
    }

    private static String content(Part part, String type) {
        return part.pointer() + "/content/" + OpenApiFile.escaped(type) + "/schema";
    }

    private void validate(String name, Schema schema, JsonNode value, Findings findings) {
        schema.validate(value)
                .forEach(error ->
                        findings.faults().add(name + ": " + error.getInstanceLocation() + " " + error.getMessage()));
        file.ignored(schema).forEach(word -> findings.leftOut().add(word + ": the validator does not apply it"));
    }
}
