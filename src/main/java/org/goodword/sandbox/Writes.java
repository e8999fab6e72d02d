package org.goodword.sandbox;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.goodword.sandbox.town.Post;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Call;
import org.goodword.sandbox.wire.Caller;
import org.goodword.sandbox.wire.Length;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Reply;
import org.goodword.sandbox.wire.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that do something. Each looks and acts under the town's own lock, so that of two like requests at once
 * only one succeeds. What had its effect is billed.
 */
final class Writes {
    /** The fields of a new post that the sandbox takes, and what kind of thing each must be. */
    private static final Map<String, String> FIELDS = Map.of(
            "text", "string",
            "paid_partnership", "boolean",
            "made_with_ai", "boolean",
            "reply_settings", "string",
            "media", "object",
            "reply", "object",
            "quote_tweet_id", "string");

    private final Town town;

    Writes(Town town) {
        this.town = town;
    }

    Reply post(Request request, Caller caller, Instant now) {
        var body = body(request, FIELDS);
        var text = Normalizer.normalize(body.path("text").asString(""), Normalizer.Form.NFC)
                .strip();
        refuseWhatIsClosed(body);
        if (text.isEmpty()) {
            throw Refusal.invalid("$.text: is required and must not be empty");
        }
        if (Length.weighted(text) > Length.MOST) {
            throw Refusal.invalid("Your Tweet text is too long. It counts " + Length.weighted(text) + " of at most "
                    + Length.MOST + ".");
        }
        if (Length.hasMention(text)) {
            throw Refusal.forbidden("Creating posts with @mentions is not allowed for this app.");
        }
        var price = Length.hasLink(text) ? Call.WITH_URL_MILLI_DOLLARS : Call.POST.milliDollars();
        synchronized (town) {
            if (town.hasSaid(caller.handle(), text, now)) {
                throw Refusal.forbidden("You are not allowed to create a Tweet with duplicate content.");
            }
            bill(price);
            var post = town.publish(
                    caller.handle(), text, body.path("paid_partnership").asBoolean(false), now);
            return made(post);
        }
    }

    private Reply made(Post post) {
        var body = Fields.object();
        body.putObject("data")
                .put("id", post.idText())
                .put("text", Shown.of(town, post.text()).text())
                .putArray("edit_history_tweet_ids")
                .add(post.idText());
        return Reply.json(201, body);
    }

    /** Quotes are closed to self-serve apps, answers go only to those who asked, and the sandbox holds no media. */
    private static void refuseWhatIsClosed(JsonNode body) {
        if (body.has("quote_tweet_id") || body.has("reply")) {
            throw Refusal.notPermitted();
        }
        if (body.has("media")) {
            throw Refusal.invalid("Your media IDs are invalid.");
        }
    }

    Reply delete(String id, Caller caller, Instant now) {
        synchronized (town) {
            var post = existing(id, now);
            if (!post.author().equals(caller.handle())) {
                throw Refusal.notPermitted();
            }
            bill(Call.DELETE.milliDollars());
            if (post.kind() == Post.Kind.REPOST) {
                town.undoRepost(caller.handle(), post.refers(), now);
            } else {
                town.delete(post, now);
            }
        }
        var body = Fields.object();
        body.putObject("data").put("deleted", true);
        return Reply.json(200, body);
    }

    Reply repost(Request request, String userId, Caller caller, Instant now) {
        mustBe(userId, caller);
        var wanted =
                body(request, Map.of("tweet_id", "string")).path("tweet_id").asString("");
        synchronized (town) {
            var source = source(Call.id("tweet_id", wanted), now);
            if (town.isLocked(source.author()) && !source.author().equals(caller.handle())) {
                throw Refusal.notPermitted();
            }
            if (town.hasReposted(caller.handle(), source.id(), now)) {
                throw Refusal.invalid("You cannot retweet a Tweet that you have already retweeted.");
            }
            bill(Call.REPOST.milliDollars());
            town.repost(caller.handle(), source, now);
            var body = Fields.object();
            body.putObject("data").put("retweeted", true).put("rest_id", source.idText());
            return Reply.json(200, body);
        }
    }

    /** Says the same whether or not there was a repost to take back, as X does. */
    Reply undoRepost(String userId, String sourceId, Caller caller, Instant now) {
        mustBe(userId, caller);
        synchronized (town) {
            bill(Call.UNDO_REPOST.milliDollars());
            town.undoRepost(caller.handle(), source(sourceId, now).id(), now);
        }
        var body = Fields.object();
        body.putObject("data").put("retweeted", false);
        return Reply.json(200, body);
    }

    private void mustBe(String userId, Caller caller) {
        if (!town.idOf(caller.handle()).equals(userId)) {
            throw Refusal.notPermitted();
        }
    }

    /** A repost of a repost carries the post behind it. */
    private Post source(String id, Instant now) {
        var post = existing(id, now);
        return post.kind() == Post.Kind.REPOST ? existing(Long.toString(post.refers()), now) : post;
    }

    private Post existing(String id, Instant now) {
        return (id.length() < 19 || id.compareTo(Long.toString(Long.MAX_VALUE)) <= 0
                        ? town.post(Long.parseLong(id), now)
                        : Optional.<Post>empty())
                .orElseThrow(Refusal::gone);
    }

    private void bill(long milliDollars) {
        if (!town.affords(milliDollars)) {
            throw Refusal.creditsDepleted();
        }
        town.billWrite(milliDollars);
    }

    private static JsonNode body(Request request, Map<String, String> fields) {
        var body = parse(request);
        if (!body.isObject()) {
            throw Refusal.invalid("The request body is not a JSON object");
        }
        for (var property : body.properties()) {
            var kind = fields.get(property.getKey());
            if (kind == null) {
                throw Refusal.invalid("$." + property.getKey()
                        + ": is not defined in the schema and the schema does not allow additional properties");
            }
            if (!kind.equals(kindOf(property.getValue()))) {
                throw Refusal.invalid("$." + property.getKey() + ": " + kindOf(property.getValue()) + " found, " + kind
                        + " expected");
            }
        }
        return body;
    }

    private static JsonNode parse(Request request) {
        try {
            return JsonMapper.shared().readTree(request.body());
        } catch (JacksonException e) {
            throw Refusal.invalid("The request body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String kindOf(JsonNode node) {
        if (node.isString()) {
            return "string";
        }
        if (node.isBoolean()) {
            return "boolean";
        }
        if (node.isObject()) {
            return "object";
        }
        return node.isNumber() ? "number" : node.isArray() ? "array" : "null";
    }
}
