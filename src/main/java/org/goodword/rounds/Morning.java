package org.goodword.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.goodword.conduct.Figure;
import org.goodword.rotation.Window;

/** When a day's deal is made in a zone, and how long what it deals may go out. */
final class Morning {
    /** A morning that was missed is made up until noon; after that too little of the day is left to ask anybody. */
    static final LocalTime LATEST = LocalTime.NOON;

    private Morning() {}

    static Instant of(LocalDate day, ZoneId zone, Circle circle) {
        var midnight = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        // the spring gap can swallow the time itself: then the day begins with its first hour
        return circle.settings()
                .plan()
                .morning()
                .next(midnight.minusMillis(1), zone)
                .filter(at -> at.isBefore(end))
                .orElse(midnight);
    }

    /** From that morning on, as long as the rule file lets an ask live. */
    static Window window(LocalDate day, ZoneId zone, Circle circle) {
        var from = of(day, zone, circle);
        return new Window(from, from.plus(circle.rulebook().get().rules().time(Figure.ASK_WINDOW_HOURS)));
    }
}
