package org.goodword.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.goodword.report.Letter.Figure;
import org.goodword.report.Letter.Need;
import org.goodword.report.Letter.NotSent;
import org.goodword.report.Letter.WeekShown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letter as one file that needs nothing else: style and charts inline, no script, no font, no address it would fetch
 * from. Well-formed as XML too. The same letter gives the same bytes on one machine.
 */
public final class LetterHtml {
    private static final Logger LOG = LoggerFactory.getLogger(LetterHtml.class);
    private static final int NAMES_ON_A_PAGE = 60;

    private final Letter letter;
    private final LetterWords words;
    private final Drawing drawing;

    private LetterHtml(Letter letter, Drawing drawing) {
        this.letter = letter;
        this.words = new LetterWords(letter);
        this.drawing = drawing;
    }

    public static String render(Letter letter) {
        return render(letter, Drawing.charts());
    }

    static String render(Letter letter, Drawing drawing) {
        return new LetterHtml(letter, drawing).page();
    }

    private String page() {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
                <title>%s: %s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(Html.escape(letter.circle()), Html.escape(words.headline()), style(), sections());
    }

    private String sections() {
        return List.of(
                        headline(),
                        needsYou(),
                        weekInFigures(),
                        timesShown(),
                        didCarryingHelp(),
                        whoWasHeard(),
                        whatDidNotGoOut(),
                        whatWeDoNotKnow(),
                        foot())
                .stream()
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String headline() {
        var lead = Html.stressing(
                String.join(" ", words.summary()), words.shownThisWeek().orElse(words.headline()));
        return """
                <header>
                <p class="byline">%s</p>
                <h1>%s</h1>
                <p class="lead">%s</p>
                </header>""".formatted(Html.escape(words.byline()), Html.escape(words.headline()), lead);
    }

    private String needsYou() {
        if (letter.needsYou().isEmpty()) {
            return "";
        }
        return section("needs", "Needs you", list("", letter.needsYou(), LetterHtml::need));
    }

    private static String need(Need need) {
        return Html.escape(need.what()) + " " + Html.action(need.action());
    }

    private String weekInFigures() {
        var before = words.firstWeek() ? "" : "<th scope=\"col\">last week</th><th scope=\"col\">usual*</th>";
        return section("figures", "The week in figures", """
                <table>
                <caption class="unseen">Figures of %s</caption>
                <thead><tr><th scope="col"><span class="unseen">what</span></th><th scope="col">this week</th>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <p class="note">%s</p>""".formatted(
                        Html.escape(Dated.span(letter.from(), letter.to())),
                        before,
                        lines(letter.figures(), this::figure),
                        Html.escape(words.figuresNote())));
    }

    private String figure(Figure figure) {
        var soFar = LetterWords.growing(figure) ? " <small>so far</small>" : "";
        var before = words.firstWeek() ? "" : cell(figure.lastWeek(), "") + cell(figure.usual(), "");
        return "<tr><th scope=\"row\">" + Html.escape(figure.label()) + "</th>" + cell(figure.thisWeek(), soFar)
                + before + "</tr>";
    }

    private static String cell(Optional<String> figure, String after) {
        return figure.map(text -> "<td>" + Html.escape(text) + after + "</td>")
                .orElse("<td class=\"unknown\">" + LetterWords.NOT_KNOWN + "</td>");
    }

    private String timesShown() {
        var content = words.worthDrawing()
                ? drawnOr(() -> drawing.shown(letter.shown(), words.shownInWords()), this::shownTable)
                : "<p>" + Html.escape(words.shownWithoutPicture()) + "</p>";
        return section("shown", words.shownTitle(), content);
    }

    /** Two short tables, so that the printed letter stays one page. */
    private String shownTable() {
        var weeks = letter.shown();
        var half = (weeks.size() + 1) / 2;
        return """
                <p class="note">The chart could not be drawn on this machine, most likely because it has no font installed. \
                Its figures:</p>
                <div class="side-by-side">
                %s
                %s
                </div>""".formatted(shownTable(weeks.subList(0, half)), shownTable(weeks.subList(half, weeks.size())));
    }

    private static String shownTable(List<WeekShown> weeks) {
        return """
                <table>
                <caption class="unseen">Times shown, from week %s</caption>
                <thead><tr><th scope="col">week</th><th scope="col">times shown</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(Html.escape(Dated.weekNumber(weeks.get(0).week())), lines(weeks, LetterHtml::shownRow));
    }

    private static String shownRow(WeekShown week) {
        var soFar = LetterWords.growing(week) ? " <small>so far</small>" : "";
        return "<tr><th scope=\"row\">" + Html.escape(Dated.weekNumber(week.week())) + "</th><td>"
                + LetterWords.times(week.shown()) + soFar + "</td></tr>";
    }

    private String didCarryingHelp() {
        var text = String.join(" ", words.carrying());
        var estimate = letter.carrying().estimate();
        var sentence = estimate.map(lift -> Html.stressing(text, LetterWords.liftInWords(lift)))
                .orElse(Html.escape(text));
        // without a drawing nothing is lost: the sentence has all three figures
        var line = estimate.map(lift ->
                        drawnOr(() -> drawing.lift(lift, words.carrying().get(1)), () -> ""))
                .orElse("");
        return section(
                "carrying", "Did carrying help?", "<p>" + sentence + "</p>" + (line.isEmpty() ? "" : "\n" + line));
    }

    private String whoWasHeard() {
        var names = letter.heard().isEmpty() ? "<p>Nobody was heard this week.</p>" : heardNames();
        var next = letter.firstNextWeek().isEmpty()
                ? ""
                : "\n<p><strong>First next week:</strong> " + Html.escape(words.firstNextWeek()) + "</p>";
        return section("heard", "Who was heard", names + next);
    }

    /** A large circle's names would be many pages: they stay folded, and the printed letter stays one page. */
    private String heardNames() {
        var names = list("names", letter.heard(), Html::escape);
        return letter.heard().size() <= NAMES_ON_A_PAGE
                ? names
                : "<details><summary>" + Counted.figures(letter.heard().size()) + " names</summary>\n" + names
                        + "\n</details>";
    }

    private String whatDidNotGoOut() {
        if (letter.notSent().isEmpty()) {
            return section("not-sent", words.notSentTitle(), "<p>" + Html.escape(words.everythingWentOut()) + "</p>");
        }
        return section("not-sent", words.notSentTitle(), """
                <table>
                <caption class="unseen">Turns that did not go out, by reason</caption>
                <thead class="unseen"><tr><th scope="col">turns</th><th scope="col">reason</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(lines(letter.notSent(), LetterHtml::reason)));
    }

    private static String reason(NotSent notSent) {
        return "<tr><td>" + Counted.figures(notSent.count()) + "</td><td>" + Html.escape(notSent.reason())
                + "</td></tr>";
    }

    private String whatWeDoNotKnow() {
        return section(
                "not-known",
                "What we do not know",
                lines(words.notKnown(), text -> "<p>" + Html.escape(text) + "</p>"));
    }

    private String foot() {
        return """
                <footer>
                <p>%s This letter again: <code>%s</code>. Stop everything: <code>%s</code>.</p>
                </footer>""".formatted(
                        Html.escape(LetterWords.whatTimesShownMeans()),
                        Html.escape(letter.command()),
                        Html.escape(letter.stopCommand()));
    }

    private static String section(String name, String title, String content) {
        return """
                <section class="%s">
                <h2>%s</h2>
                %s
                </section>""".formatted(name, Html.escape(title), content);
    }

    private static <T> String list(String name, List<T> things, Function<T, String> html) {
        return "<ul class=\"" + name + "\">\n" + lines(things, thing -> "<li>" + html.apply(thing) + "</li>")
                + "\n</ul>";
    }

    private static <T> String lines(List<T> things, Function<T, String> html) {
        return things.stream().map(html).collect(Collectors.joining("\n"));
    }

    /**
     * AWT answers a machine without fonts with an Error or with a null pointer of its own, depending on the Java. A letter
     * without a picture is better than no letter; running out of memory is not such a case.
     */
    private static String drawnOr(Supplier<String> drawing, Supplier<String> otherwise) {
        try {
            return drawing.get();
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "A chart could not be drawn, so the letter shows its figures instead. Is a font installed? {}",
                    e.toString());
            LOG.debug("where the chart failed", e);
            return otherwise.get();
        }
    }

    private static String style() {
        try (var css = LetterHtml.class.getResourceAsStream("letter.css")) {
            if (css == null) {
                throw new IllegalStateException("letter.css is missing from the program");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("letter.css could not be read", e);
        }
    }
}
