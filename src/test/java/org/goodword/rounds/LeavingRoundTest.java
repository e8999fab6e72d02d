package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.report.LetterText;
import org.goodword.roster.LeaverMark;
import org.goodword.roster.Said;
import org.goodword.store.StoredForgetting;
import org.goodword.store.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingRoundTest {
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(5));

    @TempDir
    Path home;

    private Village village;

    @BeforeEach
    void aMonday() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    /** Made anew each time, as after a restart. */
    private LeavingRound leaving() {
        return new LeavingRound(
                village.books,
                village.circle,
                new Stopping(village.books, village.circle),
                new StoredForgetting(village.database, LONDON),
                new byte[32]);
    }

    /** A turn whose voice and subject are members. */
    private Booked asked() {
        return village.turns(State.ASKED).get(0);
    }

    private String name(Handle member) {
        return village.file.roster().name(member);
    }

    private Booked unknown(Booked asked) {
        var approved = village.books.turns().move(asked, State.APPROVED, MONDAY, "The voice said yes.");
        var ready = village.books.turns().move(approved, State.READY, MONDAY, "Ready.");
        var sending = village.books.turns().move(ready, State.SENDING, MONDAY, "The request leaves.");
        return village.books
                .turns()
                .move(sending, State.UNKNOWN, MONDAY, "No clear answer came to " + name(subject(asked)));
    }

    private static Handle subject(Booked turn) {
        return turn.what().subject();
    }

    private void assertForgotten(Handle member) throws IOException, SQLException {
        assertThat(Traces.of(home.resolve("goodword.db"), member.name(), name(member)))
                .isEmpty();
    }

    @Test
    void whoeverLeavesIsForgottenAtOnce() throws IOException, SQLException {
        for (var member : village.file.roster().members().subList(0, 5)) {
            var left = leaving().leave(member.handle(), NOON, "test");

            assertThat(left.forgotten()).isTrue();
            assertForgotten(member.handle());
        }
        assertThat(village.allTurns()).isNotEmpty();
        assertThat(village.circle.roster(NOON).members())
                .hasSize(village.file.roster().members().size() - 5);
    }

    @Test
    void whatIsQueuedIsWithdrawnAndAddsUpStill() {
        var her = subject(asked());
        var before = village.allTurns().size();

        var left = leaving().leave(her, NOON, "test");

        assertThat(left.struck()).isPositive();
        assertThat(village.turns(State.WITHDRAWN)).hasSize(left.struck());
        assertThat(village.allTurns()).hasSize(before);
    }

    @Test
    void whatIsUnderWayIsSettledFirstARestartNotwithstanding() throws IOException, SQLException {
        var turn = unknown(asked());
        var her = subject(turn);

        assertThat(leaving().leave(her, NOON, "test").forgotten()).isFalse();
        leaving().run(NOON.plusSeconds(60));
        assertThat(Traces.of(home.resolve("goodword.db"), her.name())).isNotEmpty();
        assertThat(village.books.registry().account(her)).isPresent();

        village.books.turns().move(turn, State.FAILED, NOON, "It is not on the timeline.");
        leaving().run(NOON.plusSeconds(120));

        assertForgotten(her);
    }

    @Test
    void whatAnotherProgramWroteMeanwhileIsFoundTheNextDay() throws IOException, SQLException {
        var her = subject(asked());
        leaving().leave(her, NOON, "test");
        leaving().run(NOON);
        village.books.posts().lookedUpTo(her, new PostId("99"));

        leaving().run(NOON.plus(Duration.ofDays(1)));

        assertForgotten(her);
    }

    @Test
    void whoCameBackIsLeftAlone() {
        var her = subject(asked());
        village.books.posts().lookedUpTo(her, new PostId("99"));
        // she left before the consent that her entry carries
        var old = new Said.Left(
                LeaverMark.of(her, new byte[32]),
                village.file
                        .roster()
                        .member(her)
                        .orElseThrow()
                        .consent()
                        .since()
                        .minusDays(1));
        village.books.registry().say(old, NOON, "test");

        leaving().run(NOON);

        assertThat(village.circle.roster(NOON).member(her)).isPresent();
        assertThat(village.books.posts().lookedUpTo()).containsKey(her);
        assertThat(village.books.registry().account(her)).isPresent();
    }

    @Test
    void aLetterOfAWeekBeforeSheLeftTellsOfAFormerMember() {
        var asked = asked();
        var her = subject(asked);
        village.books.turns().sent(unknown(asked), new PostId("555"), MONDAY, MONDAY, "X took it.");
        var letters = new LetterRound(village.books, village.circle, village.week(), letter -> {}, "goodword");
        var monday = MONDAY.plus(Duration.ofDays(7));
        var before = letters.letter(Village.WEEK, monday);
        assertThat(before.heard()).contains(name(her));

        leaving().leave(her, monday, "test");
        var after = letters.letter(Village.WEEK, monday);

        assertThat(after.heard()).contains("a former member").doesNotContain(name(her));
        assertThat(after.summary()).isEqualTo(before.summary());
        assertThat(after.figures()).isEqualTo(before.figures());
        assertThat(after.members()).isEqualTo(before.members());
        assertThat(LetterText.render(after)).doesNotContain(name(her)).doesNotContain(her.name());
    }
}
