package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.goodword.AtTheTerminal.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The rules as they are listed, and the doctor, over real files and a real store. */
class RulesAndCheckTest {
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void aHome(@TempDir Path home) {
        terminal = new AtTheTerminal(home);
        terminal.write("bot.properties", "circle.name = Otley Traders\n");
        terminal.exampleTown();
    }

    private static JsonNode check(Told told, String name) {
        return told.json()
                .path("checks")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name + " in " + told.out()));
    }

    @Test
    void theRulesAreListedWithTheirSourcesInAHundredColumns() {
        var told = terminal.type("rules", "--platform", "x");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .startsWith("The rules for x, by sources read on ")
                .contains("source: ");
        assertThat(told.out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(100);
    }

    @Test
    void theRulesAsJsonAreOneObjectThatNamesEachRule() {
        var rules = terminal.type("rules", "--json").json().path("rules");

        assertThat(rules.size()).isGreaterThan(10);
        assertThat(rules.get(0).path("id").asString()).isNotEmpty();
        assertThat(rules.get(0).path("source").asString()).isNotEmpty();
    }

    @Test
    void aPlatformWithoutRulesIsWrongUsage() {
        var told = terminal.type("rules", "--platform", "y");

        assertThat(told.code()).isEqualTo(64);
        assertThat(told.err()).contains("\"y\" has no rule file");
    }

    @Test
    void aFreshHomeIsWellAndIsLeftAsItWas() throws IOException {
        var told = terminal.type("check");

        assertThat(told.code()).describedAs(told.out()).isZero();
        assertThat(told.out()).contains("✓ configuration").contains("✓ roster").contains("All is well.");
        assertThat(terminal.home.resolve("data")).doesNotExist();
        assertThat(told.out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(100);
    }

    @Test
    void theFaultsOfAllFilesAreToldAtOnce() {
        terminal.write("bot.properties", "circle.time-zone = Europe/Lodnon\nplan.sead = 4\n");
        terminal.write("config/members.yaml", "members:\n  - handle: \"@@bluebird\"\n    nam: Bluebird\n");
        terminal.write("config/rules/x.yaml", "platform: x\n");

        var told = terminal.type("check", "--json");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.json().path("ok").asBoolean()).isFalse();
        assertThat(told.json()
                        .path("faults")
                        .valueStream()
                        .map(one -> one.path("file").asString()))
                .contains("bot.properties", "config/members.yaml", "config/rules/x.yaml");
        var first = told.json().path("faults").get(0);
        assertThat(first.path("line").asInt()).isEqualTo(1);
        assertThat(first.path("message").asString()).contains("Europe/Lodnon");
        assertThat(first.path("fix").asString()).contains("Europe/London");
        assertThat(terminal.type("check").out())
                .contains("✗ configuration")
                .contains("\n    config/members.yaml:2:13: ");
    }

    @Test
    void secretsAreBlottedOut() {
        terminal.write("bot.properties", "x.consumer-key = openSesame\nx.bearer = abracadabra\n");

        var told = terminal.type("check");

        assertThat(told.out()).contains("consumer key ***").contains("consumer secret (not set)");
        assertThat(told.out()).doesNotContain("openSesame").doesNotContain("abracadabra");
    }

    @Test
    void rulesReadLongAgoAreFlaggedButAreNoFailure() {
        terminal.now = Instant.parse("2027-03-01T09:00:00Z");

        var told = terminal.type("check", "--json");

        assertThat(check(told, "rules").path("state").asString()).isEqualTo("look");
        assertThat(told.code()).isZero();
    }

    @Test
    void aStoreThatIsThereIsLookedInto() {
        terminal.root().openAndMigrate(terminal.root().settings(terminal.home)).close();

        var told = terminal.type("check", "--json");

        assertThat(told.code()).describedAs(told.out()).isZero();
        assertThat(check(told, "store").path("words").asString()).startsWith("version 3");
        assertThat(check(told, "budget").path("words").asString()).startsWith("$5.00 left");
        assertThat(check(told, "consents").path("ok").asBoolean()).isTrue();
    }

    @Test
    void aDamagedStoreIsTheWorldSayingNo() {
        terminal.write("data/goodword.db", "this is no database, and long enough to be read as one\n".repeat(40));
        terminal.write("data/goodword.key", "");

        var told = terminal.type("check");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).contains("✗ store").contains("damaged");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsTheWorldSayingNo() {
        terminal.write("data", "a file where the folder should be");

        var told = terminal.type("check", "--json");

        assertThat(told.code()).isEqualTo(1);
        assertThat(check(told, "store").path("ok").asBoolean()).isFalse();
        assertThat(told.json().path("faults").get(0).path("fix").asString()).contains("store.url");
    }

    @Test
    void aStoreOfAnotherWorldIsAFaultOfTheConfiguration() {
        terminal.root().openAndMigrate(terminal.root().settings(terminal.home)).close();
        terminal.write("bot.properties", live("http://127.0.0.1:9"));

        var told = terminal.type("check", "--json");

        assertThat(told.code()).isEqualTo(2);
        assertThat(check(told, "store").path("state").asString()).isEqualTo("faulty");
    }

    private static String live(String baseUrl) {
        return """
                circle.name = Otley Traders
                circle.account = @otleytraders
                x.mode = live
                x.base-url = %s
                x.consumer-key = key
                x.consumer-secret = secret
                """.formatted(baseUrl);
    }

    @Test
    void aKeyFileThatOthersCanReadIsTheWorldSayingNo() throws IOException {
        terminal.root().openAndMigrate(terminal.root().settings(terminal.home)).close();
        Files.setPosixFilePermissions(
                terminal.home.resolve("data/goodword.key"), PosixFilePermissions.fromString("rw-r--r--"));

        var told = terminal.type("check");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).contains("✗ key file").contains("chmod 600");
    }

    @Test
    void aLostKeyFileIsToldBeforeANewOneIsMade() throws IOException {
        terminal.root().openAndMigrate(terminal.root().settings(terminal.home)).close();
        Files.delete(terminal.home.resolve("data/goodword.key"));

        var told = terminal.type("check");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).contains("put your copy back");
        assertThat(terminal.home.resolve("data/goodword.key")).doesNotExist();
    }

    @Test
    void aPlatformOutOfReachIsTheWorldSayingNo() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        terminal.write("bot.properties", live("http://127.0.0.1:" + port));

        var told = terminal.type("check", "--json");

        assertThat(told.code()).isEqualTo(1);
        assertThat(check(told, "platform").path("words").asString()).contains("was not reached");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var answering = new Deaf(busy)) {
            terminal.write("bot.properties", "x.base-url = http://127.0.0.1:" + busy.getLocalPort() + "\n");

            var told = terminal.type("check");

            assertThat(answering.port()).isEqualTo(busy.getLocalPort());
            assertThat(told.code()).isEqualTo(1);
            assertThat(told.out()).contains("✗ port").contains("in use by another program");
        }
    }

    /** Takes each caller in and hangs up at once. */
    private record Deaf(ServerSocket socket) implements AutoCloseable {
        Deaf {
            var hangsUp = new Thread(() -> {
                try {
                    while (true) {
                        socket.accept().close();
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            });
            hangsUp.setDaemon(true);
            hangsUp.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aLineOfTheRosterThatSaysMoreThanWasSaidIsNamed() {
        var told = terminal.answering("yes\n", "members", "leave", "@plainsums");
        assertThat(told.code()).describedAs(told.err()).isZero();

        var checked = terminal.type("check", "--json");

        assertThat(checked.code()).isZero();
        var consents = check(checked, "consents");
        assertThat(consents.path("state").asString()).isEqualTo("look");
        assertThat(consents.path("details").get(0).asString())
                .startsWith("config/members.yaml:")
                .contains("@plainsums left on 2026-11-25");
    }

    @Test
    void nothingIsSaidInThePlaceOfWhatTheProgramDoesNotKnow() {
        var told = terminal.type("check", "--json");

        assertThat(List.of("clock", "books"))
                .allSatisfy(name ->
                        assertThat(check(told, name).path("state").asString()).isEqualTo("unknown"));
    }
}
