package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.outbox.Bench.NOON;
import static org.goodword.outbox.Bench.POST;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.goodword.platform.Outcome;
import org.goodword.platform.PostId;
import org.goodword.rotation.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcilerTest {
    private static final Duration SETTLE_AFTER = Bench.SHELF.settleAfter();
    private static final Duration SHELF_LIFE = Bench.SHELF.life();

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

    /** Stands for the plug being pulled while the request is under way. */
    private static final class PlugPulled extends Error {}

    private Booked crashWhileSending(Turn dealt) {
        var turn = bench.ready(dealt);
        bench.platform.then(() -> {
            throw new PlugPulled();
        });
        assertThatThrownBy(() -> bench.dispatch(Duration.ZERO)).isInstanceOf(PlugPulled.class);
        bench.startAgain();
        return turn;
    }

    private Booked lostAnswer(Turn dealt) {
        var turn = bench.ready(dealt);
        bench.platform.then(new Outcome.Unknown<>("the connection broke"));
        bench.dispatch(Duration.ZERO);
        return turn;
    }

    @Test
    void whatWasUnderWayWhenTheProgramEndedIsUnknown() {
        var turn = crashWhileSending(bench.introduction());
        assertThat(bench.now(turn).state()).isEqualTo(State.SENDING);

        var cut = bench.reconciler().afterAStart(NOON);

        assertThat(cut).isEqualTo(1);
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
        assertThat(bench.now(turn).requested()).contains(NOON);
        bench.dispatch(SETTLE_AFTER);
        assertThat(bench.platform.calls).hasSize(1);
    }

    @Test
    void afterACrashAnIntroductionIsFoundByItsExactText() {
        var turn = crashWhileSending(bench.introduction());
        bench.reconciler().afterAStart(NOON);
        bench.platform.timeline.add(Bench.introductionOut());

        var settled = bench.settle(SETTLE_AFTER);

        assertThat(settled).isEqualTo(1);
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
        assertThat(bench.now(turn).made()).contains(new PostId("777"));
        assertThat(bench.now(turn).sentAt()).contains(NOON);
        assertThat(bench.platform.writesMade()).hasSize(1);
    }

    @Test
    void afterACrashARepostIsFoundByWhatItCarries() {
        var turn = crashWhileSending(bench.repost());
        bench.reconciler().afterAStart(NOON);
        bench.platform.timeline.add(Bench.carriedOut());

        bench.settle(SETTLE_AFTER);

        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
        assertThat(bench.now(turn).made()).contains(POST);
    }

    @Test
    void anotherTextOnTheTimelineIsNotTheOne() {
        var turn = lostAnswer(bench.repost());
        bench.platform.timeline.add(Bench.introductionOut());

        bench.settle(SETTLE_AFTER);

        assertThat(bench.now(turn).state()).isEqualTo(State.FAILED);
    }

    @Test
    void absenceMeansNothingTooSoon() {
        var turn = lostAnswer(bench.introduction());

        var settled = bench.settle(SETTLE_AFTER.minusSeconds(1));

        assertThat(settled).isZero();
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatIsAbsentLateEnoughHasFailedAndIsNotSentAgain() {
        var turn = lostAnswer(bench.introduction());

        bench.settle(SETTLE_AFTER);
        bench.dispatch(SETTLE_AFTER.plusMinutes(1));

        assertThat(bench.now(turn).state()).isEqualTo(State.FAILED);
        assertThat(bench.platform.writesMade()).hasSize(1);
    }

    @Test
    void aTimelineThatCannotBeReadLeavesItUnknownUntilItsShelfLifeEnds() {
        var turn = lostAnswer(bench.introduction());
        bench.platform.timelineFails = Optional.of(new Outcome.Unknown<>("no answer in ten seconds"));

        bench.settle(SHELF_LIFE);
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
        bench.settle(SHELF_LIFE.plus(SETTLE_AFTER));

        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(turn).reason()).contains("no answer in ten seconds");
    }

    @Test
    void aProgramThatIsBeingStoppedGivesNothingUp() {
        var turn = lostAnswer(bench.introduction());
        bench.platform.timelineFails = Optional.of(new Outcome.Unknown<>("the program was stopped"));

        Thread.currentThread().interrupt();
        bench.settle(SHELF_LIFE.plus(SETTLE_AFTER));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatWasGivenUpAndIsFoundLaterWasSent() {
        var turn = lostAnswer(bench.introduction());
        bench.platform.timelineFails = Optional.of(new Outcome.Unknown<>("no answer in ten seconds"));
        bench.settle(SHELF_LIFE.plus(SETTLE_AFTER));
        bench.platform.timelineFails = Optional.empty();
        bench.platform.timeline.add(Bench.introductionOut());

        var found = bench.lookAgain(Duration.ofDays(2));

        assertThat(found).isEqualTo(1);
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
        assertThat(bench.now(turn).sentAt()).contains(NOON);
    }

    @Test
    void whatFailedByAbsenceAndIsFoundLaterWasSent() {
        var turn = lostAnswer(bench.repost());
        bench.settle(SETTLE_AFTER);
        bench.platform.timeline.add(Bench.carriedOut());

        bench.lookAgain(Duration.ofDays(6));

        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void afterAWeekNobodyLooksAnyMore() {
        var turn = lostAnswer(bench.repost());
        bench.settle(SETTLE_AFTER);
        bench.platform.timeline.add(Bench.carriedOut());

        var found = bench.lookAgain(Duration.ofDays(7));

        assertThat(found).isZero();
        assertThat(bench.now(turn).state()).isEqualTo(State.FAILED);
    }

    @Test
    void whatNeverLeftIsNotLookedFor() {
        bench.turns().move(bench.ready(bench.introduction()), State.MISSED, NOON, "Too late.");

        bench.lookAgain(Duration.ofDays(1));

        assertThat(bench.platform.calls).isEmpty();
    }

    @Test
    void aLinkThatWasPressedIsSeen() {
        var turn = bench.turns().move(bench.book(bench.repost(), State.PREPARED), State.HANDED, NOON, "Link given.");
        bench.platform.timeline.add(Bench.carriedOut());

        bench.lookAgain(Duration.ofDays(1));

        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void lookingNeverSends() {
        lostAnswer(bench.introduction());
        bench.platform.calls.clear();

        bench.settle(SETTLE_AFTER);
        bench.lookAgain(Duration.ofDays(1));

        assertThat(bench.platform.writesMade()).isEmpty();
    }
}
