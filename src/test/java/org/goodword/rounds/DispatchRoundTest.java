package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Call;
import org.goodword.platform.Handle;
import org.goodword.platform.Ledger;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first look after a kill makes of a request that was out. */
class DispatchRoundTest {
    private static final Handle BLUEBIRD = Handle.of("@bluebirdbakes");
    private static final Instant LEFT = Village.MONDAY.plus(Duration.ofHours(4));
    private static final Instant STARTED = LEFT.plusSeconds(90);

    private Village village;

    @BeforeEach
    void open(@TempDir Path home) {
        village = new Village(home);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private DispatchRound round() {
        var stopping = new Stopping(village.books, village.circle);
        return new DispatchRound(village.books, village.circle, village.platform, stopping, () -> STARTED);
    }

    private Booked cutOff() {
        var turns = village.books.turns();
        var what = Proposal.introduction(
                BLUEBIRD, Handle.of("@plainsums"), "Ask them.", "Plain Sums: Ask them.", Mode.APPROVE);
        var window = new Window(Village.MONDAY, Village.MONDAY.plus(Duration.ofHours(36)));
        var turn = new Turn(0, Village.WEEK.name(), LocalDate.of(2026, 8, 31), what, window, LEFT, List.of());
        var ready = turns.move(turns.book(turn, State.PREPARED, LEFT, ""), State.READY, LEFT, "");
        return turns.move(ready, State.SENDING, LEFT, "The request leaves.");
    }

    private Usd spent() {
        return village.books.ledger().spentSince(Instant.EPOCH);
    }

    @Test
    void aWriteThatAKillCutOffIsInTheLedgerOnce() {
        var turn = cutOff();

        assertThat(round().afterAStart(STARTED)).isEqualTo(1);
        assertThat(round().afterAStart(STARTED)).isZero();

        assertThat(spent()).isEqualTo(Usd.parse("0.015"));
        assertThat(village.books.turns().find(turn.id()).orElseThrow().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void theNextStartKnowsWhenTheProgramWasOffAndAMissedTurnSaysSo() {
        var before = round();
        before.afterAStart(LEFT);
        before.run(LEFT.plus(Duration.ofMinutes(1)));
        before.run(LEFT.plus(Duration.ofMinutes(3)));
        var turns = village.books.turns();
        var sending = cutOff();
        turns.move(sending, State.READY, LEFT, "X asked to wait: for a moment");

        var after = round();
        after.afterAStart(LEFT.plus(Duration.ofHours(6)));
        after.run(LEFT.plus(Duration.ofHours(6)));

        assertThat(turns.find(sending.id()).orElseThrow().reason())
                .isEqualTo("It could not go out within its 4 hours: X asked to wait: for a moment; then the program was"
                        + " off from about Monday 31 August at 10:33 to Monday 31 August at 16:30.");
    }

    @Test
    void aQuickRestartAndALongRoundAreNoTimeOff() {
        var before = round();
        before.afterAStart(LEFT);
        before.run(LEFT.plus(Duration.ofMinutes(20)));
        round().afterAStart(LEFT.plus(Duration.ofMinutes(24)));

        assertThat(village.books.journal().offSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void aMachineThatSleptIsTimeOff() {
        var round = round();
        round.afterAStart(LEFT);
        round.run(LEFT.plus(Duration.ofHours(2)));

        assertThat(village.books.journal().offSince(LEFT.plus(Duration.ofHours(1))))
                .containsExactly(new Window(LEFT, LEFT.plus(Duration.ofHours(2))));
        assertThat(village.books.journal().offSince(LEFT.plus(Duration.ofHours(3))))
                .isEmpty();
    }

    @Test
    void aRehearsalWhoseClockJumpsWritesNoTimeOff() {
        var round = round();
        round.run(LEFT);
        round.run(LEFT.plus(Duration.ofHours(9)));

        assertThat(village.books.journal().lastRunning()).isEmpty();
        assertThat(village.books.journal().offSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void aKillBetweenTheLedgerAndTheTurnChargesNothingTwice() {
        cutOff();
        var entry = new Ledger.Entry(
                LEFT.plusSeconds(1), Call.PUBLISH, Optional.of(BLUEBIRD), 1, Usd.parse("0.015"), false);
        village.books.ledger().record(entry);

        assertThat(round().afterAStart(STARTED)).isEqualTo(1);

        assertThat(spent()).isEqualTo(Usd.parse("0.015"));
    }
}
