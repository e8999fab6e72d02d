package org.goodword.platform.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;
import tools.jackson.databind.JsonNode;

/**
 * X's shapes, read into the port's records. Since August 2026 X's OpenAPI file says {@code repost_count} and
 * {@code referenced_posts} where its documents and servers say {@code retweet_count} and {@code referenced_tweets}: both are
 * read.
 */
final class Shapes {
    static final String POST_FIELDS =
            "created_at,author_id,public_metrics,referenced_tweets,in_reply_to_user_id,possibly_sensitive";
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
        var followers = user.path("public_metrics").path("followers_count").asInt(0);
        return new Profile(account, Json.text(user, "name"), followers);
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
        var found = stream(answer.path("data")).map(Shapes::profile).toList();
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
        return stream(answer.path("data")).map(post -> post(post, author)).toList();
    }

    static Post post(JsonNode post, String author) {
        var references = references(post);
        return new Post(
                new PostId(needed(post, "id")),
                Optional.of(Json.text(post, "author_id"))
                        .filter(id -> !id.isEmpty())
                        .orElse(author),
                instant(needed(post, "created_at")),
                plain(Json.text(post, "text")),
                references.isEmpty() && Json.text(post, "in_reply_to_user_id").isEmpty(),
                post.path("possibly_sensitive").asBoolean(false),
                Optional.ofNullable(references.getOrDefault("retweeted", references.get("reposted")))
                        .map(PostId::new),
                counts(post.path("public_metrics")));
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
                Math.max(count(metrics, "retweet_count"), count(metrics, "repost_count")),
                count(metrics, "quote_count"),
                count(metrics, "bookmark_count"));
    }

    private static long count(JsonNode metrics, String name) {
        return metrics.path(name).asLong(0);
    }

    /** X sends these three, and only these, as HTML entities: a text would not be known again by comparing. */
    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static Batch batch(JsonNode answer) {
        var found = new HashMap<PostId, Post>();
        stream(answer.path("data")).map(post -> post(post, "")).forEach(post -> found.put(post.id(), post));
        var gone = new HashMap<PostId, String>();
        for (var error : answer.path("errors")) {
            why(error).ifPresent(reason -> gone.put(new PostId(needed(error, "resource_id")), reason));
        }
        gone.keySet().removeAll(found.keySet());
        return new Batch(found, gone);
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

    private static Stream<JsonNode> stream(JsonNode list) {
        return list.isArray() ? list.values().stream() : Stream.empty();
    }
}
