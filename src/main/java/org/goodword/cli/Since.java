package org.goodword.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A moment in the past as one types it: {@code 2026-11-24T08:00}, {@code 2026-11-24}, {@code 2h}, {@code today}. */
final class Since {
    private static final Pattern AGO = Pattern.compile("(\\d{1,4})\\s*([mhd])");

    private Since() {}

    /**
     * @param zone in which dates and times are meant
     * @throws DateTimeException when {@code text} is no such moment
     */
    static Instant parse(String text, Instant now, ZoneId zone) {
        var typed = text.strip();
        if (typed.equals("today")) {
            return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        }
        var ago = AGO.matcher(typed);
        if (ago.matches()) {
            return now.minus(length(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        return typed.indexOf('T') < 0 && typed.indexOf(' ') < 0
                ? LocalDate.parse(typed).atStartOfDay(zone).toInstant()
                : LocalDateTime.parse(typed.replace(' ', 'T')).atZone(zone).toInstant();
    }

    private static Duration length(long count, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
