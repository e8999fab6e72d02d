package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.goodword.cli.Goodword;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The far side alone. */
class SandboxAloneTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void aHome(@TempDir Path home) {
        terminal = new AtTheTerminal(home);
        terminal.write("bot.properties", "circle.name = Otley Traders\n");
        terminal.exampleTown();
    }

    /** A sandbox started by its command, until closed. */
    private final class Running implements AutoCloseable {
        private final PrintStream out = System.out;
        private final FutureTask<Integer> command;
        private final Thread thread;
        final String firstLine;

        Running(String... words) throws InterruptedException {
            var line = new CountDownLatch(1);
            var told = new ByteArrayOutputStream() {
                @Override
                public synchronized void flush() {
                    if (size() > 0) {
                        line.countDown();
                    }
                }
            };
            System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
            var root = new ProgramRoot(
                    AtTheTerminal.CHECKOUT,
                    terminal.home,
                    terminal.environment,
                    InstantSource.system(),
                    new SecureRandom());
            command = new FutureTask<>(() -> Goodword.run(root, words));
            thread = new Thread(command, "the sandbox's command");
            thread.start();
            assertThat(line.await(60, TimeUnit.SECONDS)).isTrue();
            firstLine =
                    told.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(firstLine);
        }

        int stop() {
            thread.interrupt();
            try {
                return command.get(60, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError("the sandbox did not stop", e);
            }
        }

        @Override
        public void close() {
            stop();
            System.setOut(out);
        }
    }

    private JsonNode get(JsonNode far, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(far.path("baseUrl").asString() + path))
                .header("Authorization", "Bearer " + far.path("bearer").asString())
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void itsFirstLineIsEverythingThatAClientNeeds() throws Exception {
        try (var running = new Running("sandbox", "--json")) {
            var far = running.json();

            assertThat(far.propertyNames())
                    .containsExactly(
                            "baseUrl",
                            "consumerKey",
                            "consumerSecret",
                            "bearer",
                            "clientId",
                            "clientSecret",
                            "accounts");
            assertThat(far.path("accounts").size()).isEqualTo(25);
            assertThat(far.path("accounts").get(0).propertyNames())
                    .containsExactly("handle", "id", "accessToken", "accessSecret");
            var users = get(far, "/2/users/by?usernames=bluebirdbakes");
            assertThat(users.path("data").get(0).path("username").asString()).isEqualTo("bluebirdbakes");
            assertThat(running.stop()).isZero();
        }
    }

    @Test
    void itsTownHasPostsBehindItAndTheSameKeysForTheSameSeed() throws Exception {
        JsonNode first;
        try (var running = new Running("sandbox", "--json", "--seed", "7")) {
            first = running.json();
            var id = first.path("accounts").get(0).path("id").asString();
            assertThat(get(first, "/2/users/" + id + "/tweets?max_results=100")
                            .path("data")
                            .size())
                    .isPositive();
        }
        try (var running = new Running("sandbox", "--json", "--seed", "7")) {
            assertThat(running.json().path("accounts")).isEqualTo(first.path("accounts"));
            assertThat(running.json().path("bearer")).isEqualTo(first.path("bearer"));
        }
    }

    @Test
    void anotherRosterMakesAnotherTown() throws Exception {
        terminal.write("few.yaml", """
                members:
                  - handle: "@quietloaf"
                    name: Quiet Loaf
                    trade: bakery
                    area: Newall
                """);

        try (var running = new Running(
                "sandbox",
                "--json",
                "--members",
                terminal.home.resolve("few.yaml").toString())) {
            assertThat(running.json()
                            .path("accounts")
                            .valueStream()
                            .map(one -> one.path("handle").asString()))
                    .containsExactly("quietloaf", "otleytraders");
        }
    }

    @Test
    void withAJournalItGoesOnWhereItWas() throws Exception {
        var journal = terminal.home.resolve("town.jsonl").toString();
        try (var running = new Running("sandbox", "--json", "--journal", journal)) {
            get(running.json(), "/2/users/by?usernames=bluebirdbakes");
        }

        // the founding day is the journal's own
        var later = terminal.read("town.jsonl").replaceFirst("\"at\":\"[^\"]+\"", "\"at\":\"2026-06-01T00:00:00Z\"");
        terminal.write("town.jsonl", later);
        try (var running = new Running("sandbox", "--json", "--journal", journal)) {
            assertThat(get(running.json(), "/sandbox/books")
                            .path("billedMilliDollars")
                            .asInt())
                    .isEqualTo(10);
        }
    }

    @Test
    void aPortInUseIsOneLine() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var told = terminal.type("sandbox", "--port", Integer.toString(busy.getLocalPort()));

            assertThat(told.code()).isEqualTo(1);
            assertThat(told.err())
                    .startsWith("Port " + busy.getLocalPort() + " on 127.0.0.1 is in use by another program")
                    .hasLineCount(1);
        }
    }

    @Test
    void aJournalOfAnotherTownIsOneLine() throws Exception {
        var journal = terminal.home.resolve("town.jsonl").toString();
        new Running("sandbox", "--json", "--journal", journal).close();

        var told = terminal.type("sandbox", "--seed", "9", "--journal", journal);

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("is the journal of another town").hasLineCount(1);
    }

    @Test
    void withoutJsonItSaysTheSameInWords() throws Exception {
        try (var running = new Running("sandbox")) {
            assertThat(running.firstLine).startsWith("A sandbox that speaks X's API listens at http://127.0.0.1:");
        }
    }
}
