package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.goodword.report.Letter.Carrying;
import org.goodword.report.Letter.Lift;
import org.goodword.report.Letter.Summary;
import org.goodword.report.Letter.WeekShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterWordsTest {
    @ParameterizedTest
    @CsvSource({
        "24, 0, Nobody was spoken up for this week",
        "24, 1, One member was spoken up for",
        "1, 1, The one member was spoken up for",
        "24, 19, Nineteen members were spoken up for",
        "24, 21, 21 members were spoken up for",
        "12, 12, All twelve members were spoken up for",
        "24, 24, All 24 members were spoken up for"
    })
    void theHeadlineIsTheNews(int members, int heard, String headline) {
        assertThat(words(members, new Summary(27, heard, OptionalLong.empty(), OptionalLong.empty(), true))
                        .headline())
                .isEqualTo(headline);
    }

    @Test
    void theSummaryCanBeRepeatedAtAMeeting() {
        assertThat(new LetterWords(LetterSamples.full()).summary())
                .containsExactly(
                        "This week 27 turns went out for 19 of your 24 members.",
                        "Posts the circle carried or made have been shown 12,430 times so far; the week before has settled at 15,210.",
                        "Nothing went out twice, and nothing without a yes.");
    }

    @Test
    void aFirstWeekIsNotComparedWithAnything() {
        assertThat(new LetterWords(LetterSamples.young()).summary())
                .contains("Posts the circle carried or made have been shown 812 times so far.");
    }

    @Test
    void whatWasNotReadIsNotCalledZero() {
        var words = words(24, new Summary(3, 3, OptionalLong.empty(), OptionalLong.empty(), true));

        assertThat(words.summary()).contains("How often the posts were shown is not known yet.");
    }

    @Test
    void aWeekBeforeThatIsStillGrowingHasNotSettled() {
        var shown = List.of(
                new WeekShown("2026-W47", OptionalLong.of(15_210), true),
                new WeekShown("2026-W48", OptionalLong.of(12_430), true));
        var letter = LetterSamples.with(
                LetterSamples.full(), 24, LetterSamples.full().summary(), shown);

        assertThat(String.join(" ", new LetterWords(letter).summary()))
                .contains("the week before stands at 15,210 so far");
    }

    @Test
    void aBrokenPromiseIsSaidWithTheCommandThatStopsEverything() {
        var words = words(24, new Summary(27, 19, OptionalLong.empty(), OptionalLong.empty(), false));

        assertThat(String.join(" ", words.summary()))
                .contains("twice or without a yes")
                .contains("goodword pause all")
                .doesNotContain("Nothing went out twice");
    }

    @Test
    void wholeCirclesAndSingleMembersAreCountedAsOneSpeaks() {
        var unknown = OptionalLong.empty();

        assertThat(words(1, new Summary(1, 1, unknown, unknown, true)).summary())
                .contains("This week one turn went out for your one member.");
        assertThat(words(24, new Summary(30, 24, unknown, unknown, true)).summary())
                .contains("This week 30 turns went out for all of your 24 members.");
    }

    @Test
    void tooFewReadingsAreSaidWithTheirNumbers() {
        assertThat(carrying(new Carrying(41, 9, Optional.empty())))
                .endsWith("too early to tell whether carrying helps: so far 41 carried posts and nine left alone have "
                        + "their seven-day reading.");
        assertThat(carrying(new Carrying(0, 0, Optional.empty())))
                .endsWith("too early to tell whether carrying helps: no post has its seven-day reading yet.");
        assertThat(carrying(new Carrying(1, 0, Optional.empty())))
                .contains("so far one carried post and no left alone");
    }

    @Test
    void anEffectIsClaimedOnlyWhenTheWholeIntervalIsAboveNoDifference() {
        assertThat(carrying(new Lift(0.04, 0.27, 0.55)))
                .contains("about 27 % more than those (could be anything from 4 % more to 55 % more)")
                .contains("carrying helped");
        assertThat(carrying(new Lift(-0.02, 0.30, 0.72)))
                .contains("about 30 % more than those (could be anything from 2 % less to 72 % more)")
                .contains("we do not yet say that carrying helps")
                .doesNotContain("carrying helped");
        assertThat(carrying(new Lift(0, 0.30, 0.72))).doesNotContain("carrying helped");
        assertThat(carrying(new Lift(-0.4, -0.3, -0.1))).contains("carrying did not help");
        assertThat(carrying(new Lift(-0.1, 0.001, 0.1))).contains("about as often as those");
    }

    @Test
    void anEffectIsSaidAsDealt() {
        assertThat(carrying(new Lift(0.04, 0.27, 0.55))).contains("430 posts dealt to be carried and 104 left alone");
    }

    @Test
    void whoIsFirstNextWeekIsSaidWithHowLongTheyHaveWaited() {
        assertThat(new LetterWords(LetterSamples.full()).firstNextWeek())
                .isEqualTo("Copper Kettle (not heard since 3 November), Moor Top Mowers (not heard since 12 November), "
                        + "Swift & Sons Removals (not heard yet).");
    }

    @Test
    void aLetterWithGapsNeverSaysThatItHasNone() {
        assertThat(new LetterWords(LetterSamples.young()).notKnown())
                .containsExactly("What is marked as not known above: it was not measured. It is in no total.");
    }

    @Test
    void wholeIsSaidToBeWhole() {
        var whole = LetterSamples.whole();

        assertThat(new LetterWords(whole).notKnown()).containsExactly("No gap is known to us this week.");
        assertThat(new LetterWords(whole).notSentTitle()).isEqualTo("What did not go out: nothing");
        assertThat(new LetterWords(whole).everythingWentOut()).isEqualTo("Every turn that was due went out.");
    }

    private static LetterWords words(int members, Summary summary) {
        return new LetterWords(LetterSamples.with(LetterSamples.full(), members, summary, LetterSamples.season()));
    }

    private static String carrying(Lift lift) {
        return carrying(new Carrying(430, 104, Optional.of(lift)));
    }

    private static String carrying(Carrying carrying) {
        var letter = LetterSamples.with(LetterSamples.full(), carrying);
        return String.join(" ", new LetterWords(letter).carrying()).replace('\u00a0', ' ');
    }
}
