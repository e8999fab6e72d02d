package org.goodword.platform.x;

import static org.goodword.platform.Outcome.Scope.SIGN_IN;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;
import tools.jackson.databind.JsonNode;

/**
 * X's v2 calls, as many as Goodword needs. Safe for many threads. A write is sent once, whatever becomes of it; reads of the
 * app's own go by its bearer token where there is one, else by the sign-in of {@link SignIns#reader}.
 */
public final class XClient implements Platform, AutoCloseable {
    /** X takes so many ids or names in one call. */
    private static final int MOST = 100;

    private static final String ME = "/2/users/me";
    private static final String USERS = "/2/users/by";
    private static final String POSTS = "/2/tweets";
    private static final String TIMELINE = "/2/users/:id/tweets";
    private static final String REPOSTS = "/2/users/:id/retweets";

    private final XApp app;
    private final SignIns signIns;
    private final Signing signing;
    private final Exchange exchange;

    public XClient(XApp app, SignIns signIns, InstantSource clock) {
        this(app, signIns, clock, Wire.Patience.USUAL);
    }

    XClient(XApp app, SignIns signIns, InstantSource clock, Wire.Patience patience) {
        this.app = app;
        this.signIns = signIns;
        this.signing = new Signing(app);
        this.exchange = new Exchange(new Wire(app, patience), clock);
    }

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        if (handles.isEmpty()) {
            return new Done<>(Profiles.NONE);
        }
        var names = handles.stream().map(Handle::name).collect(Collectors.joining(","));
        checkMost(handles.size());
        return byApp(
                Ask.get(USERS, USERS, query("usernames", names, "user.fields", Shapes.USER_FIELDS)),
                answer -> Shapes.profiles(answer, handles));
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        var ask = Ask.get(ME, ME, query("user.fields", Shapes.USER_FIELDS));
        return by(voice, ask, answer -> Shapes.profile(answer.path("data")));
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        var query = query("exclude", "replies,retweets");
        // X lets since_id win over start_time; without either it would send, and bill, the whole timeline
        after.ifPresentOrElse(
                id -> query.put("since_id", id.value()), () -> query.put("start_time", wholeSecond(notBefore)));
        // quotes cannot be excluded: they are billed like the rest, and so must be seen by the meter
        return pages(author, query, notBefore, this::byApp);
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        var query = query("start_time", wholeSecond(since));
        // her own sign-in shows a protected timeline as well; any other shows one that is public
        var own = signIns.of(voice.handle()).isPresent() && !signIns.isTurnedAway(voice.handle());
        return pages(voice, query, since, own ? (ask, reader) -> by(voice.handle(), ask, reader) : this::byApp);
    }

    private Outcome<List<Post>> pages(Account account, Map<String, String> query, Instant since, Pages.Reader reader) {
        query.put("max_results", String.valueOf(PAGE));
        query.put("tweet.fields", Shapes.POST_FIELDS);
        var path = "/2/users/" + Ask.encoded(account.id()) + "/tweets";
        return new Pages(account, since, reader).read(token -> {
            token.ifPresent(next -> query.put("pagination_token", next));
            return Ask.get(TIMELINE, path, query);
        });
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        if (ids.isEmpty()) {
            return new Done<>(new Batch(Map.of(), Map.of()));
        }
        checkMost(ids.size());
        var joined = ids.stream().map(PostId::value).collect(Collectors.joining(","));
        return byApp(Ask.get(POSTS, POSTS, query("ids", joined, "tweet.fields", Shapes.POST_FIELDS)), Shapes::batch);
    }

    @Override
    public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
        var body = new LinkedHashMap<String, Object>();
        body.put("text", text);
        if (paidPartnership) {
            body.put("paid_partnership", true);
        }
        var ask = Ask.post(POSTS, POSTS, Json.write(body));
        return by(voice.handle(), ask, answer -> new PostId(Shapes.needed(answer.path("data"), "id")));
    }

    @Override
    public Outcome<PostId> repost(Account voice, PostId post) {
        var ask = Ask.post(REPOSTS, reposts(voice), Json.write(Map.of("tweet_id", post.value())));
        return by(voice.handle(), ask, answer -> {
            if (answer.isMissingNode()) {
                return post;
            }
            expect(answer, "retweeted", true);
            var own = Json.text(answer.path("data"), "rest_id");
            return own.isEmpty() ? post : new PostId(own);
        });
    }

    @Override
    public Outcome<PostId> delete(Account voice, PostId own) {
        var ask = Ask.delete(POSTS + "/:id", POSTS + "/" + Ask.encoded(own.value()));
        return by(voice.handle(), ask, answer -> {
            expect(answer, "deleted", true);
            return own;
        });
    }

    @Override
    public Outcome<PostId> undoRepost(Account voice, PostId source) {
        var ask = Ask.delete(REPOSTS + "/:id", reposts(voice) + "/" + Ask.encoded(source.value()));
        return by(voice.handle(), ask, answer -> {
            expect(answer, "retweeted", false);
            return source;
        });
    }

    @Override
    public void close() {
        exchange.close();
    }

    private static String reposts(Account voice) {
        return "/2/users/" + Ask.encoded(voice.id()) + "/retweets";
    }

    private static void expect(JsonNode answer, String field, boolean value) {
        var said = answer.path("data").path(field);
        if (!answer.isMissingNode() && !(said.isBoolean() && said.asBoolean() == value)) {
            throw new Shapes.Unreadable("not " + field + "=" + value);
        }
    }

    private <T> Outcome<T> byApp(Ask ask, Function<JsonNode, T> reader) {
        return app.bearer().isSet() ? byBearer(ask, reader) : byReader(ask, reader);
    }

    /** A token that is turned away twice running is dead: then a sign-in reads on, where there is one. */
    private <T> Outcome<T> byBearer(Ask ask, Function<JsonNode, T> reader) {
        var caller = new Caller(Optional.empty(), Signing.bearer(app.bearer()), List.of(app.bearer()));
        var outcome = exchange.send(ask, caller, reader);
        if (isNotSignedIn(outcome)) {
            outcome = exchange.send(ask, caller, reader);
        }
        return isNotSignedIn(outcome) && signIns.reader().isPresent() ? byReader(ask, reader) : outcome;
    }

    private static boolean isNotSignedIn(Outcome<?> outcome) {
        return outcome instanceof Refused<?> no && no.scope() == SIGN_IN;
    }

    private <T> Outcome<T> byReader(Ask ask, Function<JsonNode, T> reader) {
        return signIns.reader()
                .map(handle -> by(handle, ask, reader))
                .orElseGet(() -> new Refused<>(
                        SIGN_IN,
                        "there is nobody to read X as: set x.bearer, or sign in the circle's account with"
                                + " \"goodword members sign-in\""));
    }

    private <T> Outcome<T> by(Handle voice, Ask ask, Function<JsonNode, T> reader) {
        return signIns.of(voice)
                .map(signIn -> by(voice, signIn, ask, reader))
                .orElseGet(() -> new Refused<>(
                        SIGN_IN,
                        voice + " is not signed in: sign it in with \"goodword members sign-in " + voice + "\"",
                        Optional.empty(),
                        Optional.of(voice)));
    }

    /** Once more with a newer sign-in where there is one: what was answered with 401 has had no effect, even a write. */
    private <T> Outcome<T> by(Handle voice, SignIn signIn, Ask ask, Function<JsonNode, T> reader) {
        var outcome = exchange.send(ask, caller(voice, signIn), reader);
        return isNotSignedIn(outcome)
                ? signIns.renewed(voice, signIn)
                        .map(newer -> exchange.send(ask, caller(voice, newer), reader))
                        .orElse(outcome)
                : outcome;
    }

    private Caller caller(Handle voice, SignIn signIn) {
        return new Caller(Optional.of(voice), signing.of(voice, signIn), signIn.secrets());
    }

    private static Map<String, String> query(String... namesAndValues) {
        var query = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }

    /** X refuses fractions of a second here. */
    private static String wholeSecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void checkMost(int size) {
        if (size > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " in one call, not " + size);
        }
    }
}
