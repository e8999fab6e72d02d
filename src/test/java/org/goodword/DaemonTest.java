package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Rules;
import org.goodword.daemon.Daemon;
import org.goodword.daemon.Living;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.PostId;
import org.goodword.settings.Faulty;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon itself: real Quartz, a real store, the sandbox over real HTTP. */
class DaemonTest {
    /** A Wednesday morning before the deal. */
    private static final Instant EARLY = Instant.parse("2026-11-25T05:50:00Z");

    @TempDir
    Path home;

    private ProgramRoot root(InstantSource clock) {
        return new ProgramRoot(Path.of("").toAbsolutePath(), home, Map.of(), clock, new SecureRandom());
    }

    private Living living(InstantSource clock) {
        var root = root(clock);
        return root.living(root.settings(home));
    }

    @Test
    void aWeekThatWasMissedIsMadeUpAtTheStart() {
        var living = living(InstantSource.system());
        try (var daemon = Daemon.start(living)) {
            assertThat(daemon).isNotNull();
            assertThat(living.house().books().turns().in(State.QUEUED)).isNotEmpty();
            assertThat(living.firstLine()).startsWith("Sandbox: ").contains("http://127.0.0.1:");
        }
    }

    @Test
    void aStartThatAnAnswerHeldUpPastTheMorningStillDealsIt() {
        var before = Instant.parse("2026-11-25T06:29:34Z");
        var after = Instant.parse("2026-11-25T06:30:05Z");
        var living = living(() -> after);
        var asked = new AtomicInteger();
        // it begins, looks what there is to do, and deals the week, which takes its time
        var slow = new Living(
                living.house(),
                () -> asked.incrementAndGet() <= 3 ? before : after,
                living.firstLine(),
                living.lookAtFiles(),
                living.afterwards());

        try (var daemon = Daemon.start(slow)) {
            assertThat(daemon).isNotNull();
            assertThat(living.house().books().journal().isDone("morning", "Europe/London 2026-11-25"))
                    .isTrue();
        }
    }

    @Test
    void theTriggersCallTheirRounds() throws InterruptedException {
        var living = living(InstantSource.system());
        var looked = new CountDownLatch(1);
        var watched =
                new Living(living.house(), living.clock(), living.firstLine(), looked::countDown, living.afterwards());

        try (var daemon = Daemon.start(watched)) {
            assertThat(daemon).isNotNull();
            assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBrokenRosterChangesNothingAndIsToldOnce() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.copy(Path.of("config/members.yaml"), home.resolve("config/members.yaml"));
        var living = living(InstantSource.system());
        try (living) {
            Files.writeString(home.resolve("config/members.yaml"), "members:\n  - handle: \"@@oops\"\n");

            living.lookAtFiles().run();
            living.lookAtFiles().run();

            assertThat(living.house().circle().roster(EARLY).members()).hasSize(24);
            assertThat(living.house().books().notices().open())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.what()).contains("the last good one stays in force"));
        }
    }

    @Test
    void changedRulesAndPricesAreInForceWithoutARestart() throws IOException {
        var file = rulesOfOurOwn();
        var living = living(InstantSource.system());
        try (var daemon = Daemon.start(living)) {
            assertThat(daemon).isNotNull();
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("repeat-days: 90", "repeat-days: 120")
                            .replace("delete: 0.005", "delete: 0.035"));

            living.lookAtFiles().run();

            assertThat(rules(living).count(Figure.REPEAT_DAYS)).isEqualTo(120);
            var books = living.house().books();
            var circle = books.registry().account(Handle.of("@otleytraders")).orElseThrow();
            var before = books.ledger().spentSince(Instant.EPOCH);
            assertThat(living.house().platform().delete(circle, new PostId("1")))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(books.ledger().spentSince(Instant.EPOCH).less(before)).isEqualTo(Usd.parse("0.035"));
        }
    }

    @Test
    void brokenRulesChangeNothingAndAreToldUntilTheyAreMended() throws IOException {
        var file = rulesOfOurOwn();
        var good = Files.readString(file);
        var living = living(InstantSource.system());
        try (living) {
            Files.writeString(file, good.replace("repeat-days: 90", "repeat-days: a quarter"));

            living.lookAtFiles().run();
            living.lookAtFiles().run();

            assertThat(rules(living).count(Figure.REPEAT_DAYS)).isEqualTo(90);
            assertThat(living.house().books().notices().open())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.what())
                            .contains("The rules file is broken", "a quarter", "the last good one stays in force"));

            Files.writeString(file, good.replace("repeat-days: 90", "repeat-days: 91"));
            living.lookAtFiles().run();

            assertThat(rules(living).count(Figure.REPEAT_DAYS)).isEqualTo(91);
            assertThat(living.house().books().notices().open()).isEmpty();
        }
    }

    @Test
    void aChangedRosterIsInForceWithoutARestart() throws IOException {
        var file = home.resolve("config/members.yaml");
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("config/members.yaml"), file);
        var living = living(InstantSource.system());
        try (var daemon = Daemon.start(living)) {
            assertThat(daemon).isNotNull();
            Files.writeString(file, Files.readString(file).replace("name: Bluebird Bakes", "name: Bluebird and Son"));

            living.lookAtFiles().run();

            assertThat(living.house().circle().roster(EARLY).name(Handle.of("@bluebirdbakes")))
                    .isEqualTo("Bluebird and Son");
        }
    }

    private Path rulesOfOurOwn() throws IOException {
        var file = home.resolve("config/rules/x.yaml");
        Files.createDirectories(file.getParent());
        return Files.copy(Path.of("config/rules/x.yaml"), file);
    }

    private static Rules rules(Living living) {
        return living.house().circle().rulebook().get().rules();
    }

    @Test
    void aPortInUseIsOneClearFault() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.resolve("bot.properties"),
                    "roster.file=" + Path.of("config/members.yaml").toAbsolutePath() + "\nx.base-url=http://127.0.0.1:"
                            + taken.getLocalPort());

            assertThatThrownBy(() -> living(InstantSource.system()))
                    .isInstanceOf(Faulty.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void aStoreOfAnotherWorldIsRefused() throws IOException {
        living(InstantSource.system()).close();
        Files.writeString(home.resolve("bot.properties"), """
                circle.name=Otley Traders
                circle.account=@otleytraders
                roster.file=%s
                x.mode=live
                x.base-url=http://127.0.0.1:9
                x.consumer-key=key
                x.consumer-secret=secret
                """.formatted(
                        Path.of("config/members.yaml").toAbsolutePath()));

        assertThatThrownBy(() -> living(InstantSource.system()))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("was made in the world \"sandbox\"");
    }
}
