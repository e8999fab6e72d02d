package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Account;
import org.goodword.platform.Call;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Ledger;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rounds.books.Books;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of a request that was out, after a kill or while the program lives. */
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

    @Test
    void whatWasLeftBeingSentWhileTheDaemonLivesIsSettledWithoutARestart() {
        var turn = cutOff();
        var round = round();

        round.run(STARTED);
        var left = village.books.turns().find(turn.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(State.UNKNOWN);
        assertThat(left.requested()).contains(STARTED);
        assertThat(spent()).isEqualTo(Usd.parse("0.015"));

        village.platform.timeline = List.of(new Post(
                new PostId("4711"),
                "u-bluebirdbakes",
                LEFT,
                "Plain Sums: Ask them.",
                true,
                false,
                Optional.empty(),
                Counts.NONE));
        village.books.registry().signedIn(new Account(BLUEBIRD, "u-bluebirdbakes"), LEFT);
        round.run(STARTED.plusSeconds(599));
        assertThat(village.books.turns().find(turn.id()).orElseThrow().state()).isEqualTo(State.UNKNOWN);
        round.run(STARTED.plusSeconds(600));

        assertThat(village.books.turns().find(turn.id()).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(spent()).isEqualTo(Usd.parse("0.015"));
        assertThat(village.platform.calls).noneMatch(call -> call.startsWith("publish"));
    }

    @Test
    void aDiskThatIsFullJustAfterAPostWentOutLeavesItsTurnToBeLookedUp() {
        village.week().run(Village.SUNDAY);
        village.morning().run(Village.LONDON, Village.MONDAY);
        var turn = village.turns(State.READY).stream()
                .filter(one -> one.what().composed().isPresent())
                .findFirst()
                .orElseThrow();
        var turns = spy(village.books.turns());
        doThrow(new IllegalStateException("the disk is full"))
                .doCallRealMethod()
                .when(turns)
                .sent(any(), any(), any(), any(), any());
        var slot = turn.turn().slot();
        var round = over(turns, slot);

        assertThatThrownBy(() -> round.run(slot)).hasMessage("the disk is full");
        assertThat(village.turns(State.SENDING)).extracting(Booked::id).containsExactly(turn.id());
        village.platform.timeline = List.of(new Post(
                new PostId("4711"),
                "u-otleytraders",
                slot,
                turn.what().composed().orElseThrow(),
                true,
                false,
                Optional.empty(),
                Counts.NONE));
        round.run(slot.plusSeconds(60));
        round.run(slot.plusSeconds(660));

        assertThat(village.books.turns().find(turn.id()).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(village.platform.calls.stream()
                        .filter(call -> call.startsWith("publish " + turn.what().voice())))
                .hasSize(1);
    }

    private DispatchRound over(Turns turns, Instant at) {
        var books = new Books(
                turns,
                village.books.posts(),
                village.books.ledger(),
                village.books.registry(),
                village.books.journal(),
                village.books.notices());
        return new DispatchRound(
                books, village.circle, village.platform, new Stopping(books, village.circle), () -> at);
    }
}
