package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.goodword.cli.Root;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.rehearsal.HouseFactory;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Residents;
import org.goodword.roster.Kind;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.House;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking back what went out to a town that is up, over real HTTP. */
class UndoTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Instant SUNDAY = Instant.parse("2026-08-30T17:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-08-31T05:30:00Z");

    @TempDir
    Path home;

    private Instant now = SUNDAY;
    private Sandbox sandbox;
    private HouseFactory.Rehearsed rehearsed;
    private Root root;

    @BeforeEach
    void sendAMondaysTurns() throws IOException {
        var program = new ProgramRoot(Path.of("").toAbsolutePath(), home, Map.of(), () -> now, new SecureRandom());
        Rehearsal.furnish(
                home,
                program.settings(program.checkout()),
                "store.url=jdbc:sqlite:goodword.db\nsecrets.key-file=goodword.key\n");
        var settings = program.settings(home);
        var residents = Residents.of(program.enrolment(settings).roster());
        var town = Town.of(5, SUNDAY.minus(Residents.TOWN_OLDER), residents, Lift.MODEST);
        sandbox = Sandbox.start(0, town, () -> now, InstantSource.system());
        rehearsed =
                program.rehearsals().open(Rehearsal.over(settings, sandbox), sandbox, () -> now, Announcements.NONE, 5);
        root = withTheTown(program);
        rehearsed.house().rounds().week().run(SUNDAY);
        now = MONDAY;
        rehearsed.house().rounds().morning().run(ZONE, MONDAY);
        for (var minute = 0; minute < 15 * 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            rehearsed.house().rounds().dispatch().run(now);
        }
        assertThat(sent()).isPositive();
    }

    /** The program as it is, with the house over the town in place of one from its files. */
    private Root withTheTown(ProgramRoot program) {
        return (Root) Proxy.newProxyInstance(
                Root.class.getClassLoader(),
                new Class<?>[] {Root.class},
                (proxy, method, args) ->
                        method.getName().equals("open") ? withoutClosing() : method.invoke(program, args));
    }

    private House withoutClosing() {
        var house = rehearsed.house();
        return new House(
                house.settings(),
                house.circle(),
                house.books(),
                house.platform(),
                house.rounds(),
                house.approvals(),
                house.takingBack(),
                house.stopping(),
                house.membership(),
                () -> {});
    }

    @AfterEach
    void close() {
        rehearsed.house().close();
        sandbox.close();
    }

    private long sent() {
        return rehearsed.house().books().turns().ofWeek("2026-W36").stream()
                .filter(turn -> turn.state() == State.SENT)
                .count();
    }

    @Test
    void whatWentOutTodayIsTakenBackOnAYes() {
        var count = sent();

        var undo = Typed.answering("yes", root, "undo", "--since", "today");

        assertThat(undo.code()).isZero();
        assertThat(undo.out()).contains(count + " turn", "Type yes:", "Taken back.");
        assertThat(sent()).isZero();
        assertThat(Typed.line(root, "undo", "--since", "today").out()).contains("Nothing went out since");
    }

    @Test
    void anythingButAYesTakesNothingBack() {
        var count = sent();

        var undo = Typed.answering("", root, "undo", "--since", "24h");

        assertThat(undo.code()).isEqualTo(1);
        assertThat(undo.out()).contains("Nothing was taken back.");
        assertThat(sent()).isEqualTo(count);
    }

    @Test
    void whatCannotBeTakenBackIsSaid() {
        sandbox.close();

        var undo = Typed.line(root, "undo", "--yes", "--since", "2026-08-31T00:00");

        assertThat(undo.code()).isEqualTo(1);
        assertThat(undo.err()).contains("Turn ", "X was not reached");
        assertThat(sent()).isPositive();
    }

    @Test
    void whatMayBeOutIsLookedUpThenAndThere() {
        now = now.plus(Duration.ofHours(1));
        var turn = lostOnItsWay();

        var early = Typed.line(root, "undo", "--yes", "--since", "5m");

        assertThat(early.code()).isEqualTo(1);
        assertThat(early.out()).contains("Of 1 turn since", "it is not known whether");
        assertThat(early.err().replaceAll("\\s+", " "))
                .contains("Turn " + turn.id() + ": It is not known yet whether it went out")
                .contains("Undo it again in 10 minutes.");

        now = now.plus(Duration.ofMinutes(10));
        var late = Typed.line(root, "undo", "--yes", "--since", "15m");

        assertThat(late.code()).describedAs(late.err()).isZero();
        assertThat(late.out()).contains("It did not go out");
    }

    private Booked lostOnItsWay() {
        var turns = rehearsed.house().books().turns();
        var sent = turns.ofWeek("2026-W36").stream()
                .filter(turn -> turn.state() == State.SENT && turn.what().kind() == Kind.INTRODUCTION)
                .findFirst()
                .orElseThrow();
        var what = sent.what();
        var never = Proposal.introduction(
                what.voice(), what.subject(), "Never seen.", "Never seen by anybody.", what.mode());
        var turn = new Turn(0, "2026-W36", sent.turn().day(), never, sent.turn().window(), now, List.of());
        var sending = turns.move(turns.book(turn, State.READY, now, ""), State.SENDING, now, "The request leaves.");
        return turns.move(sending, State.UNKNOWN, now, "No clear answer came.");
    }

    @Test
    void aMomentThatIsNoneIsWrongUsage() {
        assertThat(Typed.line(root, "undo", "--since", "yesterday-ish").code()).isEqualTo(64);
    }
}
