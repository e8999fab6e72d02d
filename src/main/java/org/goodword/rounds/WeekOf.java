package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** ISO weeks, from Monday, named as {@code 2026-W36}. */
public record WeekOf(String name, LocalDate monday) {

    public static WeekOf date(LocalDate date) {
        var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new WeekOf(
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        monday.get(IsoFields.WEEK_BASED_YEAR),
                        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                monday);
    }

    /** @throws java.time.format.DateTimeParseException when {@code name} is no week such as {@code 2026-W36} */
    public static WeekOf parse(String name) {
        return date(LocalDate.parse(name + "-1", java.time.format.DateTimeFormatter.ISO_WEEK_DATE));
    }

    public WeekOf next() {
        return date(monday.plusWeeks(1));
    }

    public WeekOf before() {
        return date(monday.minusWeeks(1));
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public Instant begins(ZoneId zone) {
        return monday.atStartOfDay(zone).toInstant();
    }

    public Instant ends(ZoneId zone) {
        return next().begins(zone);
    }
}
