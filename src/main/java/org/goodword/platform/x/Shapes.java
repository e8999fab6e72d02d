package org.goodword.platform.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * X's shapes, read into the port's records. Since August 2026 X's OpenAPI file says {@code repost_count} and
 * {@code referenced_posts} where its documents and servers say {@code retweet_count} and {@code referenced_tweets}: both are
 * read.
 */
final class Shapes {
    private static final Logger log = LoggerFactory.getLogger(Shapes.class);

    static final String POST_FIELDS =
            "created_at,author_id,public_metrics,referenced_tweets,in_reply_to_user_id,possibly_sensitive,"
                    + "entities,note_tweet,edit_history_tweet_ids";
    static final String USER_FIELDS = "public_metrics";

    /** An answer that is not what X promises. */
    static final class Unreadable extends RuntimeException {
        private final String what;

        Unreadable(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    private Shapes() {}

    static Profile profile(JsonNode user) {
        var account = new Account(handle(needed(user, "username")), needed(user, "id"));
        var followers = count(user.path("public_metrics"), "followers_count");
        return new Profile(
                account,
                Json.text(user, "name"),
                followers.isPresent()
                        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, followers.getAsLong()))
                        : OptionalInt.empty());
    }

    private static Handle handle(String username) {
        try {
            return Handle.of(username);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("a user without a usable name");
        }
    }

    /** @param asked the names as they were asked for; what is said of others is not believed */
    static Profiles profiles(JsonNode answer, List<Handle> asked) {
        var found = each(answer, Shapes::profile);
        var missing = new HashMap<Handle, String>();
        for (var error : answer.path("errors")) {
            var name = first(error, "value", "resource_id").toLowerCase(Locale.ROOT);
            asked.stream()
                    .filter(handle -> handle.name().equals(name))
                    .forEach(handle -> missing.put(handle, whyMissing(error)));
        }
        found.forEach(profile -> missing.remove(profile.account().handle()));
        return new Profiles(found, missing);
    }

    /** X files a suspended account under "not found" as well, and says what it is in words alone. */
    private static String whyMissing(JsonNode error) {
        var detail = Json.text(error, "detail").toLowerCase(Locale.ROOT);
        return detail.contains("suspended") ? "X has suspended this account" : "X knows no account of that name";
    }

    private static String first(JsonNode json, String... names) {
        return Stream.of(names)
                .map(name -> Json.text(json, name))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** @param author whose timeline it is; OpenAPI's list of fields has no {@code author_id}, so it may be left out */
    static List<Post> posts(JsonNode answer, String author) {
        return each(answer, post -> post(post, author));
    }

    static Post post(JsonNode post, String author) {
        var references = references(post);
        var own = needed(post, "id");
        var text = WholeText.of(post);
        return new Post(
                new PostId(own),
                Optional.of(Json.text(post, "author_id"))
                        .filter(id -> !id.isEmpty())
                        .orElse(author),
                instant(needed(post, "created_at")),
                text.text(),
                references.isEmpty() && Json.text(post, "in_reply_to_user_id").isEmpty(),
                post.path("possibly_sensitive").asBoolean(false),
                Optional.ofNullable(references.getOrDefault("retweeted", references.get("reposted")))
                        .map(PostId::new),
                counts(post.path("public_metrics")),
                chain(post, own),
                text.whole());
    }

    /** An edit makes a new post; each of them then names all, the oldest first. */
    private static List<PostId> chain(JsonNode post, String own) {
        var chain = Stream.of("edit_history_tweet_ids", "edit_history_post_ids")
                .flatMap(name -> post.path(name).values().stream())
                .map(id -> id.asString(""))
                .filter(id -> !id.isBlank())
                .map(PostId::new)
                .distinct()
                .toList();
        return chain.isEmpty() ? List.of(new PostId(own)) : chain;
    }

    private static Map<String, String> references(JsonNode post) {
        var references = new HashMap<String, String>();
        for (var name : List.of("referenced_tweets", "referenced_posts")) {
            for (var reference : post.path(name)) {
                references.put(needed(reference, "type"), needed(reference, "id"));
            }
        }
        return references;
    }

    private static Counts counts(JsonNode metrics) {
        return new Counts(
                count(metrics, "impression_count"),
                count(metrics, "like_count"),
                count(metrics, "reply_count"),
                either(count(metrics, "retweet_count"), count(metrics, "repost_count")),
                count(metrics, "quote_count"),
                count(metrics, "bookmark_count"));
    }

    /** What is not there is not known, and never nothing. */
    private static OptionalLong count(JsonNode metrics, String name) {
        var count = metrics.path(name);
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }

    private static OptionalLong either(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }

    static Batch batch(JsonNode answer) {
        var found = new HashMap<PostId, Post>();
        each(answer, post -> post(post, "")).forEach(post -> found.put(post.id(), post));
        var gone = new HashMap<PostId, String>();
        for (var error : answer.path("errors")) {
            why(error)
                    .ifPresent(reason -> named(error)
                            .ifPresentOrElse(
                                    id -> gone.put(id, reason),
                                    () -> log.warn("X says of a post it does not name: reason=\"{}\"", reason)));
        }
        gone.keySet().removeAll(found.keySet());
        // asked for by a number that an edit made old, it may come by its new one
        List.copyOf(found.values())
                .forEach(post -> post.versions().forEach(version -> found.putIfAbsent(version, post.as(version))));
        return new Batch(found, gone);
    }

    /** The contract asks for neither of the two. */
    private static Optional<PostId> named(JsonNode error) {
        return Optional.of(first(error, "resource_id", "value"))
                .filter(id -> !id.isEmpty())
                .map(PostId::new);
    }

    /** Only what is said of a post: an error about one of its fields does not make it gone. */
    private static Optional<String> why(JsonNode error) {
        var type = Json.text(error, "type");
        return switch (type.substring(type.lastIndexOf('/') + 1)) {
            case "resource-not-found" -> Optional.of("the post is gone from X");
            case "not-authorized-for-resource" -> Optional.of("the post can no longer be seen by everyone");
            case "resource-unavailable", "disallowed-resource" -> Optional.of("X does not show the post any more");
            default -> Optional.empty();
        };
    }

    /** What a timeline that cannot be read says instead of posts. */
    static Optional<String> complaint(JsonNode answer) {
        var bare = answer.path("data").isMissingNode() && answer.path("meta").isMissingNode();
        var error = answer.path("errors").path(0);
        return bare && !error.isMissingNode() ? Optional.of(Json.text(error, "title")) : Optional.empty();
    }

    static Optional<String> nextPage(JsonNode answer) {
        return Optional.of(Json.text(answer.path("meta"), "next_token")).filter(token -> !token.isEmpty());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable("no moment: " + text);
        }
    }

    static String needed(JsonNode json, String name) {
        var text = Json.text(json, name);
        if (text.isBlank()) {
            throw new Unreadable("no " + name);
        }
        return text;
    }

    /**
     * What stands in {@code data}. One that cannot be read voids itself alone, and of that one nothing is known; where none
     * can, the answer cannot.
     */
    private static <T> List<T> each(JsonNode answer, Function<JsonNode, T> reader) {
        var list = answer.path("data");
        var empty = list.isMissingNode() && (answer.has("errors") || answer.has("meta"));
        if (!list.isArray() && !empty) {
            throw new Unreadable("no list of data");
        }
        var read = new ArrayList<T>();
        var odd = new LinkedHashMap<String, Unreadable>();
        for (var one : list) {
            try {
                read.add(reader.apply(one));
            } catch (Unreadable e) {
                odd.put(id(one), e);
            }
        }
        if (read.isEmpty() && !odd.isEmpty()) {
            throw odd.values().iterator().next();
        }
        odd.forEach((id, why) ->
                log.warn("one of X's answers cannot be read and is left out id={} why=\"{}\"", id, why.what()));
        return read;
    }

    private static String id(JsonNode one) {
        var id = Json.text(one, "id");
        return id.matches("[0-9A-Za-z_]{1,40}") ? id : "unknown";
    }
}
