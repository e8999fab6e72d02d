package org.goodword.settings;

import java.text.ParseException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A moment that comes round again: {@code 06:30} (every day), {@code sunday 18:00} (every week), or a Quartz cron
 * expression with its seconds first. It has no zone; whoever asks gives one.
 */
public final class When {
    private final String text;
    private final String cron;

    private When(String text, String cron) {
        this.text = text;
        this.cron = cron;
    }

    /** @throws IllegalArgumentException saying what is wrong with {@code text}, and that it never fires if it never does */
    public static When parse(String text) {
        var when = new When(text.strip(), cronOf(text.strip()));
        if (when.next(Instant.EPOCH, ZoneId.of("UTC")).isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" names a date that never comes");
        }
        return when;
    }

    private static String cronOf(String text) {
        var words = text.toLowerCase(Locale.ROOT).split("\\s+");
        try {
            if (words.length == 1) {
                return daily(LocalTime.parse(words[0]), "* ?");
            }
            if (words.length == 2) {
                // Quartz counts Sunday as 1
                var day = dayOf(words[0]).getValue() % 7 + 1;
                return daily(LocalTime.parse(words[1]), "* " + day).replace(" * * " + day, " ? * " + day);
            }
            new CronExpression(text);
            return text;
        } catch (DateTimeParseException | ParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time: " + e.getMessage(), e);
        }
    }

    private static String daily(LocalTime time, String rest) {
        return "0 " + time.getMinute() + " " + time.getHour() + " * " + rest;
    }

    private static DayOfWeek dayOf(String word) {
        for (var day : DayOfWeek.values()) {
            var name = day.name().toLowerCase(Locale.ROOT);
            if (name.equals(word) || name.substring(0, 3).equals(word)) {
                return day;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no day of the week");
    }

    /** The first moment strictly later than {@code after}, by the clocks of {@code zone}; empty when there is none. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        try {
            var expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            throw new IllegalStateException("parsed once, so it parses again: " + cron, e);
        }
    }

    /** As Quartz writes it: seconds first. */
    public String cron() {
        return cron;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof When when && when.cron.equals(cron);
    }

    @Override
    public int hashCode() {
        return cron.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
