package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.outbox.Bench.NOON;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {
    private static final Instant MORNING = NOON.minus(Duration.ofHours(4));

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void lay() {
        bench = new Bench(folder);
    }

    @AfterEach
    void clear() {
        bench.close();
    }

    /** Its own slot while that is to come, then the minute that is asked about. */
    private Approvals approvals() {
        return new Approvals(
                bench.turns(), (turn, from) -> Optional.of(from.isAfter(turn.slot()) ? from : turn.slot()));
    }

    private Approvals approvalsWithoutAMinute() {
        return new Approvals(bench.turns(), (turn, from) -> Optional.empty());
    }

    @Test
    void aYesInTimeKeepsTheSlot() {
        var turn = bench.asked(bench.introduction());

        var heard = approvals().yes(turn.id(), MORNING);

        assertThat(heard.counted()).isTrue();
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        assertThat(bench.now(turn).turn().slot()).isEqualTo(NOON);
        assertThat(bench.path(turn)).containsExactly(State.PREPARED, State.ASKED, State.APPROVED, State.READY);
    }

    @Test
    void whatSheSaidYesToIsWhatGoesOut() {
        var turn = bench.asked(bench.introduction());

        approvals().yes(turn.id(), MORNING);
        bench.dispatch(Duration.ZERO);

        assertThat(bench.platform.calls).containsExactly("publish @annbakes " + Bench.TEXT);
    }

    @Test
    void aLateYesGetsTheNextGoodMinute() {
        var turn = bench.asked(bench.introduction());
        var evening = NOON.plus(Duration.ofHours(6));

        var heard = approvals().yes(turn.id(), evening);

        assertThat(heard.counted()).isTrue();
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        assertThat(bench.now(turn).turn().slot()).isEqualTo(evening);
        bench.dispatch(Duration.ofHours(6));
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void aYesWithNoMinuteLeftIsMissedWithoutComment() {
        var turn = bench.asked(bench.introduction());

        var heard = approvalsWithoutAMinute().yes(turn.id(), NOON);

        assertThat(heard.counted()).isFalse();
        assertThat(heard.sentence()).isEqualTo("No good minute is left for it. Nothing goes out, and nothing is lost.");
        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aYesAfterTheWindowCountsNoMore() {
        var turn = bench.asked(bench.introduction());

        var heard = approvals().yes(turn.id(), NOON.plus(Duration.ofHours(31)));

        assertThat(heard.counted()).isFalse();
        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aSecondYesChangesNothing() {
        var turn = bench.asked(bench.introduction());
        approvals().yes(turn.id(), MORNING);

        var heard = approvals().yes(turn.id(), MORNING);

        assertThat(heard.counted()).isFalse();
        assertThat(heard.sentence()).contains("is not waiting for an answer: ready");
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
    }

    @Test
    void aNoNeedsNoReason() {
        var turn = bench.asked(bench.introduction());

        var heard = approvals().no(turn.id(), MORNING);

        assertThat(heard).isEqualTo(new Approvals.Heard(true, "Noted. Nothing goes out."));
        assertThat(bench.now(turn).state()).isEqualTo(State.DECLINED);
        bench.dispatch(Duration.ZERO);
        assertThat(bench.platform.calls).isEmpty();
    }

    @Test
    void aNoIsTakenAfterAYesUntilTheRequestLeaves() {
        var turn = bench.asked(bench.introduction());
        approvals().yes(turn.id(), MORNING);

        var heard = approvals().no(turn.id(), NOON);

        assertThat(heard.counted()).isTrue();
        assertThat(bench.now(turn).state()).isEqualTo(State.DECLINED);
    }

    @Test
    void aNoAfterItWentOutSaysSo() {
        var turn = bench.ready(bench.introduction());
        bench.dispatch(Duration.ZERO);

        var heard = approvals().no(turn.id(), NOON);

        assertThat(heard.counted()).isFalse();
        assertThat(heard.sentence()).isEqualTo("Turn " + turn.id() + " can no longer be declined: sent.");
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void aNoThatCrossesTheRequestSaysThatItIsTooLate() {
        var turn = bench.ready(bench.introduction());
        var crossing = new Approvals(overtaken(bench, Duration.ZERO), (placed, from) -> Optional.empty());

        var heard = crossing.no(turn.id(), NOON);

        assertThat(heard.counted()).isFalse();
        assertThat(heard.sentence()).contains("can no longer be declined: sent");
    }

    @Test
    void aYesThatCrossesTheEndOfItsWindowSaysThatItIsTooLate() {
        var turn = bench.asked(bench.introduction());
        var crossing =
                new Approvals(overtaken(bench, Duration.ofHours(31)), (placed, from) -> Optional.of(placed.slot()));

        var heard = crossing.yes(turn.id(), NOON.plus(Duration.ofHours(30)));

        assertThat(heard.counted()).isFalse();
        assertThat(heard.sentence()).endsWith("is not waiting for an answer: missed.");
    }

    @Test
    void anAnswerToATurnThatIsNotThereSaysSo() {
        assertThat(approvals().yes(99, NOON)).isEqualTo(new Approvals.Heard(false, "There is no turn 99."));
        assertThat(approvals().no(99, NOON)).isEqualTo(new Approvals.Heard(false, "There is no turn 99."));
    }

    /** The books, with the dispatcher coming in between the look and the change. */
    private static Turns overtaken(Bench bench, Duration after) {
        var turns = bench.turns();
        var crossed = mock(Turns.class, delegatesTo(turns));
        doAnswer(call -> {
                    var found = turns.find(call.getArgument(0, Long.class));
                    bench.dispatch(after);
                    return found;
                })
                .when(crossed)
                .find(anyLong());
        return crossed;
    }
}
