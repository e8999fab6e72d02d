package org.goodword.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as a person writes them. */
final class Dated {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK);

    private Dated() {}

    /** "23 to 29 November 2026", "30 November to 6 December 2026", "28 December 2026 to 3 January 2027" */
    static String span(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return YEAR.format(to);
        }
        var first = from.getYear() != to.getYear() ? YEAR : from.getMonth() != to.getMonth() ? MONTH : DAY;
        return first.format(from) + " to " + YEAR.format(to);
    }

    /** "3 November", and with its year when that is another year than the reader's. */
    static String day(LocalDate date, LocalDate readerToday) {
        return (date.getYear() == readerToday.getYear() ? MONTH : YEAR).format(date);
    }

    /** "Tuesday 24 November at 11:50" */
    static String minute(LocalDateTime when) {
        return MINUTE.format(when);
    }

    /** The number of an ISO week: "48" of "2026-W48", "1" of "2027-W01". */
    static String weekNumber(String week) {
        return week.substring(week.indexOf('W') + 1).replaceFirst("^0", "");
    }
}
