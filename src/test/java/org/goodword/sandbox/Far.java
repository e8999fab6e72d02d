package org.goodword.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox with a small town, whose clocks the test holds, and a client that can ask it anything. */
final class Far implements AutoCloseable {
    static final Instant FOUNDED = Instant.parse("2026-08-17T00:00:00Z");
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    final Town town;
    final Sandbox sandbox;
    volatile Instant now = Instant.parse("2026-09-01T12:00:00Z");
    volatile Instant real = Instant.parse("2026-11-25T09:00:00Z");
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private URI door;
    private int nonces;

    record Answer(int status, JsonNode json, String text, Map<String, List<String>> headers) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        JsonNode data() {
            return json.path("data");
        }
    }

    Far() throws IOException {
        this(Town.of(7, FOUNDED, residents(), Lift.MODEST));
    }

    Far(Town town) throws IOException {
        this.town = town;
        InstantSource townClock = () -> now;
        InstantSource realClock = () -> real;
        this.sandbox = Sandbox.start(0, town, townClock, realClock);
        this.door = sandbox.baseUrl();
    }

    /** From now on asks by way of what stands there before the sandbox. */
    void askBy(URI other) {
        door = other;
    }

    static List<Resident> residents() {
        return List.of(
                resident("bluebirdbakes", "bakery", 900),
                resident("hillstjoinery", "joinery", 300),
                resident("ledgerandleaf", "bookkeeping", 0));
    }

    static Resident resident(String handle, String trade, int followers) {
        return new Resident(handle, "The " + trade, trade, followers, 12, LONDON, List.of());
    }

    Signer signer(String handle) {
        var account = sandbox.accounts().stream()
                .filter(one -> one.handle().equals(handle))
                .findFirst()
                .orElseThrow();
        return new Signer(
                sandbox.keys().consumerKey(),
                sandbox.keys().consumerSecret(),
                account.accessToken(),
                account.accessSecret());
    }

    String id(String handle) {
        return town.idOf(handle);
    }

    URI uri(String pathAndQuery) {
        return URI.create(door + pathAndQuery);
    }

    /** As the account, with OAuth 1.0a. */
    Answer as(String handle, String method, String pathAndQuery, String body) {
        nonces++;
        var header = signer(handle).header(method, uri(pathAndQuery), real, "nonce" + nonces, Map.of());
        return send(method, pathAndQuery, header, "application/json", body);
    }

    Answer as(String handle, String method, String pathAndQuery) {
        return as(handle, method, pathAndQuery, "");
    }

    Answer post(String handle, String text) {
        return as(handle, "POST", "/2/tweets", json(Map.of("text", text)));
    }

    Answer repost(String handle, String postId) {
        return as(handle, "POST", "/2/users/" + id(handle) + "/retweets", json(Map.of("tweet_id", postId)));
    }

    /** As the app itself. */
    Answer app(String pathAndQuery) {
        return send("GET", pathAndQuery, "Bearer " + sandbox.keys().bearer(), "application/json", "");
    }

    Answer control(String method, String path, Map<String, ?> body) {
        return send(method, path, "", "application/json", json(body));
    }

    Answer send(String method, String pathAndQuery, String authorization, String type, String body) {
        try {
            return sendOrFail(method, pathAndQuery, authorization, type, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer sendOrFail(String method, String pathAndQuery, String authorization, String type, String body)
            throws IOException {
        var request = HttpRequest.newBuilder(uri(pathAndQuery))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            var json = text.startsWith("{") || text.startsWith("[")
                    ? JsonMapper.shared().readTree(text)
                    : JsonMapper.shared().createObjectNode();
            return new Answer(
                    response.statusCode(), json, text, response.headers().map());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
