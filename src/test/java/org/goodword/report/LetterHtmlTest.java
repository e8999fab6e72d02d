package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.goodword.report.Letter.Lift;
import org.goodword.report.Letter.Summary;
import org.goodword.report.Letter.WeekShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class LetterHtmlTest {
    private static final String NO_DIFFERENCE = "no difference";

    static List<Letter> letters() {
        return List.of(
                LetterSamples.full(),
                LetterSamples.young(),
                LetterSamples.silent(),
                LetterSamples.whole(),
                LetterSamples.estimated(new Lift(0.04, 0.27, 0.55)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void theSameLetterGivesTheSameBytes(Letter letter) {
        assertThat(LetterHtml.render(letter)).isEqualTo(LetterHtml.render(letter));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void theLetterNeedsNothingButItself(Letter letter) {
        var html = LetterHtml.render(letter);
        var page = Page.of(html);

        assertThat(page.all("script")).isEmpty();
        assertThat(page.all("link")).isEmpty();
        assertThat(page.all("img")).isEmpty();
        assertThat(html).doesNotContain("@import", "src=", "http://fonts", "font-face");
        assertThat(html.replaceAll("fill=\"url\\(#growing-\\d+\\)\"", "")).doesNotContain("url(");
        assertThat(html).hasSizeLessThan(40_000);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void aReaderWhoDoesNotSeeFindsHerWay(Letter letter) {
        var page = Page.of(LetterHtml.render(letter));

        assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo("en-GB");
        assertThat(page.texts("title"))
                .containsExactly(letter.circle() + ": " + page.texts("h1").get(0));
        assertThat(page.all("h1")).hasSize(1);
        assertThat(page.all("h3")).isEmpty();
        assertThat(page.all("table"))
                .allSatisfy(table -> assertThat(
                                table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
        assertThat(page.all("th"))
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("col", "row"));
        assertThat(page.all("svg"))
                .allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).isNotBlank());
    }

    @Test
    void theLetterKeepsItsOrder() {
        assertThat(Page.of(LetterHtml.render(LetterSamples.full())).texts("h2"))
                .containsExactly(
                        "Needs you",
                        "The week in figures",
                        "Times shown, thirteen weeks",
                        "Did carrying help?",
                        "Who was heard",
                        "What did not go out: 7",
                        "What we do not know");
    }

    @Test
    void whatNeedsNobodyIsNotAsked() {
        assertThat(Page.of(LetterHtml.render(LetterSamples.young())).section("needs"))
                .isEmpty();
    }

    @Test
    void aCommandIsToTypeAndAnAddressToFollow() {
        var page = Page.of(LetterHtml.render(LetterSamples.full()));

        assertThat(page.texts("code")).contains("goodword members sign-in @hillstreetjoinery");
        assertThat(page.all("a"))
                .extracting(a -> a.getAttribute("href"))
                .containsExactly("https://letters.example/write");
    }

    @Test
    void aFigureThatGrowsSaysSoAndOneNobodyKnowsSaysThat() {
        assertThat(Page.of(LetterHtml.render(LetterSamples.full())).texts("tr"))
                .contains(
                        "Turns sent, of those planned27 of 3429 of 3628",
                        "Times shown: posts the circle carried12,430 so far15,21014,600",
                        "Spent on X's charges, of the ceiling$2.41 of $6.00$2.38not known");
        assertThat(Page.of(LetterHtml.render(LetterSamples.silent())).texts("tr"))
                .contains("Likes and replies from outside the circlenot knownnot known96");
    }

    @Test
    void aFirstWeekHasNoColumnsForWeeksThatNeverWere() {
        var figures = Page.of(LetterHtml.render(LetterSamples.young())).section("figures");

        assertThat(figures)
                .contains("812 so far", "not known", "there is no last week and no usual yet")
                .doesNotContain("usual*");
    }

    @Test
    void oneKnownWeekIsASentenceAndNoPicture() {
        var page = Page.of(LetterHtml.render(LetterSamples.young()));

        assertThat(page.all("svg")).isEmpty();
        assertThat(page.section("shown")).contains("Week 36: 812 so far.");
    }

    @Test
    void noReadingAtAllIsSaid() {
        var unread = List.of(new WeekShown("2026-W36", OptionalLong.empty(), true));
        var letter = LetterSamples.with(
                LetterSamples.young(), 10, new Summary(4, 1, OptionalLong.empty(), OptionalLong.empty(), true), unread);

        assertThat(Page.of(LetterHtml.render(letter)).section("shown")).contains("No post has been read yet");
    }

    @Test
    void aLineIsDrawnOnlyOnceThereIsAnEstimate() {
        assertThat(Page.of(LetterHtml.render(LetterSamples.silent())).section("carrying"))
                .contains("too early to tell")
                .doesNotContain(NO_DIFFERENCE);
        assertThat(Page.of(LetterHtml.render(LetterSamples.full())).section("carrying"))
                .contains(NO_DIFFERENCE)
                .contains("30 % more than");
    }

    @Test
    void nobodyHeardAndNobodyNextIsSaidPlainly() {
        assertThat(Page.of(LetterHtml.render(LetterSamples.silent())).section("heard"))
                .isEqualTo("Who was heard Nobody was heard this week.");
    }

    @Test
    void everyNameOfALargeCircleIsThereThoughFolded() {
        var names = IntStream.range(0, 300).mapToObj(i -> "Business " + i).toList();
        var page = Page.of(LetterHtml.render(LetterSamples.hearing(LetterSamples.full(), names)));

        assertThat(page.texts("summary")).containsExactly("300 names");
        assertThat(page.texts("li")).containsAll(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "Ash & Ember &amp; ]]> <!-- -->",
                "%s %d %n 100%",
                "$1 \\1 ${env:HOME}",
                "javascript:alert(1)",
                "data:text/html,<b>x</b>",
                "bell\u0007 nul\u0000 esc\u001b[31m c1\u009b",
                "\u202Egnirts\u202C",
                "broken \uD800 surrogate \uFFFF",
                "two\nlines\ttab\u2028line"
            })
    void wordsFromOutsideStayWords(String outside) {
        var page = Page.of(LetterHtml.render(LetterSamples.saying(outside)));

        assertThat(page.all("script")).isEmpty();
        assertThat(page.all("img")).isEmpty();
        assertThat(page.all("a")).isEmpty();
        assertThat(page.all("b")).isEmpty();
        assertThat(page.texts("li"))
                .contains(Visible.line(outside).replaceAll("\\s+", " ").trim());
    }

    @Test
    void anAddressCannotBreakOutOfItsLink() {
        var page = Page.of(LetterHtml.render(LetterSamples.saying("https://x.example/\" onclick=\"alert(1)")));

        assertThat(page.all("a")).singleElement().satisfies(a -> {
            assertThat(a.getAttribute("href")).isEqualTo("https://x.example/\" onclick=\"alert(1)");
            assertThat(a.getAttributes().getLength()).isEqualTo(1);
        });
    }

    @Test
    void aMachineWithoutFontsStillGetsItsFigures() {
        var page = Page.of(LetterHtml.render(
                LetterSamples.full(), failing(new InternalError("java.lang.reflect.InvocationTargetException"))));

        assertThat(page.all("svg")).isEmpty();
        assertThat(page.section("shown")).contains("could not be drawn", "no font", "4315,950", "4812,430 so far");
        assertThat(page.section("carrying")).contains("30 % more than", "2 % less", "72 % more");
    }

    @Test
    void theNullPointerOfAnotherJavaWithoutFontsIsTheSame() {
        var page = Page.of(LetterHtml.render(LetterSamples.silent(), failing(new NullPointerException("no head"))));

        assertThat(page.section("shown")).contains("39not known").doesNotContain("390");
    }

    @Test
    void runningOutOfMemoryIsNotAMissingFont() {
        var drawing = failing(new OutOfMemoryError("no room"));

        assertThatThrownBy(() -> LetterHtml.render(LetterSamples.full(), drawing))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void theChartsAreSmall() {
        assertThat(Page.of(LetterHtml.render(LetterSamples.full())).all("svg")).hasSize(4);
        assertThat(ShownChart.draw(LetterSamples.season(), "words").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(25_000);
        assertThat(LiftChart.draw(new Lift(-0.6, 0.3, 3.2), "words").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(25_000);
    }

    @Test
    void everyClassOfTheChartsIsInTheStyleSheet() {
        var html = LetterHtml.render(LetterSamples.full());
        var classes = Page.of(html).all("svg").stream()
                .flatMap(svg -> IntStream.range(0, svg.getElementsByTagName("*").getLength())
                        .mapToObj(i -> (Element) svg.getElementsByTagName("*").item(i)))
                .flatMap(element -> List.of(element.getAttribute("class").split(" ")).stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();

        assertThat(classes).isNotEmpty().allSatisfy(name -> assertThat(html).containsPattern("\\." + name + "[, ]"));
    }

    private static Drawing failing(Throwable trouble) {
        return new Drawing() {
            @Override
            public String shown(List<WeekShown> weeks, String words) {
                throw thrown(trouble);
            }

            @Override
            public String lift(Lift lift, String words) {
                throw thrown(trouble);
            }
        };
    }

    private static RuntimeException thrown(Throwable trouble) {
        if (trouble instanceof Error error) {
            throw error;
        }
        return Optional.of(trouble).map(RuntimeException.class::cast).orElseThrow();
    }
}
