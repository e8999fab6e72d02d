package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;
import org.goodword.reach.Lot;
import org.goodword.reach.Snapshot;
import org.goodword.report.Letter;
import org.goodword.rounds.books.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterRoundTest {
    private static final Duration WEEKS = Duration.ofDays(7);
    /** The Monday after the week, when its letter is due. */
    private static final Instant LETTER_DAY = Instant.parse("2026-09-07T07:00:00Z");

    @TempDir
    Path home;

    private final List<Letter> letters = new ArrayList<>();
    private Village village;

    @BeforeEach
    void dealAMorning() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private LetterRound round() {
        return new LetterRound(
                village.books, village.circle, village.week(), letters::add, "scripts/goodword --home data/otley");
    }

    private Letter letter() {
        return round().letter(WEEK, LETTER_DAY);
    }

    private Booked sent(Booked turn, String post) {
        var turns = village.books.turns();
        var slot = turn.turn().slot();
        return turns.sent(
                turns.move(turn, State.SENDING, slot, "It leaves."), new PostId(post), slot, slot, "X took it.");
    }

    @Test
    void theLetterAboutAWeekIsWrittenOnceWhenTheWeekIsOver() {
        round().run(LETTER_DAY.minus(WEEKS));
        assertThat(letters).isEmpty();

        round().run(LETTER_DAY);
        round().run(LETTER_DAY.plusSeconds(3600));

        assertThat(letters).extracting(Letter::week).containsExactly(WEEK.name());
        assertThat(letters.get(0).from()).isEqualTo(WEEK.monday());
        assertThat(letters.get(0).to()).isEqualTo(WEEK.sunday());
        assertThat(letters.get(0).command()).isEqualTo("scripts/goodword --home data/otley report --week 2026-W36");
    }

    @Test
    void aLetterThatCouldNotBeLaidDownIsWrittenAgain() {
        var broken = new LetterRound(
                village.books,
                village.circle,
                village.week(),
                letter -> {
                    throw new IllegalStateException("the folder is full");
                },
                "goodword");
        assertThatThrownBy(() -> broken.run(LETTER_DAY)).hasMessage("the folder is full");

        round().run(LETTER_DAY.plusSeconds(60));

        assertThat(letters).hasSize(1);
    }

    @Test
    void aWeekThatWasNeverDealtHasNoLetter() {
        round().run(LETTER_DAY.plus(WEEKS));

        assertThat(letters).isEmpty();
    }

    @Test
    void askingForALetterChangesNothing() {
        var before = village.allTurns();

        assertThat(letter()).isEqualTo(letter());

        assertThat(village.allTurns()).isEqualTo(before);
        round().run(LETTER_DAY);
        assertThat(letters).hasSize(1);
    }

    @Test
    void whatWentOutAndHowOftenItWasShownIsCountedFromTheBooks() {
        var repost = village.turns(State.READY).stream()
                .filter(turn -> turn.what().post().isPresent())
                .findFirst()
                .orElseThrow();
        var carried = repost.what().post().orElseThrow().id();
        sent(repost, carried.value());
        village.books
                .posts()
                .read(List.of(
                        new Snapshot(carried, MONDAY.plus(WEEKS), new Counts(640, 7, 2, 1, 0, 0)),
                        new Snapshot(carried, LETTER_DAY.plusSeconds(1), new Counts(900, 9, 9, 1, 0, 0))));

        var letter = letter();

        assertThat(letter.summary().turns()).isEqualTo(1);
        assertThat(letter.summary().shownSoFar()).isEqualTo(OptionalLong.of(640));
        assertThat(letter.summary().promisesKept()).isTrue();
        assertThat(letter.heard())
                .containsExactly(
                        village.circle.roster(LETTER_DAY).name(repost.what().subject()));
        assertThat(letter.figures().get(3).thisWeek()).contains("9");
    }

    @Test
    void aPostThatWasDeletedEarlyIsInNoTotalAndSaidSo() {
        var repost = village.turns(State.READY).stream()
                .filter(turn -> turn.what().post().isPresent())
                .findFirst()
                .orElseThrow();
        var carried = repost.what().post().orElseThrow().id();
        sent(repost, carried.value());
        village.books
                .posts()
                .read(List.of(new Snapshot(carried, MONDAY.plusSeconds(60), new Counts(640, 7, 2, 1, 0, 0))));
        village.books.posts().gone(carried, MONDAY.plus(Duration.ofDays(2)), "the post is gone from X");

        var letter = letter();

        assertThat(letter.summary().shownSoFar()).isEmpty();
        assertThat(letter.notKnown()).singleElement().asString().contains("deleted before the seventh day");
    }

    @Test
    void aTurnThatWentOutWithoutItsYesBreaksThePromise() {
        var turns = village.books.turns();
        var asked = village.asked.get(0);
        var approved = turns.move(asked, State.APPROVED, MONDAY, "The voice said yes.");
        sent(turns.move(approved, State.READY, MONDAY, "Approved."), "4711");
        assertThat(letter().summary().promisesKept()).isTrue();

        // by hand: no step of the program leads from an ask to here without a yes
        var other = turns.book(village.asked.get(1).turn(), State.PREPARED, MONDAY, "Dealt this morning.");
        sent(turns.move(other, State.READY, MONDAY, "It may go out by itself."), "4712");

        assertThat(letter().summary().promisesKept()).isFalse();
    }

    @Test
    void thingsSaidTwiceBreakThePromise() {
        var turns = village.books.turns();
        var one = village.turns(State.READY).get(0);
        sent(one, "4711");
        var again = turns.book(one.turn(), State.PREPARED, MONDAY, "Dealt this morning.");
        sent(turns.move(again, State.READY, MONDAY, "It may go out by itself."), "4712");

        assertThat(letter().summary().promisesKept()).isFalse();
    }

    @Test
    void onlyLotsWithASevenDayReadingCount() {
        var lots = village.books.posts().lots(Instant.EPOCH);
        assertThat(lots).extracting(Lot::held).contains(true, false);
        assertThat(letter().carrying()).isEqualTo(new Letter.Carrying(0, 0, Optional.empty()));

        lots.forEach(lot -> village.books
                .posts()
                .read(List.of(new Snapshot(lot.post(), LETTER_DAY.plus(WEEKS), new Counts(1, 0, 0, 0, 0, 0)))));

        var held = (int) lots.stream().filter(Lot::held).count();
        assertThat(letter().carrying()).isEqualTo(new Letter.Carrying(lots.size() - held, held, Optional.empty()));
    }

    @Test
    void whatWaitsForTheOrganiserComesFirstWithTheCommandAsSheTypesIt() {
        new Stopping(village.books, village.circle)
                .stop(village.asked.get(0).what().voice(), MONDAY, "X does not take the sign-in any more.");

        assertThat(letter().needsYou().get(0).action())
                .startsWith("scripts/goodword --home data/otley members sign-in @");
    }

    @ParameterizedTest(name = "{0} times a week's use, and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | No words are left in store.",
                "1 | -1 | Words in store: N, enough for less than a week.",
                "1 | 0 | Words in store: N, enough for about a week.",
                "3 | -1 | Words in store: N, enough for about 2 weeks.",
                "3 | 0 | ",
            })
    void aStoreOfWordsThatRunsOutIsSaidInWeeks(int times, int more, String sentence) {
        var used = village.books.turns().ofWeek(WEEK.name()).stream()
                .filter(turn -> turn.what().words().isPresent())
                .count();
        var unused = times * (int) used + more;
        var plan = village.books.journal().plan(WEEK.name()).orElseThrow();
        village.books
                .journal()
                .plan(new Journal.Plan(
                        WEEK.next().name(),
                        LETTER_DAY,
                        plan.approvedAt(),
                        plan.seed(),
                        plan.days(),
                        plan.line(),
                        Map.of(),
                        unused,
                        List.of()));

        assertThat(letter().needsYou().stream().map(Letter.Need::what).findFirst())
                .isEqualTo(Optional.ofNullable(sentence).map(text -> text.replace("N,", unused + ",")));
    }

    @Test
    void lastWeekIsTheWeekBeforeAndNoOther() {
        village.week().deal(WEEK.next().next(), SUNDAY.plus(WEEKS).plus(WEEKS));

        var letter = round().letter(WEEK.next().next(), LETTER_DAY.plus(WEEKS).plus(WEEKS));

        assertThat(letter.figures().get(0).thisWeek()).isPresent();
        assertThat(letter.figures())
                .allSatisfy(figure ->
                        assertThat(figure.lastWeek()).as(figure.label()).isEmpty());
    }

    @Test
    void theLetterNamesThreeWhoAreFirstInLine() {
        assertThat(letter().firstNextWeek()).hasSize(3);
    }
}
