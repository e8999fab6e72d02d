package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.goodword.daemon.Daemon;
import org.goodword.daemon.Living;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.Profile;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rounds.House;
import org.goodword.rounds.WeekOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon with a sandbox of its own, and somebody at the terminal beside it. */
class RunningSandboxTest {
    private static final Handle CIRCLE = Handle.of("otleytraders");

    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void aHome(@TempDir Path home) {
        terminal = new AtTheTerminal(home);
        terminal.now = InstantSource.system().instant();
        terminal.write("bot.properties", "circle.name = Otley Traders\ncircle.account = @otleytraders\n");
        terminal.exampleTown();
    }

    private Path note() {
        return terminal.home.resolve("data/sandbox-running.json");
    }

    private Living living() {
        var root = new ProgramRoot(
                AtTheTerminal.CHECKOUT,
                terminal.home,
                terminal.environment,
                InstantSource.system(),
                new SecureRandom());
        return root.living(root.settings(terminal.home));
    }

    /** Really out in the daemon's town, and in the books. */
    private Booked said(House house, String words) {
        var profiles = house.platform()
                .profiles(List.of(CIRCLE))
                .<List<Profile>>match(
                        done -> done.value().found(), no -> List.of(), later -> List.of(), lost -> List.of());
        house.books().registry().met(profiles, terminal.now);
        var what = Proposal.introduction(CIRCLE, Handle.of("bluebirdbakes"), words, words, Mode.AUTOMATIC);
        var day = terminal.now.atZone(house.settings().circle().zone()).toLocalDate();
        var window = new Window(terminal.now.minusSeconds(60), terminal.now.plusSeconds(3600));
        var turns = house.books().turns();
        var ready = turns.book(
                new Turn(0, WeekOf.date(day).name(), day, what, window, terminal.now.plusSeconds(1800), List.of()),
                State.READY,
                terminal.now,
                "Ready.");
        var sending = turns.move(ready, State.SENDING, terminal.now, "The request leaves.");
        return house.platform()
                .publish(profiles.get(0).account(), words, false)
                .<Booked>match(
                        done -> turns.sent(sending, done.value(), terminal.now, terminal.now, "X took it."),
                        no -> turns.move(sending, State.FAILED, terminal.now, no.reason()),
                        later -> turns.move(sending, State.READY, terminal.now, later.reason()),
                        lost -> turns.move(sending, State.UNKNOWN, terminal.now, lost.reason()));
    }

    @Test
    void whatWentOutFromTheDaemonIsTakenBackFromTheTerminal() {
        var living = living();
        try (var daemon = Daemon.start(living)) {
            assertThat(daemon).isNotNull();
            var turn = said(living.house(), "Bread that was dough at four.");
            assertThat(turn.state()).describedAs(turn.reason()).isEqualTo(State.SENT);

            var undone = terminal.type("undo", "--yes", "--since", "1h");

            assertThat(undone.code()).describedAs(undone.err()).isZero();
            assertThat(undone.out()).contains("Turn " + turn.id() + ": Taken back.");
            assertThat(living.house().books().turns().find(turn.id()).map(Booked::state))
                    .contains(State.WITHDRAWN);
        }
    }

    @Test
    void theWayThereIsItsOwnersAloneAndGoesWithTheDaemon() throws IOException {
        var living = living();
        said(living.house(), "Bread that was dough at five.");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note())))
                .isEqualTo("rw-------");

        living.close();

        assertThat(note()).doesNotExist();
        var undone = terminal.type("undo", "--yes", "--since", "1h");
        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.err()).contains("only while goodword run is on");
    }

    @Test
    void whatADaemonLeftBehindThatWasKilledCountsForNothing() throws IOException {
        var living = living();
        said(living.house(), "Bread that was dough at six.");
        var left = Files.readString(note()).replaceFirst("\"started\":\"[^\"]*\"", "\"started\":\"1970\"");
        living.close();
        Files.writeString(note(), left);

        var undone = terminal.type("undo", "--yes", "--since", "1h");

        assertThat(left).contains("\"started\":\"1970\"");
        assertThat(undone.err()).contains("only while goodword run is on");
    }

    @Test
    void theDoctorTriesTheSignInsOnTheDaemonsTown() {
        try (var living = living()) {
            assertThat(living.firstLine()).startsWith("Sandbox");

            var told = terminal.type("check");

            assertThat(told.out()).contains("25 of 25 work").doesNotContain("not compared");
        }
    }

    @Test
    void aSignInCanBeTriedOnTheDaemonsTown() {
        try (var living = living()) {
            assertThat(living.firstLine()).startsWith("Sandbox");

            var told = terminal.answering("0000000", "members", "sign-in", "@bluebirdbakes");

            assertThat(told.out()).contains("Open this address", "http://127.0.0.1:");
            assertThat(told.code()).isEqualTo(1);
            assertThat(told.err()).contains("PIN");
        }
    }
}
