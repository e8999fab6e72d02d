package org.goodword.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.report.Letter.Figure;
import org.goodword.report.Letter.Need;
import org.goodword.report.Letter.NotSent;
import org.goodword.report.Letter.WeekShown;

/** The letter as plain text of 72 columns: the same words in the same order as the page. Commands are never broken. */
public final class LetterText {
    private static final int BAR = 44;

    private final Letter letter;
    private final LetterWords words;

    private LetterText(Letter letter) {
        this.letter = letter;
        this.words = new LetterWords(letter);
    }

    public static String render(Letter letter) {
        return new LetterText(letter).text();
    }

    private String text() {
        return Stream.of(
                        headline(),
                        needsYou(),
                        weekInFigures(),
                        timesShown(),
                        section("Did carrying help?", Wrapped.text(String.join(" ", words.carrying()))),
                        whoWasHeard(),
                        whatDidNotGoOut(),
                        section(
                                "What we do not know",
                                lines(words.notKnown().stream().map(Wrapped::text))),
                        foot())
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String headline() {
        return Wrapped.text(words.byline()) + "\n" + underlined(words.headline(), "=") + "\n\n"
                + Wrapped.text(String.join(" ", words.summary()));
    }

    private String needsYou() {
        return letter.needsYou().isEmpty()
                ? ""
                : section("Needs you", lines(letter.needsYou().stream().map(LetterText::need)));
    }

    private static String need(Need need) {
        return "- " + Wrapped.text(need.what(), "  ", Wrapped.COLUMNS) + "\n    " + Visible.line(need.action());
    }

    private String weekInFigures() {
        var rows = new ArrayList<List<String>>();
        rows.add(row("", "this week", "last week", "usual*"));
        letter.figures().forEach(figure -> rows.add(figure(figure)));
        return section("The week in figures", table(rows) + "\n" + Wrapped.text(words.figuresNote()));
    }

    private List<String> figure(Figure figure) {
        var soFar = LetterWords.growing(figure) ? " " + LetterWords.SO_FAR : "";
        return row(
                figure.label(),
                LetterWords.known(figure.thisWeek()) + soFar,
                LetterWords.known(figure.lastWeek()),
                LetterWords.known(figure.usual()));
    }

    private List<String> row(String label, String thisWeek, String lastWeek, String usual) {
        return Stream.of(label, thisWeek, lastWeek, usual)
                .limit(words.firstWeek() ? 2 : 4)
                .map(Visible::line)
                .toList();
    }

    /** Figures as wide as they need to be, what is left for the labels. */
    private static String table(List<List<String>> rows) {
        var columns = rows.get(0).size();
        var widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> Wrapped.width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        var figures =
                IntStream.range(1, columns).map(column -> widths[column] + 2).sum();
        var label = Math.max(16, Wrapped.COLUMNS - figures);
        return lines(rows.stream().map(row -> {
            var name = Wrapped.lines(row.get(0), label);
            var last = name.size() - 1;
            var cells = IntStream.range(1, columns)
                    .mapToObj(column -> "  " + Wrapped.right(row.get(column), widths[column]))
                    .collect(Collectors.joining());
            return lines(Stream.concat(
                    name.subList(0, last).stream(), Stream.of(Wrapped.left(name.get(last), label) + cells)));
        }));
    }

    private String timesShown() {
        return section(words.shownTitle(), words.worthDrawing() ? bars() : Wrapped.text(words.shownWithoutPicture()));
    }

    private String bars() {
        var most = letter.shown().stream()
                .mapToLong(week -> week.shown().orElse(0))
                .max()
                .orElse(0);
        return lines(letter.shown().stream().map(week -> bar(week, Math.max(1, most))));
    }

    private static String bar(WeekShown week, long most) {
        var label = Wrapped.right(Dated.weekNumber(week.week()), 2) + "  ";
        if (week.shown().isEmpty()) {
            return label + "? " + LetterWords.NOT_KNOWN;
        }
        var length = (int) Math.round((double) BAR * week.shown().getAsLong() / most);
        return label
                + (week.soFar() ? "░" : "█").repeat(length)
                + (length == 0 ? "" : " ")
                + LetterWords.times(week.shown())
                + (week.soFar() ? " " + LetterWords.SO_FAR : "");
    }

    private String whoWasHeard() {
        var names = letter.heard().isEmpty() ? "Nobody was heard this week." : Wrapped.inColumns(letter.heard());
        var next = letter.firstNextWeek().isEmpty()
                ? ""
                : "\n\n" + Wrapped.text("First next week: " + words.firstNextWeek());
        return section("Who was heard", names + next);
    }

    private String whatDidNotGoOut() {
        return section(
                words.notSentTitle(),
                letter.notSent().isEmpty()
                        ? words.everythingWentOut()
                        : lines(letter.notSent().stream().map(LetterText::reason)));
    }

    private static String reason(NotSent notSent) {
        return Wrapped.right(Counted.figures(notSent.count()), 5) + "  "
                + Wrapped.text(notSent.reason(), " ".repeat(7), Wrapped.COLUMNS);
    }

    private String foot() {
        return "-".repeat(Wrapped.COLUMNS) + "\n" + Wrapped.text(LetterWords.whatTimesShownMeans())
                + "\nThis letter again:  " + Visible.line(letter.command())
                + "\nStop everything:    " + Visible.line(letter.stopCommand());
    }

    private static String section(String title, String content) {
        return underlined(title, "-") + "\n" + content;
    }

    private static String underlined(String title, String line) {
        return title + "\n" + line.repeat(Wrapped.width(title));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
