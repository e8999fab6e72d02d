package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.PostId;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTurnsTest {
    private static final Instant LATER = NOON.plusSeconds(60);

    @TempDir
    Path folder;

    private Database database;
    private Turns turns;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
        turns = new StoredTurns(database);
        new StoredPosts(database).found(List.of(Shelves.post("9001")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Booked planned() {
        return turns.book(Shelves.introductionTurn(), State.PLANNED, NOON, "Dealt with its week.");
    }

    private Booked ready() {
        var prepared = turns.move(planned(), State.PREPARED, NOON, "Its day has come.");
        return turns.move(prepared, State.READY, NOON, "It may go out by itself.");
    }

    @Test
    void anIntroductionComesBackAsItWasBooked() {
        var booked = planned();

        var found = turns.find(booked.id()).orElseThrow();

        assertThat(found).isEqualTo(booked);
        assertThat(found.turn()).isEqualTo(Shelves.introductionTurn().numbered(booked.id()));
        assertThat(found.state()).isEqualTo(State.PLANNED);
        assertThat(found.reason()).isEqualTo("Dealt with its week.");
        assertThat(found.readyAt()).isEmpty();
        assertThat(found.requested()).isEmpty();
        assertThat(found.made()).isEmpty();
    }

    @Test
    void aRepostComesBackWithThePostItCarries() {
        var turn = Shelves.repostTurn(Shelves.post("9001"));

        var booked = turns.book(turn, State.PREPARED, NOON, "Dealt this morning.");

        assertThat(booked.turn()).isEqualTo(turn.numbered(booked.id()));
    }

    @Test
    void aRepostOfAPostThatIsNotInTheBooksIsRefused() {
        var turn = Shelves.repostTurn(Shelves.post("404"));

        assertThatThrownBy(() -> turns.book(turn, State.PREPARED, NOON, "Dealt this morning."))
                .hasMessageContaining("FOREIGN KEY");
        assertThat(turns.since(Instant.EPOCH)).isEmpty();
    }

    @Test
    void everyChangeIsARowOfTheStoryWithItsReason() {
        var turn = ready();

        assertThat(turns.story(turn.id()))
                .containsExactly(
                        new Turns.Step(NOON, Optional.empty(), State.PLANNED, "Dealt with its week."),
                        new Turns.Step(NOON, Optional.of(State.PLANNED), State.PREPARED, "Its day has come."),
                        new Turns.Step(NOON, Optional.of(State.PREPARED), State.READY, "It may go out by itself."));
    }

    @Test
    void aChangeFromAStateItHasLeftIsOvertaken() {
        var seen = planned();
        turns.move(seen, State.WITHDRAWN, NOON, "Struck.");

        assertThatThrownBy(() -> turns.move(seen, State.PREPARED, LATER, "Its day has come."))
                .isInstanceOf(Turns.Overtaken.class)
                .hasMessage("turn " + seen.id() + " is no longer PLANNED");
        assertThat(turns.find(seen.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(turns.story(seen.id())).hasSize(2);
    }

    @Test
    void aStepThatIsNotOfItsLifeIsABug() {
        var turn = planned();

        assertThatThrownBy(() -> turns.move(turn, State.SENT, LATER, "No."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("turn " + turn.id() + " cannot go from PLANNED to SENT");
        assertThat(turns.story(turn.id())).hasSize(1);
    }

    @Test
    void whatItMadeIsWrittenWithItsSending() {
        var sending = turns.move(ready(), State.SENDING, NOON, "The request leaves.");

        var sent = turns.sent(sending, new PostId("601"), NOON, LATER, "X took it.");

        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.made()).contains(new PostId("601"));
        assertThat(sent.sentAt()).contains(NOON);
        assertThat(sent.since()).isEqualTo(LATER);
        assertThat(sent.requested()).contains(LATER);
    }

    @Test
    void itIsReadySinceTheFirstTime() {
        var sending = turns.move(ready(), State.SENDING, LATER, "The request leaves.");

        var again = turns.move(sending, State.READY, LATER, "X asked to wait.");

        assertThat(again.readyAt()).contains(NOON);
        assertThat(again.requested()).contains(LATER);
    }

    @Test
    void anotherMinuteIsNotedInTheStateItIsIn() {
        var turn = ready();
        var window = new Window(NOON, NOON.plus(Duration.ofHours(9)));

        var moved = turns.reslot(turn, window, LATER, LATER, "The next good minute.");

        assertThat(moved.turn()).isEqualTo(turn.turn().in(window).at(LATER));
        assertThat(moved.state()).isEqualTo(State.READY);
        assertThat(turns.story(turn.id()))
                .endsWith(new Turns.Step(LATER, Optional.of(State.READY), State.READY, "The next good minute."));
    }

    @Test
    void anotherMinuteForATurnThatMovedOnIsOvertaken() {
        var seen = ready();
        turns.move(seen, State.DECLINED, NOON, "No.");

        assertThatThrownBy(() -> turns.reslot(seen, seen.turn().window(), LATER, LATER, "The next good minute."))
                .isInstanceOf(Turns.Overtaken.class);
        assertThatThrownBy(() -> turns.note(seen, LATER, "It waits.")).isInstanceOf(Turns.Overtaken.class);
        assertThat(turns.find(seen.id()).orElseThrow().turn().slot()).isEqualTo(NOON);
    }

    @Test
    void whyItWaitsIsItsReasonAndARowOfItsStory() {
        var turn = ready();

        var noted = turns.note(turn, LATER, "Another post is too near.");

        assertThat(noted.reason()).isEqualTo("Another post is too near.");
        assertThat(noted.since()).isEqualTo(NOON);
        assertThat(turns.story(turn.id())).hasSize(4);
    }

    @Test
    void turnsInAStateComeInTheOrderOfTheirSlots() {
        var late = turns.book(Shelves.introductionTurn().at(LATER), State.PLANNED, NOON, "Dealt.");
        var early = planned();
        turns.move(planned(), State.WITHDRAWN, NOON, "Struck.");

        assertThat(turns.in(EnumSet.of(State.PLANNED))).containsExactly(early, late);
        assertThat(turns.in(EnumSet.noneOf(State.class))).isEmpty();
        assertThat(turns.ofWeek("2026-W38")).hasSize(3);
        assertThat(turns.ofWeek("2026-W39")).isEmpty();
    }

    @Test
    void openTurnsAreRememberedHoweverOldAndEndedOnesByTheirSlot() {
        var open = planned();
        var ended = turns.move(planned(), State.WITHDRAWN, NOON, "Struck.");

        assertThat(turns.since(NOON)).containsExactly(open, ended);
        assertThat(turns.since(LATER)).containsExactly(open);
    }

    @Test
    void whatWasFoundToHaveGoneOutLaterIsRememberedByItsSending() {
        var unknown = turns.move(
                turns.move(ready(), State.SENDING, NOON, "The request leaves."), State.UNKNOWN, NOON, "Lost.");
        var sent = turns.sent(unknown, new PostId("601"), LATER, LATER, "It stands there.");

        assertThat(turns.since(LATER)).containsExactly(sent);
    }

    @Test
    void aTurnNobodyBookedIsNotThere() {
        assertThat(turns.find(99)).isEmpty();
        assertThat(turns.story(99)).isEmpty();
    }

    @Test
    void aReasonInAnyLetteringComesBack() {
        var words = "Zoë's “café” 🥐 said: 'no' -- drop table turn;\nsecond line";
        var turn = turns.book(
                Shelves.turn(Proposal.introduction(ANN, BEN, words, words, Mode.AUTOMATIC), NOON),
                State.PLANNED,
                NOON,
                words);

        assertThat(turns.find(turn.id()).orElseThrow().what().composed()).contains(words);
        assertThat(turns.find(turn.id()).orElseThrow().reason()).isEqualTo(words);
    }

    @RepeatedTest(5)
    void ofTwoThatMoveOneTurnAtOnceExactlyOneWins() throws Exception {
        var turn = ready();
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var answers =
                    threads.invokeAll(List.of(race(start, turn, State.SENDING), race(start, turn, State.DECLINED)));

            assertThat(answers).extracting(StoredTurnsTest::won).containsExactlyInAnyOrder(true, false);
            assertThat(turns.story(turn.id())).hasSize(4);
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Boolean> race(CyclicBarrier start, Booked turn, State to) {
        return () -> {
            start.await();
            try {
                turns.move(turn, to, LATER, "A race.");
                return true;
            } catch (Turns.Overtaken overtaken) {
                return false;
            }
        };
    }

    private static boolean won(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
