package org.goodword.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.goodword.sandbox.town.Post;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Caller;
import org.goodword.sandbox.wire.Length;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Request;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts and users as X writes them: what it always gives, and of the rest only what was asked for. */
final class Fields {
    static final Set<String> OF_POSTS = new LinkedHashSet<>(List.of(
            "article,attachments,author_id,card_uri,community_id,context_annotations,conversation_id,created_at,display_text_range,edit_controls,edit_history_tweet_ids,entities,geo,id,in_reply_to_user_id,lang,media_metadata,non_public_metrics,note_tweet,organic_metrics,paid_partnership,possibly_sensitive,promoted_metrics,public_metrics,referenced_tweets,reply_settings,scopes,source,text,withheld"
                    .split(",")));
    static final Set<String> OF_USERS = new LinkedHashSet<>(List.of(
            "affiliation,confirmed_email,connection_status,created_at,description,entities,id,is_identity_verified,location,most_recent_tweet_id,name,parody,pinned_tweet_id,profile_banner_url,profile_image_url,protected,public_metrics,receives_your_dm,subscription,subscription_type,url,username,verified,verified_followers_count,verified_type,withheld"
                    .split(",")));

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Duration NON_PUBLIC_KEPT = Duration.ofDays(30);
    private static final String OUTSIDER_ID = "999000001";

    private Fields() {}

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static Set<String> asked(Request request, String parameter, Set<String> allowed) {
        var fields = new LinkedHashSet<String>();
        for (var field : list(request, parameter)) {
            if (!allowed.contains(field)) {
                throw Refusal.parameter(
                        parameter,
                        field,
                        "The `" + parameter + "` query parameter value [" + field + "] is not one of ["
                                + String.join(",", allowed) + "]");
            }
            fields.add(field);
        }
        return fields;
    }

    /** The comma-separated values of a parameter; none where it is not there. */
    static List<String> list(Request request, String parameter) {
        return request.param(parameter)
                .filter(value -> !value.isEmpty())
                .map(value -> List.of(value.split(",")))
                .orElse(List.of());
    }

    static void onlyKnown(Request request, Set<String> known) {
        for (var pair : request.query()) {
            if (!known.contains(pair.getKey()) && !pair.getKey().startsWith("oauth_")) {
                throw Refusal.parameter(
                        pair.getKey(),
                        pair.getValue(),
                        "The query parameter [" + pair.getKey() + "] is not one of ["
                                + String.join(",", new TreeSet<>(known)) + "]");
            }
        }
    }

    static int number(Request request, String parameter, int least, int most, int otherwise) {
        var value = request.param(parameter).orElse(Integer.toString(otherwise));
        var isNumber = value.matches("[0-9]{1,9}");
        if (!isNumber || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw Refusal.parameter(
                    parameter,
                    value,
                    "The `" + parameter + "` query parameter value [" + value + "] is not between " + least + " and "
                            + most);
        }
        return Integer.parseInt(value);
    }

    static ObjectNode user(Town town, Resident resident, Set<String> fields, Instant now) {
        var user = object().put("id", town.idOf(resident.handle()))
                .put("name", resident.name())
                .put("username", resident.handle());
        if (fields.contains("created_at")) {
            user.put("created_at", INSTANT.format(town.founded()));
        }
        if (fields.contains("description")) {
            user.put("description", resident.trade());
        }
        if (fields.contains("protected")) {
            user.put("protected", town.isLocked(resident.handle()));
        }
        if (fields.contains("verified")) {
            user.put("verified", false);
        }
        if (fields.contains("public_metrics")) {
            user.putObject("public_metrics")
                    .put("followers_count", town.followersOf(resident.handle()))
                    .put("following_count", town.followersOf(resident.handle()) / 2)
                    .put("tweet_count", town.timeline(resident.handle(), now).size())
                    .put("listed_count", 0)
                    .put("like_count", 0)
                    .put("media_count", 0);
        }
        return user;
    }

    static ObjectNode post(Town town, Post post, Set<String> fields, Caller caller, Instant now) {
        var shown = Shown.of(town, post.text());
        var out = object().put("id", post.idText()).put("text", shown.text());
        // clients complain where it is missing: X gives it unasked
        var versions = out.putArray("edit_history_tweet_ids");
        town.versions(post.id(), now).forEach(id -> versions.add(Long.toString(id)));
        for (var field : fields) {
            switch (field) {
                case "author_id" -> out.put("author_id", authorId(town, post));
                case "created_at" -> out.put("created_at", INSTANT.format(post.at()));
                case "entities" -> shown.putEntities(out);
                case "note_tweet" -> shown.putNote(out);
                case "conversation_id" -> out.put("conversation_id", conversation(post));
                case "lang" -> out.put("lang", "en");
                case "possibly_sensitive" -> out.put("possibly_sensitive", post.sensitive());
                case "paid_partnership" -> out.put("paid_partnership", post.paid());
                case "reply_settings" -> out.put("reply_settings", "everyone");
                case "referenced_tweets" -> referenced(out, post);
                case "in_reply_to_user_id" -> inReplyTo(out, town, post, now);
                case "public_metrics" -> out.set("public_metrics", publicMetrics(town, post, now));
                case "non_public_metrics" -> nonPublicMetrics(out, town, post, caller, now);
                default -> {
                    // X leaves out what a post does not have
                }
            }
        }
        return out;
    }

    private static String authorId(Town town, Post post) {
        return town.resident(post.author())
                .map(resident -> town.idOf(resident.handle()))
                .orElse(OUTSIDER_ID);
    }

    private static String conversation(Post post) {
        return post.kind() == Post.Kind.REPOST ? post.idText() : Long.toString(post.conversation());
    }

    private static void referenced(ObjectNode out, Post post) {
        if (post.kind() != Post.Kind.ORIGINAL) {
            out.putArray("referenced_tweets")
                    .addObject()
                    .put("type", reference(post.kind()))
                    .put("id", Long.toString(post.refers()));
        }
    }

    private static String reference(Post.Kind kind) {
        return switch (kind) {
            case REPLY -> "replied_to";
            case QUOTE -> "quoted";
            case REPOST -> "retweeted";
            case ORIGINAL -> "";
        };
    }

    private static void inReplyTo(ObjectNode out, Town town, Post post, Instant now) {
        if (post.kind() == Post.Kind.REPLY) {
            out.put(
                    "in_reply_to_user_id",
                    town.post(post.refers(), now)
                            .map(answered -> authorId(town, answered))
                            .orElse(OUTSIDER_ID));
        }
    }

    /** A repost has no numbers of its own but the source's count of reposts. */
    private static ObjectNode publicMetrics(Town town, Post post, Instant now) {
        var isRepost = post.kind() == Post.Kind.REPOST;
        var tally = town.tally(post, now);
        var reposts = isRepost
                ? town.post(post.refers(), now)
                        .map(source -> town.tally(source, now).reposts())
                        .orElse(0L)
                : tally.reposts();
        var metrics = object().put("retweet_count", reposts)
                .put("reply_count", tally.replies())
                .put("like_count", tally.likes())
                .put("quote_count", tally.quotes())
                .put("bookmark_count", tally.bookmarks());
        return town.tellsImpressions() ? metrics.put("impression_count", tally.impressions()) : metrics;
    }

    private static boolean maySeeNonPublic(Post post, Caller caller, Instant now) {
        return post.author().equals(caller.handle())
                && post.at().plus(NON_PUBLIC_KEPT).isAfter(now)
                && post.kind() != Post.Kind.REPOST;
    }

    private static void nonPublicMetrics(ObjectNode out, Town town, Post post, Caller caller, Instant now) {
        if (maySeeNonPublic(post, caller, now)) {
            var impressions = town.tally(post, now).impressions();
            var metrics = out.putObject("non_public_metrics")
                    .put("impression_count", impressions)
                    .put("user_profile_clicks", impressions / 250);
            if (Length.hasLink(post.text())) {
                metrics.put("url_link_clicks", impressions / 100);
            }
        }
    }

    /** The errors that go with posts whose fields the caller may not see. */
    static List<ObjectNode> hidden(List<Post> posts, Set<String> fields, Caller caller, Instant now) {
        var errors = new ArrayList<ObjectNode>();
        if (fields.contains("non_public_metrics")) {
            for (var post : posts) {
                if (!maySeeNonPublic(post, caller, now)) {
                    errors.add(object().put("resource_id", post.idText())
                            .put("resource_type", "tweet")
                            .put("field", "non_public_metrics")
                            .put("section", "data")
                            .put("parameter", "non_public_metrics")
                            .put("title", "Field Authorization Error")
                            .put(
                                    "detail",
                                    "Sorry, you are not authorized to access 'non_public_metrics' on the Tweet with"
                                            + " id: [" + post.idText() + "].")
                            .put("type", Refusal.type("not-authorized-for-field")));
                }
            }
        }
        return errors;
    }

    static ObjectNode notFound(String resource, String parameter, String value) {
        return object().put("value", value)
                .put("detail", "Could not find " + resource + " with " + parameter + ": [" + value + "].")
                .put("title", "Not Found Error")
                .put("resource_type", resource)
                .put("parameter", parameter)
                .put("resource_id", value)
                .put("type", Refusal.type("resource-not-found"));
    }

    static ObjectNode notAuthorized(String resource, String parameter, String value) {
        return object().put("value", value)
                .put(
                        "detail",
                        "Sorry, you are not authorized to see the " + resource + " with " + parameter + ": [" + value
                                + "].")
                .put("title", "Authorization Error")
                .put("resource_type", resource)
                .put("parameter", parameter)
                .put("resource_id", value)
                .put("section", "data")
                .put("type", Refusal.type("not-authorized-for-resource"));
    }

    static ArrayNode array(List<ObjectNode> nodes) {
        var array = JsonMapper.shared().createArrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
