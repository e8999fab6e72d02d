package org.goodword.roster.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.roster.Mode;

/**
 * What a row says was agreed to. A consent without its date, or a date without what it is about, is none: nothing is made up.
 *
 * @param entry as it stands in the roster file
 * @param doubts what was not taken, each with what to write instead
 */
record SheetConsent(Optional<String> entry, List<String> doubts) {
    private static final DateTimeFormatter WORDS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d [MMMM][MMM] uuuu")
            .toFormatter(Locale.UK);

    private static final String NOT_TAKEN = ", so she comes in without a consent; ";

    static SheetConsent of(Sheet.Row row, LocalDate today) {
        var doubts = new ArrayList<String>();
        var spokenFor =
                row.cell(Column.SPOKEN_FOR).map(cell -> yes(cell, doubts)).orElse(false);
        var introductions = mode(row, Column.INTRODUCTIONS, doubts);
        var reposts = mode(row, Column.REPOSTS, doubts);
        var nothing = !spokenFor && introductions == Mode.OFF && reposts == Mode.OFF;
        var cell = row.cell(Column.SINCE);
        if (cell.isEmpty()) {
            if (!nothing) {
                doubts.add("what she agreed to has no date" + NOT_TAKEN + "write it under \"consent since\"");
            }
            return new SheetConsent(Optional.empty(), doubts);
        }
        var since = date(cell.get());
        var until = row.cell(Column.UNTIL);
        var end = until.flatMap(SheetConsent::date);
        if (since.isEmpty()) {
            doubts.add("\"" + cell.get() + "\" is no date of a consent" + NOT_TAKEN + "write it as 2026-08-01");
        } else if (since.get().isAfter(today)) {
            doubts.add("the consent is dated " + since.get() + ", which is still to come" + NOT_TAKEN
                    + "write the day she agreed");
        } else if (until.isPresent() && end.isEmpty()) {
            doubts.add("\"" + until.get() + "\" is no date for its end" + NOT_TAKEN + "write it as 2027-03-31");
        } else if (nothing) {
            doubts.add("the consent does not say to what" + NOT_TAKEN
                    + "add the columns spoken-for, introductions and reposts");
        } else {
            return new SheetConsent(Optional.of(written(since.get(), end, spokenFor, introductions, reposts)), doubts);
        }
        return new SheetConsent(Optional.empty(), doubts);
    }

    private static String written(
            LocalDate since, Optional<LocalDate> until, boolean spokenFor, Mode introductions, Mode reposts) {
        return "{since: " + since + until.map(end -> ", until: " + end).orElse("") + ", spoken-for: " + spokenFor
                + ", introductions: " + word(introductions) + ", reposts: " + word(reposts) + "}";
    }

    private static String word(Mode mode) {
        return mode == Mode.OFF ? "\"off\"" : mode.word();
    }

    /** 01/08/2026 is August to some and January to others, so it is not guessed at. */
    private static Optional<LocalDate> date(String cell) {
        return Stream.of(DateTimeFormatter.ISO_LOCAL_DATE, WORDS)
                .flatMap(format -> date(cell, format).stream())
                .findFirst();
    }

    private static Optional<LocalDate> date(String cell, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(cell, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean yes(String cell, List<String> doubts) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "x", "✓" -> true;
            case "no", "n", "false", "0", "-" -> false;
            default -> {
                doubts.add("\"" + cell + "\" under spoken-for is taken for no; write yes or no");
                yield false;
            }
        };
    }

    private static Mode mode(Sheet.Row row, Column column, List<String> doubts) {
        var cell = row.cell(column);
        var word = cell.map(text -> text.toLowerCase(Locale.ROOT)).orElse("no");
        if (List.of("no", "n", "false", "never", "-").contains(word)) {
            return Mode.OFF;
        }
        return Mode.of(word).orElseGet(() -> {
            doubts.add("\"" + cell.orElse("") + "\" under " + column.word()
                    + " is taken for no; write off, suggest, approve or automatic");
            return Mode.OFF;
        });
    }
}
