package org.goodword.settings;

import java.text.ParseException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A moment that comes round again: {@code 06:30} (every day), {@code sunday 18:00} (every week), or a Quartz cron
 * expression with its seconds first. It has no zone; whoever asks gives one. On the day clocks go forward, a time in the
 * hour that is left out does not come; on the day they go back, a time in the hour that is repeated comes once.
 */
public final class When {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final String text;
    private final String cron;

    private When(String text, String cron) {
        this.text = text;
        this.cron = cron;
    }

    /** @throws IllegalArgumentException saying what is wrong with {@code text}, or that its date never comes */
    public static When parse(String text) {
        var words = text.strip().split("\\s+");
        var cron = switch (words.length) {
            case 1 -> everyWeek("*", words[0]);
            case 2 -> everyWeek(day(words[0]), words[1]);
            default -> text.strip();
        };
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time: " + e.getMessage(), e);
        }
        var when = new When(text.strip(), cron);
        // Quartz takes 31 February for a date and then never fires
        if (when.next(Instant.EPOCH, ZoneOffset.UTC).isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" names a date that never comes");
        }
        return when;
    }

    private static String everyWeek(String day, String clock) {
        try {
            var time = LocalTime.parse(clock, CLOCK);
            return "0 " + time.getMinute() + " " + time.getHour() + " ? * " + day;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + clock + "\" is no time of day", e);
        }
    }

    /** By name and not by number: Quartz counts from Sunday as 1, everybody else from Monday. */
    private static String day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .map(DayOfWeek::name)
                .filter(name ->
                        name.equalsIgnoreCase(word) || name.substring(0, 3).equalsIgnoreCase(word))
                .map(name -> name.substring(0, 3))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no day of the week"));
    }

    /** The first moment strictly later than {@code after}, by the clocks of {@code zone}; empty when there is none. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        try {
            var expression = expression();
            // by ZoneId: from a name that it does not know, Quartz would make GMT
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            throw new IllegalStateException("parsed once, so it parses again: " + cron, e);
        }
    }

    private CronExpression expression() throws ParseException {
        return new CronExpression(cron);
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
