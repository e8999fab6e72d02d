package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.outbox.Bench.ANN;
import static org.goodword.outbox.Bench.BEN;
import static org.goodword.outbox.Bench.CAT;
import static org.goodword.outbox.Bench.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.goodword.outbox.TakingBack.TakenBack;
import org.goodword.platform.Outcome;
import org.goodword.platform.PostId;
import org.goodword.rotation.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakingBackTest {
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

    @Test
    void whatIsLiveIsTakenBackNewestFirst() {
        var first = bench.ready(bench.introduction());
        bench.platform.then(new Outcome.Done<>(new PostId("601")));
        bench.dispatch(Duration.ZERO);
        var second = bench.ready(bench.repost(CAT, BEN, NOON.plusSeconds(60)));
        bench.platform.then(new Outcome.Done<>(new PostId("a-repost-has-its-own-id")));
        bench.dispatch(Duration.ofMinutes(1));
        bench.platform.calls.clear();

        var taken = bench.takingBack().undoSince(NOON, NOON.plusSeconds(120));

        assertThat(bench.platform.calls).containsExactly("undo @catflowers 9001", "delete @annbakes 601");
        assertThat(taken)
                .containsExactly(
                        new TakenBack(second.id(), true, "Taken back."),
                        new TakenBack(first.id(), true, "Taken back."));
        assertThat(bench.now(first).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.now(second).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatWentOutEarlierStays() {
        var turn = bench.ready(bench.introduction());
        bench.dispatch(Duration.ZERO);

        var taken = bench.takingBack().undoSince(NOON.plusSeconds(1), NOON.plusSeconds(120));

        assertThat(taken).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void whatXRefusesToTakeBackIsStillLive() {
        var turn = bench.ready(bench.introduction());
        bench.dispatch(Duration.ZERO);
        bench.platform.then(new Outcome.Refused<>(Outcome.Scope.THIS, "X says no."));

        assertThat(undone(Duration.ofMinutes(2))).isEqualTo(new TakenBack(turn.id(), false, "X says no."));
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void whereTheAnswerToTheTakingBackWasLostItIsLookedUpWhetherItIsGone() {
        var turn = sentAndItsTakingBackLost();

        assertThat(undone(Duration.ofMinutes(20))).isEqualTo(new TakenBack(turn.id(), true, "Taken back."));
        assertThat(bench.now(turn).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.platform.calls).endsWith("delete @annbakes 777", "read timeline @annbakes");
    }

    @Test
    void whatIsStillThereAfterALostTakingBackIsSaidToBe() {
        var turn = sentAndItsTakingBackLost();
        bench.platform.timeline.add(Bench.introductionOut());

        assertThat(undone(Duration.ofMinutes(20)))
                .isEqualTo(new TakenBack(
                        turn.id(),
                        false,
                        "No clear answer came: the connection broke. It is still there; undo it again."));
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void aTimelineThatMayNotShowItYetProvesNothing() {
        var turn = sentAndItsTakingBackLost();

        assertThat(undone(Duration.ofMinutes(4)))
                .isEqualTo(new TakenBack(
                        turn.id(),
                        false,
                        "No clear answer came: the connection broke. It is not on the voice's timeline, which may not"
                                + " show it yet; undo it again in 6 minutes."));
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void aLostTakingBackThatCannotBeLookedUpSaysBoth() {
        var turn = sentAndItsTakingBackLost();
        bench.platform.timelineFails = Optional.of(new Outcome.Unknown<>("no answer in ten seconds"));

        assertThat(undone(Duration.ofMinutes(20)))
                .isEqualTo(new TakenBack(
                        turn.id(),
                        false,
                        "No clear answer came: the connection broke. Whether it is gone could not be looked up:"
                                + " no answer in ten seconds. Undo it again."));
    }

    private Booked sentAndItsTakingBackLost() {
        var turn = bench.ready(bench.introduction());
        bench.platform.then(new Outcome.Done<>(new PostId("777")));
        bench.dispatch(Duration.ZERO);
        bench.platform.then(new Outcome.Unknown<>("the connection broke"));
        return turn;
    }

    @Test
    void whatMayBeOutIsLookedUpThenAndThereAndTakenBack() {
        var turn = unknown(bench.introduction());
        bench.platform.timeline.add(Bench.introductionOut());

        assertThat(undone(Duration.ofMinutes(1))).isEqualTo(new TakenBack(turn.id(), true, "Taken back."));
        assertThat(bench.platform.calls).endsWith("read timeline @annbakes", "delete @annbakes 777");
        assertThat(bench.path(turn)).endsWith(State.UNKNOWN, State.SENT, State.WITHDRAWN);
    }

    @Test
    void aRepostThatMayBeOutIsLookedUpToo() {
        var turn = unknown(bench.repost());
        bench.platform.timeline.add(Bench.carriedOut());

        assertThat(undone(Duration.ofMinutes(1))).isEqualTo(new TakenBack(turn.id(), true, "Taken back."));
        assertThat(bench.platform.calls).endsWith("undo @annbakes 9001");
    }

    @Test
    void whatIsJustBeingSentIsLookedUpToo() {
        var sending = bench.turns().move(bench.ready(bench.introduction()), State.SENDING, NOON, "The request leaves.");
        bench.platform.timeline.add(Bench.introductionOut());

        assertThat(undone(Duration.ofMinutes(1)).done()).isTrue();
        assertThat(bench.now(sending).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatIsNotThereYetIsNotKnownYet() {
        var turn = unknown(bench.introduction());

        assertThat(undone(Duration.ofMinutes(3)))
                .isEqualTo(new TakenBack(
                        turn.id(),
                        false,
                        "It is not known yet whether it went out: it is not on the voice's timeline, which may not show"
                                + " it yet. Undo it again in 7 minutes."));
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatIsNotThereAfterItsTimeDidNotGoOut() {
        var turn = unknown(bench.introduction());

        assertThat(undone(Duration.ofMinutes(10)).done()).isTrue();
        assertThat(bench.now(turn).state()).isEqualTo(State.FAILED);
    }

    @Test
    void whatCannotBeLookedUpSaysWhyAndWhatToDo() {
        var turn = unknown(bench.introduction());
        bench.platform.timelineFails = Optional.of(new Outcome.Unknown<>("no answer in ten seconds"));

        assertThat(undone(Duration.ofMinutes(10)))
                .isEqualTo(new TakenBack(
                        turn.id(),
                        false,
                        "It is not known whether it went out, and the voice's timeline could not be read: no answer in"
                                + " ten seconds. Look at the account itself, or undo it again."));
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
    }

    private Booked unknown(Turn what) {
        var turn = bench.ready(what);
        bench.platform.then(new Outcome.Unknown<>("the connection broke"));
        bench.dispatch(Duration.ZERO);
        return turn;
    }

    private TakenBack undone(Duration after) {
        var taken = bench.takingBack().undoSince(NOON, NOON.plus(after));
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    @Test
    void whatIsQueuedIsStruckAndNothingElse() {
        var sent = bench.ready(bench.introduction());
        bench.dispatch(Duration.ZERO);
        var hers = bench.ready(bench.repost(ANN, BEN, NOON.plusSeconds(60)));
        var others = bench.asked(bench.repost(CAT, BEN, NOON.plusSeconds(60)));

        var struck =
                bench.takingBack().strike(turn -> turn.what().voice().equals(ANN), NOON, "Everything was stopped.");

        assertThat(struck).isEqualTo(1);
        assertThat(bench.now(hers).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.now(others).state()).isEqualTo(State.ASKED);
        assertThat(bench.now(sent).state()).isEqualTo(State.SENT);
    }
}
