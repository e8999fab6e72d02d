package org.goodword.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * When an account may be heard: its own hours on its own days in its own zone. Hours that end before they begin run past
 * midnight and belong to the day they began on.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Waking(ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    public Waking {
        days = days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
    }

    public boolean allows(Instant at) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        var today = local.getDayOfWeek();
        if (from.isBefore(to)) {
            return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
        }
        var beganToday = days.contains(today) && !time.isBefore(from);
        var beganYesterday = days.contains(today.minus(1)) && time.isBefore(to);
        return beganToday || beganYesterday;
    }
}
