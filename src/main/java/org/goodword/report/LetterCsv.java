package org.goodword.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.report.Letter.Figure;
import org.goodword.report.Letter.Lift;

/**
 * The letter's figures for a spreadsheet, one a row, after RFC 4180. A value nobody knows is empty and its state says so.
 * Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class LetterCsv {
    private static final String MEASURED = "measured";
    private static final String ESTIMATED = "estimated";
    private static final String SO_FAR = LetterWords.SO_FAR;
    private static final String NOT_KNOWN = LetterWords.NOT_KNOWN;

    /** "$2.41 of $6.00", "27 of 35", "12,430" */
    private static final Pattern FIGURE = Pattern.compile("(\\$?)(\\d[\\d,]*(?:\\.\\d+)?)( of .*)?");

    private final Letter letter;
    private final List<String> rows = new ArrayList<>();

    private LetterCsv(Letter letter) {
        this.letter = letter;
    }

    public static String render(Letter letter) {
        return new LetterCsv(letter).csv();
    }

    private String csv() {
        rows.add("week,section,label,value,unit,state");
        summary();
        letter.figures().forEach(this::figure);
        timesShown();
        carrying();
        letter.notSent().forEach(not -> count("What did not go out", not.reason(), not.count(), "turns"));
        return rows.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private void summary() {
        var summary = letter.summary();
        count("Summary", "Members", letter.members(), "members");
        count("Summary", "Members spoken up for", summary.membersHeard(), "members");
        count("Summary", "Turns that went out", summary.turns(), "turns");
        times("Summary", "Times shown", summary.shownSoFar(), SO_FAR);
        times("Summary", "Times shown the week before", summary.shownLastWeek(), weekBefore());
    }

    private String weekBefore() {
        var weeks = letter.shown().size();
        return weeks > 1 && letter.shown().get(weeks - 2).soFar() ? SO_FAR : MEASURED;
    }

    private void figure(Figure figure) {
        figure(figure.label() + ", this week", figure.thisWeek(), figure.soFar() ? SO_FAR : MEASURED);
        figure(figure.label() + ", last week", figure.lastWeek(), MEASURED);
        figure(figure.label() + ", usual", figure.usual(), MEASURED);
    }

    private void figure(String label, Optional<String> figure, String state) {
        if (figure.isEmpty()) {
            row("The week in figures", label, "", "", NOT_KNOWN);
            return;
        }
        var parts = FIGURE.matcher(figure.get());
        if (!parts.matches()) {
            row("The week in figures", label, text(figure.get()), "", state);
            return;
        }
        var unit = (parts.group(1).isEmpty() ? "" : "USD")
                + Optional.ofNullable(parts.group(3)).orElse("");
        row("The week in figures", label, parts.group(2).replace(",", ""), unit.strip(), state);
    }

    private void timesShown() {
        letter.shown()
                .forEach(week -> times("Times shown", week.week(), week.shown(), week.soFar() ? SO_FAR : MEASURED));
    }

    private void carrying() {
        var section = "Did carrying help?";
        count(
                section,
                "Carried posts with a seven-day reading",
                letter.carrying().carried(),
                "posts");
        count(
                section,
                "Posts left alone with a seven-day reading",
                letter.carrying().leftAlone(),
                "posts");
        lift(section, "Lift, low end", letter.carrying().estimate().map(Lift::low));
        lift(section, "Lift, middle", letter.carrying().estimate().map(Lift::middle));
        lift(section, "Lift, high end", letter.carrying().estimate().map(Lift::high));
    }

    private void lift(String section, String label, Optional<Double> share) {
        row(
                section,
                label,
                share.map(value -> String.valueOf(Math.round(value * 1000) / 10.0))
                        .orElse(""),
                "%",
                share.isPresent() ? ESTIMATED : NOT_KNOWN);
    }

    private void count(String section, String label, long count, String unit) {
        row(section, label, String.valueOf(count), unit, MEASURED);
    }

    private void times(String section, String label, OptionalLong times, String state) {
        var value = times.isPresent() ? String.valueOf(times.getAsLong()) : "";
        row(section, label, value, "times", times.isPresent() ? state : NOT_KNOWN);
    }

    /** @param value a number of ours, or text already defused */
    private void row(String section, String label, String value, String unit, String state) {
        rows.add(Stream.of(text(letter.week()), section, text(label), value, text(unit), state)
                .map(LetterCsv::quoted)
                .collect(Collectors.joining(",")));
    }

    /** Leading spaces do not stop every spreadsheet from seeing a formula behind them. */
    static String text(String text) {
        var line = Visible.line(text);
        var start = line.stripLeading();
        return !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0 ? "'" + line : line;
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
