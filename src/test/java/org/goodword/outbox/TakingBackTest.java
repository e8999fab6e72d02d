package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.outbox.Bench.ANN;
import static org.goodword.outbox.Bench.BEN;
import static org.goodword.outbox.Bench.CAT;
import static org.goodword.outbox.Bench.NOON;

import java.nio.file.Path;
import java.time.Duration;
import org.goodword.platform.Outcome;
import org.goodword.platform.PostId;
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
                        new TakingBack.TakenBack(second.id(), true, "Taken back."),
                        new TakingBack.TakenBack(first.id(), true, "Taken back."));
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
    void whatCouldNotBeTakenBackIsStillLive() {
        var turn = bench.ready(bench.introduction());
        bench.dispatch(Duration.ZERO);
        bench.platform.then(new Outcome.Unknown<>("the connection broke"));

        var taken = bench.takingBack().undoSince(NOON, NOON.plusSeconds(120));

        assertThat(taken)
                .containsExactly(new TakingBack.TakenBack(
                        turn.id(), false, "No clear answer came; try again: the connection broke"));
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
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
