package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.report.Letter;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks were dealt, and long after somebody asks for a letter again. */
class LetterOfAnOldWeekTest {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Instant NEXT_MONDAY = MONDAY.plus(A_WEEK);
    private static final Instant LONG_AFTER = MONDAY.plus(A_WEEK.multipliedBy(6));

    @TempDir
    Path home;

    private Village village;

    @BeforeEach
    void twoWeeks() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.week().run(SUNDAY.plus(A_WEEK));
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Letter letter(WeekOf week, Instant now) {
        return new LetterRound(village.books, village.circle, village.week(), letter -> {}, "goodword")
                .letter(week, now);
    }

    /** Whoever was first in line is heard in the week for which she was. */
    private void theFirstIsHeard() {
        var first = village.books
                .journal()
                .plan(WEEK.next().name())
                .orElseThrow()
                .line()
                .get(0);
        var turns = village.books.turns();
        var like = village.turns(State.PLANNED).stream()
                .filter(turn -> turn.what().subject().equals(first))
                .findFirst()
                .map(planned -> planned.turn())
                .orElseGet(() -> about(first));
        var ready = turns.book(like, State.READY, NEXT_MONDAY, "Ready.");
        var sending = turns.move(ready, State.SENDING, NEXT_MONDAY, "The request leaves.");
        turns.sent(sending, new PostId("777"), NEXT_MONDAY, NEXT_MONDAY, "X took it.");
    }

    private Turn about(Handle subject) {
        var like = village.turns(State.PLANNED).get(0).turn();
        var what = Proposal.introduction(
                like.what().voice(),
                subject,
                "Good with wood.",
                "Good with wood.",
                like.what().mode());
        return new Turn(0, WEEK.next().name(), like.day(), what, like.window(), like.slot(), like.why());
    }

    @Test
    void whoWasFirstInLineStandsAsItWasDrawnThen() {
        var then = letter(WEEK, NEXT_MONDAY).firstNextWeek();
        theFirstIsHeard();

        var again = letter(WEEK, LONG_AFTER).firstNextWeek();

        var roster = village.circle.roster(LONG_AFTER);
        assertThat(then).hasSize(3);
        assertThat(then.stream().map(Letter.InLine::name))
                .containsExactlyElementsOf(
                        village.books.journal().plan(WEEK.next().name()).orElseThrow().line().stream()
                                .limit(3)
                                .map(roster::name)
                                .toList());
        assertThat(again).isEqualTo(then);
    }

    @Test
    void whereTheWeekAfterWasNeverDealtTheLetterSaysSo() {
        var letter = letter(WEEK.next(), LONG_AFTER);

        assertThat(letter.firstNextWeek()).isEmpty();
        assertThat(letter.notKnown()).contains("Who was first in line for the week after: that week was not dealt.");
    }

    @Test
    void whileTheWeekAfterMayStillBeDealtItIsForeseen() {
        var letter = letter(WEEK.next(), NEXT_MONDAY.plus(A_WEEK));

        assertThat(letter.firstNextWeek()).hasSize(3);
        assertThat(letter.notKnown()).noneMatch(sentence -> sentence.contains("first in line"));
    }
}
