package org.goodword.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The far side in a process of its own, which outlives every daemon. */
final class Far implements AutoCloseable {
    static final String EVERYTHING = "/2/**";
    static final String ANY_POST = "/2/tweets";
    static final String ANY_REPOST = "/2/users/:id/retweets";
    static final String ANY_TIMELINE = "/2/users/:id/tweets";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Program program;
    private final JsonNode keys;

    private Far(Program program) {
        this.program = program;
        this.keys = JsonMapper.shared().readTree(program.line(line -> line.startsWith("{")));
    }

    /** Something that was done to the town, as the town wrote it down. */
    record Effect(String kind, String handle, String postId, String text) {}

    /** @param effects in the order in which they happened */
    record Books(long billedMilliDollars, List<Effect> effects) {}

    record Account(String handle, String id, String accessToken, String accessSecret) {}

    static Far start(Path home, long seed) {
        return new Far(Program.start(home, "WARN", "sandbox", "--json", "--seed", Long.toString(seed)));
    }

    String key(String name) {
        return keys.path(name).asString();
    }

    List<Account> accounts() {
        return keys.path("accounts")
                .valueStream()
                .map(one -> new Account(
                        one.path("handle").asString(),
                        one.path("id").asString(),
                        one.path("accessToken").asString(),
                        one.path("accessSecret").asString()))
                .toList();
    }

    Books books() {
        var books = JsonMapper.shared().readTree(ask("GET", "/sandbox/books", ""));
        var effects = books.path("effects")
                .valueStream()
                .map(one -> new Effect(
                        one.path("kind").asString(),
                        one.path("handle").asString(),
                        one.path("postId").asString(),
                        one.path("text").asString()))
                .toList();
        return new Books(books.path("billedMilliDollars").asLong(), effects);
    }

    /** The request has its effect, and its answer is never sent. */
    void dropsReplies(String method, String path, double probability, long seed) {
        fault(method, path, probability, seed, "\"action\": \"drop-reply\"");
    }

    /** The request has no effect, and no answer. */
    void dropsConnections(String method, String path, double probability, long seed) {
        fault(method, path, probability, seed, "\"action\": \"drop-connection\"");
    }

    /** The request has its effect at once, and its answer comes late. */
    void isSlow(String method, String path, double probability, long seed, long millis) {
        fault(method, path, probability, seed, "\"action\": \"delay\", \"millis\": " + millis);
    }

    private void fault(String method, String path, double probability, long seed, String action) {
        ask("POST", "/sandbox/faults", """
                {"method": "%s", "path": "%s", "times": 1000000, "probability": %s, "seed": %d, %s}
                """.formatted(method, path, probability, seed, action));
    }

    /** This answer is given, and the request has no effect. */
    void answers(String method, String path, double probability, long seed, int status, String body) {
        fault(
                method,
                path,
                probability,
                seed,
                "\"action\": \"answer\", \"status\": " + status + ", \"body\": \"" + body + "\"");
    }

    void worksAgain() {
        ask("DELETE", "/sandbox/faults", "");
    }

    private String ask(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(key("baseUrl") + path))
                    .timeout(Program.PATIENCE)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
