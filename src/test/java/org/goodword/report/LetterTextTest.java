package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTextTest {
    static List<Letter> letters() {
        return LetterHtmlTest.letters();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void noLineIsLongerThanAScreen(Letter letter) {
        assertThat(LetterText.render(letter).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void theWordsAreThoseOfThePage(Letter letter) {
        var text = LetterText.render(letter);
        var page = Page.of(LetterHtml.render(letter));

        assertThat(text.lines()).containsSubsequence(page.texts("h2"));
        assertThat(text).contains(page.texts("h1").get(0));
        assertThat(text.replaceAll("\\s+", " ")).contains(String.join(" ", new LetterWords(letter).summary()));
    }

    @Test
    void figuresStandUnderEachOther() {
        assertThat(LetterText.render(LetterSamples.silent())).contains("""
                                                                    this week  last week  usual*
                        Turns sent, of those planned                  0 of 31   26 of 34      27
                        Members spoken up for                         0 of 24   20 of 24      19
                        Times shown: posts the circle carried       not known     12,900  13,600
                        Likes and replies from outside the circle   not known  not known      96
                        """);
    }

    @Test
    void barsAreAsLongAsTheirFiguresAndAGapIsNoZero() {
        var lines = LetterText.render(LetterSamples.silent()).lines().toList();

        assertThat(lines).contains("40  " + "█".repeat(44) + " 14,600", "39  ? not known", "42  ? not known");
        assertThat(lines).contains("36  " + "█".repeat(39) + " 13,100");
    }

    @Test
    void thisWeeksBarLooksDifferentWithoutColour() {
        assertThat(LetterText.render(LetterSamples.full()).lines())
                .anySatisfy(line -> assertThat(line).matches("48  ░+ 12,430 so far"));
    }

    @Test
    void namesRunDownTheColumns() {
        assertThat(LetterText.render(LetterSamples.full()).lines())
                .contains("Ash & Ember             Hill Street Joinery     Plain Sums Accounts");
    }

    @Test
    void aTerminalIsNotSteeredByAName() {
        var text = LetterText.render(LetterSamples.saying("Ash\u001b[2J & \u0007Ember\nNothing went out\u202E"));

        assertThat(text).doesNotContain("\u001b", "\u0007", "\u202E").contains("Ash␛[2J & ␇Ember Nothing went out");
    }

    @Test
    void aWordWithoutEndIsCut() {
        var text = LetterText.render(LetterSamples.hearing(LetterSamples.full(), List.of("x".repeat(200))));

        assertThat(text).contains("x");
        assertThat(Wrapped.lines("x".repeat(200), 72))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }
}
