package org.goodword.roster.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goodword.platform.Handle;

/** One row of a sheet as an entry of the roster, in the style of the example. */
final class Newcomer {
    /** A link to a profile, as people copy it from the browser. */
    private static final Pattern PROFILE = Pattern.compile(
            "(?:https?://)?(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/@?([A-Za-z0-9_]+)(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);

    /** What means itself in YAML without quotes. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} &'.()/+@_-]*");

    private static final List<String> MEAN_SOMETHING =
            List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final Sheet.Row row;
    private final String handle;
    private final Optional<Hours> hours;
    private final SheetConsent consent;

    private Newcomer(Sheet.Row row, String handle, Optional<Hours> hours, SheetConsent consent) {
        this.row = row;
        this.handle = handle;
        this.hours = hours;
        this.consent = consent;
    }

    /** @param from and {@code to} as the roster has them; {@code days} may be empty */
    record Hours(String from, String to, String days) {}

    /** @throws IllegalArgumentException saying what cannot be taken, and what to write instead */
    static Newcomer of(Sheet.Row row, SheetConsent consent) {
        for (var column : List.of(Column.HANDLE, Column.NAME, Column.TRADE, Column.AREA)) {
            if (row.cell(column).isEmpty()) {
                throw new IllegalArgumentException("there is no " + column.word() + "; fill it in");
            }
        }
        return new Newcomer(row, handleOf(row), row.cell(Column.HOURS).map(SheetHours::read), consent);
    }

    private static String handleOf(Sheet.Row row) {
        var cell = row.cell(Column.HANDLE).orElseThrow();
        var profile = PROFILE.matcher(cell);
        try {
            return Handle.of(profile.matches() ? profile.group(1) : cell).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + cell + "\": a handle is one @ and up to 15 letters, digits or _; write it as it is on X", e);
        }
    }

    /** A complaint about the entry, with words as they stand in the sheet where the entry had to have them otherwise. */
    String inTheSheetsWords(String complaint) {
        var told = complaint;
        for (var column : List.of(Column.TRADE, Column.LANGUAGES, Column.SKIP_WORDS, Column.OFFERS, Column.NEEDS)) {
            for (var part :
                    parts(column, column == Column.TRADE ? "\\z" : "[,;|\\n]").toList()) {
                told = told.replace("\"" + hyphened(part) + "\" is no ", "\"" + part + "\" is no ");
            }
        }
        for (var other : parts(Column.NOT_WITH, "[,;|\\s]").toList()) {
            told = told.replace("\"@" + other + "\": a handle", "\"" + other + "\": a handle");
            told = told.startsWith("@" + other + " is ") ? told.substring(1) : told;
        }
        return told;
    }

    long number() {
        return row.number();
    }

    Handle handle() {
        return Handle.of(handle);
    }

    String name() {
        return row.cell(Column.NAME).orElseThrow();
    }

    boolean agreed() {
        return consent.entry().isPresent();
    }

    /** @param indent what stands before the dash */
    List<String> lines(String indent) {
        var lines = new ArrayList<String>();
        lines.add("handle: " + quoted(handle));
        plain(lines, "name", Column.NAME);
        word(lines, "trade", Column.TRADE);
        plain(lines, "area", Column.AREA);
        plain(lines, "email", Column.EMAIL);
        plain(lines, "time-zone", Column.TIME_ZONE);
        hours.ifPresent(one -> lines.add("hours: {from: " + quoted(one.from()) + ", to: " + quoted(one.to())
                + (one.days().isEmpty() ? "" : ", days: " + inBraces(one.days())) + "}"));
        words(lines, "languages", Column.LANGUAGES);
        plain(lines, "capacity", Column.CAPACITY);
        plain(lines, "want", Column.WANT);
        consent.entry().ifPresent(one -> lines.add("consent: " + one));
        plain(lines, "carry", Column.CARRY);
        words(lines, "skip-words", Column.SKIP_WORDS);
        about(lines);
        words(lines, "offers", Column.OFFERS);
        words(lines, "needs", Column.NEEDS);
        notWith(lines);
        return lines.stream()
                .map(line -> (line.equals(lines.get(0)) ? indent + "- " : indent + "  ") + line)
                .toList();
    }

    private void plain(List<String> lines, String key, Column column) {
        row.cell(column).ifPresent(cell -> lines.add(key + ": " + scalar(cell.replaceAll("\\s+", " "))));
    }

    /** "Picture framer" is the trade picture-framer. */
    private void word(List<String> lines, String key, Column column) {
        row.cell(column).ifPresent(cell -> lines.add(key + ": " + scalar(hyphened(cell))));
    }

    private void words(List<String> lines, String key, Column column) {
        var words = parts(column, "[,;|\\n]").map(Newcomer::hyphened).map(Newcomer::inBraces);
        var all = words.toList();
        if (!all.isEmpty()) {
            lines.add(key + ": [" + String.join(", ", all) + "]");
        }
    }

    private void about(List<String> lines) {
        var texts = parts(Column.ABOUT, "[|\\n]").toList();
        if (!texts.isEmpty()) {
            lines.add("about:");
            texts.forEach(text -> lines.add("  - " + quoted(text)));
        }
    }

    private void notWith(List<String> lines) {
        var handles = parts(Column.NOT_WITH, "[,;|\\s]")
                .map(one -> quoted(one.startsWith("@") ? one : "@" + one))
                .toList();
        if (!handles.isEmpty()) {
            lines.add("not-with: [" + String.join(", ", handles) + "]");
        }
    }

    private Stream<String> parts(Column column, String separator) {
        return row.cell(column).stream()
                .flatMap(cell -> Pattern.compile(separator).splitAsStream(cell))
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty());
    }

    private static String hyphened(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    private static String scalar(String text) {
        var plain = PLAIN.matcher(text).matches() || text.matches("[0-9]{1,9}");
        return plain && !MEAN_SOMETHING.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** Inside brackets a comma would end it. */
    private static String inBraces(String text) {
        return scalar(text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
