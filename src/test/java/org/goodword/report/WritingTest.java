package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.reach.WeeklyReach;
import org.goodword.roster.CircleAccount;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of the letter, counted from rows that a reader can count too. */
class WritingTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final WeeklyReach NOTHING_READ = new WeeklyReach(OptionalLong.empty(), OptionalLong.empty(), 0, 0);

    private final List<Letter.Need> needs = new ArrayList<>();
    private boolean promisesKept = true;

    private static Booked turn(String subject, State state, String reason) {
        var what = Proposal.introduction(
                Handle.of("annbakes"), Handle.of(subject), "One oak.", "Ben: One oak.", Mode.APPROVE);
        var window = new Window(NOON.minus(Duration.ofHours(5)), NOON.plus(Duration.ofHours(31)));
        return new Booked(
                new Turn(1, "2026-W48", MONDAY, what, window, NOON, List.of()),
                state,
                NOON,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PostId("1")),
                Optional.empty());
    }

    private static Booked sent(String subject) {
        return turn(subject, State.SENT, "X took it.");
    }

    private static Booked missed(String reason) {
        return turn("benjoinery", State.MISSED, reason);
    }

    private static WeekInBooks week(int number, WeeklyReach reach, String spent, Booked... turns) {
        return new WeekInBooks("2026-W" + number, List.of(turns), reach, Usd.parse(spent));
    }

    private static WeeklyReach reach(long shown, long answered) {
        return new WeeklyReach(OptionalLong.of(shown), OptionalLong.of(answered), 0, 0);
    }

    private Letter letter(WeekInBooks... weeks) {
        var hours = new Waking(
                ZoneId.of("Europe/London"), LocalTime.of(9, 0), LocalTime.of(18, 0), EnumSet.allOf(DayOfWeek.class));
        var roster = new Roster(
                List.of(),
                Map.of(),
                Map.of(),
                Optional.of(new CircleAccount(Handle.of("otleytraders"), "Otley Traders", hours)));
        return Writing.letter(new Writing.Input(
                "Otley Traders",
                "goodword --home otley",
                MONDAY,
                roster,
                Arrays.asList(weeks),
                Usd.parse("5.00"),
                needs,
                List.of(),
                promisesKept,
                12,
                3));
    }

    private static Letter.Figure figure(Letter letter, String label) {
        return letter.figures().stream()
                .filter(figure -> figure.label().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody is on the roster any more: whoever was heard counts as a member of her week all the same. */
    @Test
    void theFiguresAreThoseOfTheWeekAndOfTheWeekBefore() {
        var letter = letter(
                week(47, reach(900, 40), "1.20", sent("benjoinery")),
                week(
                        48,
                        reach(12_430, 84),
                        "2.41",
                        sent("benjoinery"),
                        sent("benjoinery"),
                        sent("catcycles"),
                        missed("Silence is no.")));

        assertThat(letter.figures())
                .extracting(Letter.Figure::thisWeek, Letter.Figure::lastWeek)
                .containsExactly(
                        tuple(Optional.of("3 of 4"), Optional.of("1 of 1")),
                        tuple(Optional.of("2 of 2"), Optional.of("1 of 1")),
                        tuple(Optional.of("12,430"), Optional.of("900")),
                        tuple(Optional.of("84"), Optional.of("40")),
                        tuple(Optional.of("$2.41 of $5.00"), Optional.of("$1.20")));
        assertThat(letter.summary())
                .isEqualTo(new Letter.Summary(3, 2, OptionalLong.of(12_430), OptionalLong.of(900), true));
        assertThat(letter.heard()).containsExactly("@benjoinery", "@catcycles");
        assertThat(letter.from()).isEqualTo(MONDAY);
        assertThat(letter.to()).isEqualTo(LocalDate.parse("2026-11-29"));
        assertThat(letter.carrying()).isEqualTo(new Letter.Carrying(12, 3, Optional.empty()));
        assertThat(letter.command()).isEqualTo("goodword --home otley report --week 2026-W48");
        assertThat(letter.stopCommand()).isEqualTo("goodword --home otley pause all");
    }

    @Test
    void whatIsNotKnownIsAbsentAndNeverNought() {
        var letter = letter(week(47, NOTHING_READ, "0.00"), week(48, NOTHING_READ, "0.00", sent("benjoinery")));

        assertThat(figure(letter, "Times shown").thisWeek()).isEmpty();
        assertThat(figure(letter, "Times shown").lastWeek()).isEmpty();
        assertThat(figure(letter, "Likes").thisWeek()).isEmpty();
        assertThat(letter.summary().shownSoFar()).isEmpty();
        assertThat(letter.shown()).extracting(Letter.WeekShown::shown).containsOnly(OptionalLong.empty());
    }

    @Test
    void aFirstWeekHasNoWeekBefore() {
        var letter = letter(week(48, reach(10, 1), "0.10", sent("benjoinery")));

        assertThat(letter.figures()).extracting(Letter.Figure::lastWeek).containsOnly(Optional.empty());
        assertThat(letter.summary().shownLastWeek()).isEmpty();
    }

    @Test
    void aWeekThatWasNotDealtIsNotSkippedOver() {
        var letter = letter(
                week(46, reach(900, 40), "1.20", sent("benjoinery")),
                week(48, reach(10, 1), "0.10", sent("benjoinery")));

        assertThat(letter.figures()).extracting(Letter.Figure::lastWeek).containsOnly(Optional.empty());
        assertThat(letter.summary().shownLastWeek()).isEmpty();
        assertThat(letter.shown()).extracting(Letter.WeekShown::week).containsExactly("2026-W46", "2026-W48");
    }

    @Test
    void whatIsOpenMayStillGrow() {
        var open = letter(week(48, reach(10, 1), "0.10", turn("benjoinery", State.ASKED, "The voice was asked.")));
        var closed = letter(week(48, reach(10, 1), "0.10", sent("benjoinery")));

        assertThat(figure(open, "Turns sent").soFar()).isTrue();
        assertThat(figure(open, "Members").soFar()).isTrue();
        assertThat(figure(closed, "Turns sent").soFar()).isFalse();
        assertThat(figure(closed, "Times shown").soFar()).isTrue();
        assertThat(figure(closed, "Spent").soFar()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10 20 | ", "10 20 30 | 20", "30 10 20 | 20", "5 1 1 1 | 1", "1 1 9000 7000 8000 | 7,000"})
    void usualIsTheMiddleOfThreeWeeksAtLeastAndWithoutThisOne(String past, String usual) {
        var shown = past.split(" ");
        var weeks = Stream.concat(
                        IntStream.range(0, shown.length)
                                .mapToObj(i -> week(
                                        48 - shown.length + i,
                                        reach(Long.parseLong(shown[i]), 1),
                                        "0.10",
                                        sent("benjoinery"))),
                        Stream.of(week(48, reach(1_000_000, 1), "0.10", sent("benjoinery"))))
                .toArray(WeekInBooks[]::new);

        assertThat(figure(letter(weeks), "Times shown").usual()).isEqualTo(Optional.ofNullable(usual));
    }

    @Test
    void weeksInWhichNothingWasReadDoNotMakeTheUsual() {
        var letter = letter(
                week(45, NOTHING_READ, "0.10"),
                week(46, reach(10, 1), "0.10"),
                week(47, reach(20, 1), "0.10"),
                week(48, reach(30, 1), "0.10"));

        assertThat(figure(letter, "Times shown").usual()).isEmpty();
        assertThat(figure(letter, "Spent").usual()).contains("$0.10");
    }

    @Test
    void thirteenWeeksAreShownAndOnlyTheLastStillGrows() {
        var weeks = IntStream.rangeClosed(35, 48)
                .mapToObj(number -> week(number, reach(number, 1), "0.10"))
                .toArray(WeekInBooks[]::new);

        var shown = letter(weeks).shown();

        assertThat(shown).hasSize(13);
        assertThat(shown.get(0)).isEqualTo(new Letter.WeekShown("2026-W36", OptionalLong.of(36), false));
        assertThat(shown.get(12)).isEqualTo(new Letter.WeekShown("2026-W48", OptionalLong.of(48), true));
        assertThat(shown.subList(0, 12)).noneMatch(Letter.WeekShown::soFar);
    }

    @Test
    void whatDidNotGoOutIsGroupedByReasonTheMostFrequentFirst() {
        var letter = letter(week(
                48,
                NOTHING_READ,
                "0.10",
                missed("No fresh post."),
                missed("Silence is no."),
                missed("Silence is no."),
                turn("benjoinery", State.DECLINED, "A no."),
                turn("benjoinery", State.HANDED, "The voice was given the link."),
                turn("benjoinery", State.READY, "It waits."),
                turn("benjoinery", State.UNKNOWN, "No answer came."),
                sent("benjoinery")));

        assertThat(letter.notSent())
                .containsExactly(
                        new Letter.NotSent(2, "Silence is no."),
                        new Letter.NotSent(1, "A no."),
                        new Letter.NotSent(1, "No fresh post."),
                        new Letter.NotSent(
                                1, "The voice was given a link to press herself, and has not been seen to press it."));
    }

    @Test
    void ofManyReasonsSevenAreNamedAndTheRestCounted() {
        var turns = IntStream.range(0, 10)
                .boxed()
                .flatMap(number -> Stream.of(1, 2, 3, 4).map(again -> missed("Reason " + number)))
                .toArray(Booked[]::new);

        var notSent = letter(week(48, NOTHING_READ, "0.10", turns)).notSent();

        assertThat(notSent).hasSize(8);
        assertThat(notSent.subList(0, 7)).allMatch(row -> row.count() == 4);
        assertThat(notSent.get(7)).isEqualTo(new Letter.NotSent(12, "3 other reasons. The plan shows them."));
    }

    @Test
    void eightReasonsAreAllNamed() {
        var turns = IntStream.range(0, 8)
                .mapToObj(number -> missed("Reason " + number))
                .toArray(Booked[]::new);

        assertThat(letter(week(48, NOTHING_READ, "0.10", turns)).notSent())
                .extracting(Letter.NotSent::reason)
                .containsExactly(IntStream.range(0, 8)
                        .mapToObj(number -> "Reason " + number)
                        .toArray(String[]::new));
    }

    @Test
    void whatIsNotKnownIsSaidInSentences() {
        var reach = new WeeklyReach(OptionalLong.of(10), OptionalLong.of(1), 1, 2);
        var unknown = turn("benjoinery", State.UNKNOWN, "No answer came.");

        assertThat(letter(week(48, reach, "0.10", unknown)).notKnown())
                .containsExactly(
                        "How often 2 posts were shown: deleted before the seventh day, and in no total.",
                        "How often one post was shown: not known yet, and in no total.",
                        "Whether 1 turn went out: still being looked up.");
        assertThat(letter(week(48, reach(10, 1), "0.10", sent("benjoinery"))).notKnown())
                .isEmpty();
    }

    @Test
    void threeThingsAtMostWaitForTheOrganiserInTheOrderTheyPress() {
        IntStream.range(0, 5).forEach(number -> needs.add(new Letter.Need("Need " + number, "do " + number)));
        promisesKept = false;

        var letter = letter(week(48, NOTHING_READ, "0.10"));

        assertThat(letter.needsYou()).extracting(Letter.Need::what).containsExactly("Need 0", "Need 1", "Need 2");
        assertThat(letter.summary().promisesKept()).isFalse();
    }
}
