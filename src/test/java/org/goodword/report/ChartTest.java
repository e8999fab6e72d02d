package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.goodword.report.Letter.Lift;
import org.goodword.report.Letter.WeekShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class ChartTest {
    @Test
    void everyWeekHasItsBarAndOnlyTheGrowingOneIsHatched() {
        var bars = bars(LetterSamples.season());

        assertThat(bars).hasSize(13);
        assertThat(bars.subList(0, 12))
                .allSatisfy(bar -> assertThat(bar.getAttribute("class")).isEqualTo("fill-accent"));
        assertThat(bars.get(12).getAttribute("fill")).isEqualTo("url(#growing-680)");
    }

    @Test
    void barsAreAsHighAsTheirFigures() {
        var bars = bars(LetterSamples.season());
        var perShowing = height(bars.get(0)) / 13_100;

        assertThat(height(bars.get(7))).isCloseTo(15_950 * perShowing, org.assertj.core.data.Offset.offset(0.2));
    }

    @Test
    void aWeekNobodyKnowsIsAGapWithAQuestionMark() {
        var weeks = new ArrayList<>(LetterSamples.season());
        weeks.set(4, new WeekShown("2026-W40", OptionalLong.empty(), false));

        assertThat(bars(weeks)).hasSize(12);
        assertThat(texts(ShownChart.draw(weeks, "words"))).contains("?");
        assertThat(texts(ShownChart.draw(LetterSamples.season(), "words"))).doesNotContain("?");
    }

    @Test
    void aWeekInWhichNothingWasShownIsNoGap() {
        var weeks = new ArrayList<>(LetterSamples.season());
        weeks.set(4, new WeekShown("2026-W40", OptionalLong.of(0), false));

        var texts = texts(ShownChart.draw(weeks, "words"));

        assertThat(texts).doesNotContain("?");
        // once on the scale, once in the week's place, in both drawings
        assertThat(texts.stream().filter("0"::equals)).hasSize(4);
    }

    @Test
    void aYoungCirclesBarsAreNoWiderThanASeasons() {
        var young = bars(LetterSamples.season().subList(0, 3));

        assertThat(young).hasSize(3);
        assertThat(young.get(0).getAttribute("width"))
                .isEqualTo(bars(LetterSamples.season()).get(0).getAttribute("width"));
    }

    @Test
    void twoWeeksOfOneNumberAYearApartAreTwoBars() {
        var weeks = List.of(
                new WeekShown("2025-W48", OptionalLong.of(10), false),
                new WeekShown("2026-W48", OptionalLong.of(20), false));

        assertThat(bars(weeks)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "3,2", "12430,8000", "15950,8000", "16001,10000", "950,500", "70000,40000"})
    void theScaleIsRoundAndReachesTheHighestBar(long highest, double step) {
        assertThat(ShownChart.step(highest)).isEqualTo(step);
    }

    @Test
    void textIsRealTextInTheReadersFont() {
        var svg = ShownChart.draw(LetterSamples.season(), "words");

        assertThat(texts(svg)).contains("36", "47", "48", "0", "8,000", "16,000", "so far");
        assertThat(svg).doesNotContain("font-family", "rgb(", "<!--", "clip");
    }

    @Test
    void theIntervalLiesWhereItsFiguresAre() {
        var svg = LiftChart.draw(new Lift(-0.02, 0.30, 0.72), "words");
        var interval = Page.of("<svgs>" + svg + "</svgs>").all("line").stream()
                .filter(line -> line.getAttribute("class").equals("stroke-accent"))
                .findFirst()
                .orElseThrow();
        var noDifference = Page.of("<svgs>" + svg + "</svgs>").all("line").stream()
                .filter(line -> line.getAttribute("class").equals("stroke-ink"))
                .findFirst()
                .orElseThrow();

        assertThat(number(interval, "x1")).isLessThan(number(noDifference, "x1"));
        assertThat(number(interval, "x2")).isGreaterThan(number(noDifference, "x1"));
        assertThat(texts(svg)).contains("no difference", "half as much again", "twice as much");
    }

    @Test
    void anIntervalBeyondAnyPaperEndsAtItsEdge() {
        var svg = LiftChart.draw(new Lift(-0.99, 0.30, 1000), "words");

        assertThat(Page.of("<svgs>" + svg + "</svgs>").all("line")).allSatisfy(line -> {
            assertThat(number(line, "x1")).isBetween(0.0, 680.0);
            assertThat(number(line, "x2")).isBetween(0.0, 680.0);
        });
    }

    private static List<Element> bars(List<WeekShown> weeks) {
        var wide = ShownChart.draw(weeks, "words").split("</svg>")[0] + "</svg>";
        return Page.of(wide).all("rect").stream()
                .filter(rect -> !rect.getAttribute("class").equals("stroke-accent") || rect.hasAttribute("fill"))
                .toList();
    }

    private static List<String> texts(String svgs) {
        return Page.of("<svgs>" + svgs + "</svgs>").texts("text");
    }

    private static double height(Element bar) {
        return number(bar, "height");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
