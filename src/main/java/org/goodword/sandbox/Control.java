package org.goodword.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Reply;
import org.goodword.sandbox.wire.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other processes may ask of the sandbox itself, under {@code /sandbox/}: the town's books, its accounts, faults,
 * revocations, credits. Only for requests that name this machine as their host, so that no web page can reach it.
 */
final class Control {
    private final Town town;
    private final InstantSource clock;
    private final FaultQueue faults;
    private final Supplier<List<Account>> accounts;

    Control(Town town, InstantSource clock, FaultQueue faults, Supplier<List<Account>> accounts) {
        this.town = town;
        this.clock = clock;
        this.faults = faults;
        this.accounts = accounts;
    }

    boolean isFor(Request request) {
        return request.path().startsWith("/sandbox/");
    }

    Reply answer(Request request) {
        if (!request.host().matches("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?")) {
            throw Refusal.notPermitted();
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /sandbox/books" -> books();
            case "GET /sandbox/accounts" -> Reply.json(200, JsonMapper.shared().valueToTree(accounts.get()));
            case "POST /sandbox/faults" -> fault(body(request));
            case "DELETE /sandbox/faults" -> done(faults::clear);
            case "POST /sandbox/revoke" -> done(() -> town.revoke(handle(request)));
            case "POST /sandbox/restore" -> done(() -> town.restore(handle(request)));
            case "POST /sandbox/credits" ->
                done(() -> town.credits(body(request).path("milliDollars").asLong(-1)));
            case "POST /sandbox/edit" -> edit(body(request));
            case "POST /sandbox/impressions" ->
                done(() -> town.tellImpressions(body(request).path("told").asBoolean(true)));
            default -> throw Refusal.noSuchCall();
        };
    }

    /** The author edits her post: a new one stands in its place, and the old one stays to be read. */
    private Reply edit(JsonNode body) {
        var id = body.path("id").asString("");
        var text = body.path("text").asString("");
        if (!id.matches("[0-9]{1,18}|[1-8][0-9]{18}") || text.isBlank()) {
            throw Refusal.parameter("id", id, "Name a post by its id, and its new text");
        }
        return town.edit(Long.parseLong(id), text, clock.instant())
                .map(post -> Reply.json(200, Fields.object().put("id", post.idText())))
                .orElseThrow(Refusal::gone);
    }

    private Reply books() {
        var books = town.books();
        var body = Fields.object()
                .put("billedMilliDollars", books.billedMilliDollars())
                .put("trueLift", books.trueLift());
        var effects = body.putArray("effects");
        for (var effect : books.effects()) {
            effects.addObject()
                    .put("kind", effect.kind().name())
                    .put("handle", effect.handle())
                    .put("postId", effect.postId())
                    .put("text", effect.text())
                    .put("at", effect.at().toString());
        }
        return Reply.json(200, body);
    }

    private Reply fault(JsonNode body) {
        var headers = new HashMap<String, String>();
        body.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
        var action = switch (body.path("action").asString("answer")) {
            case "answer" ->
                new FaultQueue.Answer(
                        body.path("status").asInt(500), body.path("body").asString(""), headers);
            case "delay" ->
                new FaultQueue.Delay(Duration.ofMillis(body.path("millis").asLong(1000)));
            case "drop-reply" -> new FaultQueue.DropReply();
            case "drop-connection" -> new FaultQueue.DropConnection();
            default ->
                throw Refusal.parameter(
                        "action",
                        body.path("action").asString(),
                        "The action is one of answer, delay, drop-reply, drop-connection");
        };
        return done(() -> faults.add(new FaultQueue.Fault(
                body.path("method").asString("*"),
                body.path("path").asString("/**"),
                Optional.ofNullable(body.path("handle").asString(null)),
                body.path("times").asInt(1),
                body.path("probability").asDouble(1),
                body.path("seed").asLong(0),
                action)));
    }

    private String handle(Request request) {
        var handle = body(request).path("handle").asString("");
        if (handle.isEmpty() || town.resident(handle).isEmpty()) {
            throw Refusal.parameter("handle", handle, "Nobody in the town is called [" + handle + "]");
        }
        return handle;
    }

    private static Reply done(Runnable what) {
        try {
            what.run();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        }
        return Reply.json(200, Fields.object().put("done", true));
    }

    private static JsonNode body(Request request) {
        try {
            return JsonMapper.shared().readTree(request.body());
        } catch (JacksonException e) {
            throw Refusal.invalid("The request body is not JSON: " + e.getOriginalMessage());
        }
    }
}
