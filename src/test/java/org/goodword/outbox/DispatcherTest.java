package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.outbox.Bench.ANN;
import static org.goodword.outbox.Bench.BEN;
import static org.goodword.outbox.Bench.CAT;
import static org.goodword.outbox.Bench.NOON;
import static org.goodword.outbox.Bench.POST;
import static org.goodword.outbox.Bench.TEXT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.conduct.Verdict;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.PostId;
import org.goodword.rotation.Window;
import org.goodword.rounds.books.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

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
    void whatIsDueIsSentToTheLetter() {
        var turn = bench.ready(bench.introduction());
        bench.platform.then(new Outcome.Done<>(new PostId("601")));

        var left = bench.dispatch(Duration.ZERO);

        assertThat(left).isEqualTo(1);
        assertThat(bench.platform.calls).containsExactly("publish @annbakes " + TEXT);
        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
        assertThat(bench.now(turn).made()).contains(new PostId("601"));
        assertThat(bench.now(turn).sentAt()).contains(NOON);
        assertThat(bench.path(turn)).containsExactly(State.PREPARED, State.READY, State.SENDING, State.SENT);
    }

    @Test
    void nothingLeavesBeforeItsSlot() {
        var turn = bench.ready(bench.introduction());

        var left = bench.dispatch(Duration.ofSeconds(-1));

        assertThat(left).isZero();
        assertThat(bench.platform.calls).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        bench.ready(bench.repost());
        bench.dispatch(Duration.ZERO);
        bench.platform.calls.clear();

        bench.dispatch(MINUTE);

        assertThat(bench.platform.calls).isEmpty();
    }

    @Test
    void whatStandsBehindARequestThatAStopBrokeOffWaitsForTheNextStart() {
        var first = bench.ready(bench.introduction());
        var second = bench.ready(bench.repost());
        bench.platform.then(() -> {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown<>("the program was stopped");
        });

        bench.dispatch(Duration.ZERO);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.platform.writesMade()).hasSize(1);
        assertThat(bench.now(first).state()).isEqualTo(State.UNKNOWN);
        assertThat(bench.now(second).state()).isEqualTo(State.READY);
    }

    @Test
    void onlyWhatIsReadyGoesOut() {
        bench.book(bench.repost(), State.PREPARED);
        bench.book(bench.introduction(), State.PLANNED);
        bench.asked(bench.introduction());

        bench.dispatch(MINUTE);

        assertThat(bench.platform.calls).isEmpty();
    }

    @Test
    void itIsWrittenDownBeforeTheRequestLeaves() {
        var turn = bench.ready(bench.introduction());
        var seen = new ArrayList<State>();
        bench.platform.then(() -> {
            seen.add(bench.onDisk(turn.id()));
            return new Outcome.Done<>(new PostId("601"));
        });

        bench.dispatch(Duration.ZERO);

        assertThat(seen).containsExactly(State.SENDING);
    }

    @Test
    void whatARepostMadeIsThePostItCarried() {
        var turn = bench.ready(bench.repost());
        bench.platform.then(new Outcome.Done<>(new PostId("repost-with-an-id-of-its-own")));

        bench.dispatch(Duration.ZERO);

        assertThat(bench.now(turn).made()).contains(POST);
    }

    @Test
    void aRuleHasTheLastWord() {
        var turn = bench.ready(bench.introduction());
        bench.rulebook = (booked, fresh, at) -> new Verdict.Refused("rivals", "the two are rivals now");

        bench.dispatch(Duration.ZERO);

        assertThat(bench.platform.writesMade()).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.REFUSED);
        assertThat(bench.now(turn).reason()).isEqualTo("The two are rivals now (rule rivals).");
    }

    @Test
    void theRuleIsAskedBeforeTheLookAndSeesThePostAsItIsNowAfter() {
        bench.ready(bench.repost());
        var seen = new ArrayList<Object>();
        bench.rulebook = (booked, fresh, at) -> {
            seen.add(fresh);
            return Verdict.ALLOWED;
        };

        bench.dispatch(Duration.ZERO);

        assertThat(seen).containsExactly(Optional.empty(), Optional.of(Bench.post(POST)));
    }

    @Test
    void whatARuleRefusesIsNotPaidForByALook() {
        bench.ready(bench.repost());
        bench.rulebook = (booked, fresh, at) -> new Verdict.Refused("rivals", "the two are rivals now");

        bench.dispatch(Duration.ZERO);

        assertThat(bench.platform.calls).isEmpty();
    }

    @Test
    void whatHasToWaitGoesOutWhenItMay() {
        var turn = bench.ready(bench.introduction());
        var free = NOON.plus(Duration.ofHours(1));
        bench.rulebook = (booked, fresh, at) ->
                at.isBefore(free) ? new Verdict.Later("spacing", "another post is too near", free) : Verdict.ALLOWED;

        bench.dispatch(MINUTE);
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        bench.dispatch(Duration.ofHours(1));

        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void whatWaitsPastItsShelfLifeIsMissedAndSaysWhatItWaitedFor() {
        var turn = bench.ready(bench.introduction());
        bench.rulebook =
                (booked, fresh, at) -> new Verdict.Later("spacing", "another post is too near", at.plusSeconds(60));

        bench.dispatch(MINUTE);
        bench.dispatch(Duration.ofHours(4).minusSeconds(1));
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        bench.dispatch(Duration.ofHours(4));

        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(turn).reason()).contains("within its 4 hours").contains("another post is too near");
        assertThat(bench.platform.writesMade()).isEmpty();
    }

    @Test
    void whatTheProgramWasOffForSaysFromWhenToWhen() {
        var turn = bench.ready(bench.introduction());
        bench.absences = List.of(new Window(NOON.minus(Duration.ofMinutes(2)), NOON.plus(Duration.ofHours(5))));

        bench.dispatch(Duration.ofHours(5));

        assertThat(bench.now(turn).reason())
                .isEqualTo(
                        "It could not go out within its 4 hours: the program was off from about Tuesday 15 September at"
                                + " 11:58 to Tuesday 15 September at 17:00.");
    }

    @Test
    void whatWasHeldUpBeforeTheProgramWasOffSaysBoth() {
        var turn = bench.ready(bench.repost());
        bench.platform.readFails = Optional.of(new Outcome.Unknown<>("no answer in ten seconds"));
        bench.dispatch(MINUTE);
        bench.absences = List.of(new Window(NOON.plus(MINUTE), NOON.plus(Duration.ofHours(32))));

        bench.dispatch(Duration.ofHours(32));

        assertThat(bench.now(turn).reason())
                .isEqualTo("Its time was over before it could go out: The post could not be looked at: no answer in ten"
                        + " seconds; then the program was off from about Tuesday 15 September at 12:01 to Wednesday 16"
                        + " September at 20:00.");
    }

    @Test
    void thatItWasApprovedIsNoReasonForMissingIt() {
        var turn = bench.ready(bench.introduction());

        bench.dispatch(Duration.ofHours(5));

        assertThat(bench.now(turn).reason())
                .isEqualTo("It could not go out within its 4 hours: the program did not come to it in that time.");
    }

    @Test
    void aPlannedTurnWhoseDayPassedWhileTheProgramWasOffSaysSo() {
        var turn = bench.book(bench.introduction(), State.PLANNED);
        bench.absences = List.of(new Window(NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(32))));

        bench.dispatch(Duration.ofHours(32));

        assertThat(bench.now(turn).reason())
                .startsWith("Its day passed before it was prepared: the program was off from about Tuesday");
    }

    @Test
    void whatHeldItUpIsNotHiddenByTheEndOfItsHours() {
        var turn = bench.ready(bench.introduction());
        var rest = "@annbakes was told \"too many\" twice within a day, so it rests for a day, until Wednesday";
        bench.platform.then(new Outcome.Later<>(NOON.plus(Duration.ofDays(1)), rest));
        bench.dispatch(MINUTE);
        bench.rulebook = (booked, fresh, at) ->
                new Verdict.Later("hours", "it is outside the waking hours of Ann", at.plusSeconds(60));

        bench.dispatch(Duration.ofHours(2));
        assertThat(bench.now(turn).reason()).contains("rests for a day");
        bench.dispatch(Duration.ofHours(4));

        assertThat(bench.now(turn).reason())
                .isEqualTo("It could not go out within its 4 hours: It has to wait: " + rest + ".");
    }

    @Test
    void waitingForTheSameReasonIsWrittenDownOnce() {
        var turn = bench.ready(bench.introduction());
        bench.rulebook =
                (booked, fresh, at) -> new Verdict.Later("spacing", "another post is too near", at.plusSeconds(60));

        bench.dispatch(MINUTE);
        bench.dispatch(MINUTE.multipliedBy(2));
        bench.dispatch(MINUTE.multipliedBy(3));

        assertThat(bench.turns().story(turn.id()))
                .filteredOn(step -> step.reason().contains("too near"))
                .hasSize(1);
    }

    @Test
    void aRestartAfterThreeDaysSendsNothingStale() {
        var turn = bench.ready(bench.introduction());
        var asked = bench.asked(bench.repost());
        bench.startAgain();

        bench.dispatch(Duration.ofDays(3));

        assertThat(bench.platform.calls).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(asked).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(asked).reason()).isEqualTo("No answer came before its time was over. Silence is no.");
    }

    @Test
    void whatItsWindowLeftBehindIsMissedInEveryQueuedState() {
        var planned = bench.book(bench.introduction(), State.PLANNED);
        var prepared = bench.book(bench.repost(), State.PREPARED);

        bench.dispatch(Duration.ofHours(31).minusSeconds(1));
        assertThat(bench.turns().in(State.QUEUED)).hasSize(2);
        bench.dispatch(Duration.ofHours(31));

        assertThat(bench.now(planned).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(planned).reason()).isEqualTo("Its day passed before it was prepared.");
        assertThat(bench.now(prepared).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aYesThatACrashCutShortStillGoesOutAtItsSlot() {
        var approved = bench.turns().move(bench.asked(bench.introduction()), State.APPROVED, NOON, "Yes.");

        bench.dispatch(Duration.ofMinutes(1));

        assertThat(bench.now(approved).state()).isEqualTo(State.SENT);
    }

    @Test
    void aYesThatACrashCutShortIsNotSentLate() {
        var approved = bench.turns().move(bench.asked(bench.introduction()), State.APPROVED, NOON, "Yes.");

        bench.dispatch(Duration.ofHours(5));

        assertThat(bench.platform.writesMade()).isEmpty();
        assertThat(bench.now(approved).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aLookThatTookTooLongMakesTheTurnLate() {
        var turn = bench.ready(bench.repost());
        bench.platform.whileReading = () -> bench.clock = NOON.plus(Duration.ofHours(4));

        bench.dispatch(Duration.ofHours(4).minusSeconds(1));

        assertThat(bench.platform.writesMade()).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aLostAnswerIsUnknownAndNeverSentAgain() {
        var turn = bench.ready(bench.introduction());
        bench.platform.then(new Outcome.Unknown<>("the connection broke"));

        bench.dispatch(Duration.ZERO);
        bench.dispatch(MINUTE);
        bench.dispatch(Duration.ofHours(30));

        assertThat(bench.platform.calls).hasSize(1);
        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
        assertThat(bench.now(turn).reason()).contains("the connection broke");
        assertThat(bench.now(turn).requested()).contains(NOON);
    }

    @Test
    void aFailureOfOurOwnWhileTheRequestIsUnderWayLeavesItUnknown() {
        var turn = bench.ready(bench.introduction());
        bench.platform.then(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> bench.dispatch(Duration.ZERO)).hasMessage("a bug");

        assertThat(bench.now(turn).state()).isEqualTo(State.UNKNOWN);
        bench.dispatch(MINUTE);
        assertThat(bench.platform.calls).hasSize(1);
    }

    @Test
    void tooManyPutsItBackInTheQueue() {
        var turn = bench.ready(bench.introduction());
        bench.platform.then(
                new Outcome.Later<>(NOON.plus(MINUTE), "X says too many requests", Outcome.Contact.PUSHED_BACK));

        bench.dispatch(Duration.ZERO);
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        assertThat(bench.now(turn).readyAt()).contains(NOON);
        bench.dispatch(MINUTE);

        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void beingPutBackDoesNotLengthenItsShelfLife() {
        var turn = bench.ready(bench.introduction());
        bench.platform.then(new Outcome.Later<>(
                NOON.plus(Duration.ofHours(4)), "X says too many requests", Outcome.Contact.PUSHED_BACK));

        bench.dispatch(Duration.ofHours(3));
        bench.dispatch(Duration.ofHours(4));

        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(turn).reason()).contains("X says too many requests");
    }

    @Test
    void aTextThatXTurnsAwayFailsAlone() {
        var turn = bench.ready(bench.introduction());
        var other = bench.ready(bench.repost(CAT, BEN, NOON.plus(MINUTE)));
        bench.platform.then(new Outcome.Refused<>(Scope.THIS, "X has such a text from this account already"));

        bench.dispatch(MINUTE);

        assertThat(bench.now(turn).state()).isEqualTo(State.FAILED);
        assertThat(bench.now(turn).reason()).isEqualTo("X has such a text from this account already");
        assertThat(bench.now(other).state()).isEqualTo(State.SENT);
        assertThat(bench.stopped()).isEmpty();
    }

    @Test
    void aDeadSignInStopsTheAccountAndStrikesItsQueue() {
        var turn = bench.ready(bench.introduction());
        var waiting = bench.asked(bench.repost());
        var aboutHer = bench.ready(bench.repost(CAT, ANN, NOON.plus(Duration.ofHours(2))));
        var another = bench.ready(bench.repost(CAT, BEN, NOON.plus(Duration.ofHours(3))));
        bench.platform.then(new Outcome.Refused<>(Scope.SIGN_IN, "X no longer takes the sign-in of @annbakes"));

        bench.dispatch(Duration.ZERO);

        assertThat(bench.now(turn).state()).isEqualTo(State.FAILED);
        assertThat(bench.now(waiting).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.now(aboutHer).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.now(another).state()).isEqualTo(State.READY);
        assertThat(bench.stopped()).containsExactly(ANN);
        assertThat(bench.books.notices().open())
                .extracting(Notices.Notice::action)
                .containsExactly("goodword members sign-in @annbakes");
    }

    @Test
    void aQueueStruckWhileItIsBeingSentHoldsNobodyElseUp() {
        bench.ready(bench.introduction());
        var struck = bench.ready(bench.repost(ANN, BEN, NOON.plus(MINUTE)));
        var another = bench.ready(bench.repost(CAT, BEN, NOON.plus(MINUTE.multipliedBy(2))));
        bench.platform.then(new Outcome.Refused<>(Scope.SIGN_IN, "X no longer takes the sign-in of @annbakes"));

        bench.dispatch(MINUTE.multipliedBy(2));

        assertThat(bench.now(struck).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.now(another).state()).isEqualTo(State.SENT);
    }

    @Test
    void noMoreCreditsStopsEverything() {
        bench.ready(bench.introduction());
        var another = bench.ready(bench.repost(CAT, BEN, NOON.plus(MINUTE)));
        bench.platform.then(new Outcome.Refused<>(Scope.APP, "X's credits have run out"));

        bench.dispatch(MINUTE);

        assertThat(bench.books.registry().everythingStopped(NOON)).contains("X's credits have run out");
        assertThat(bench.platform.writesMade()).hasSize(1);
        assertThat(bench.now(another).state()).isNotEqualTo(State.SENT);
        assertThat(bench.books.notices().open())
                .extracting(Notices.Notice::action)
                .containsExactly("goodword resume all");
    }

    @Test
    void aPostThatIsGoneIsNotCarried() {
        var turn = bench.ready(bench.repost());
        bench.platform.posts.clear();

        bench.dispatch(Duration.ZERO);

        assertThat(bench.platform.writesMade()).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.REFUSED);
        assertThat(bench.now(turn).reason()).isEqualTo("The post is no longer there to carry (deleted).");
    }

    @Test
    void aPostThatCannotBeLookedAtWaitsAndIsThenMissed() {
        var turn = bench.ready(bench.repost());
        bench.platform.readFails = Optional.of(new Outcome.Unknown<>("no answer in ten seconds"));

        bench.dispatch(MINUTE);
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        bench.dispatch(Duration.ofHours(4));

        assertThat(bench.platform.writesMade()).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(turn).reason()).contains("no answer in ten seconds");
    }

    @Test
    void aPostThatIsNotAnsweredForIsNotTakenForGone() {
        var turn = bench.ready(bench.repost());
        bench.platform.readFails = Optional.of(new Outcome.Done<>(new Batch(Map.of(), Map.of())));

        bench.dispatch(MINUTE);

        assertThat(bench.platform.writesMade()).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
    }

    @Test
    void noMoreCreditsForLookingStopsEverythingToo() {
        bench.ready(bench.repost());
        bench.platform.readFails = Optional.of(new Outcome.Refused<>(Scope.APP, "X's credits have run out"));

        bench.dispatch(Duration.ZERO);

        assertThat(bench.books.registry().everythingStopped(NOON)).contains("X's credits have run out");
    }

    @Test
    void anAccountThatXHasNotToldUsOfYetIsWaitedForAndItsTurnGoesOutOnceItIsKnown() {
        var stranger = Handle.of("nobodyyet");
        var turn = bench.ready(bench.repost(stranger, BEN, NOON));

        bench.dispatch(Duration.ZERO);

        assertThat(bench.platform.calls).isEmpty();
        assertThat(bench.now(turn).state()).isEqualTo(State.READY);
        assertThat(bench.now(turn).reason()).startsWith("X has not told us yet who @nobodyyet is");

        bench.books.registry().signedIn(new Account(stranger, "u-stranger"), NOON);
        bench.dispatch(Duration.ofMinutes(30));

        assertThat(bench.now(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void whoeverStaysUnknownMissesItsTurnWithTheTrueReason() {
        var turn = bench.ready(bench.repost(Handle.of("nobodyyet"), BEN, NOON));

        bench.dispatch(Duration.ZERO);
        bench.dispatch(Duration.ofHours(4));

        assertThat(bench.now(turn).state()).isEqualTo(State.MISSED);
        assertThat(bench.now(turn).reason()).contains("X has not told us yet who @nobodyyet is");
    }
}
