package org.goodword.roster.file;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.goodword.roster.Waking;
import org.goodword.settings.Entry;

/** Reads {@code time-zone:} and {@code hours:}. */
final class HoursEntry {
    /** When most shops and most of their customers are awake. */
    private static final LocalTime FROM = LocalTime.of(8, 0);

    private static final LocalTime TO = LocalTime.of(20, 0);
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<DayOfWeek> DAILY = Set.of(DayOfWeek.values());
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final ZoneId circleZone;

    HoursEntry(ZoneId circleZone) {
        this.circleZone = circleZone;
    }

    Waking read(Entry member) {
        var zone = member.optional("time-zone").flatMap(HoursEntry::zone).orElse(circleZone);
        var hours = member.optional("hours");
        hours.filter(Entry::isMap).ifPresent(map -> map.onlyKeys("from", "to", "days"));
        var from = hours.flatMap(map -> map.optional("from"))
                .flatMap(HoursEntry::time)
                .orElse(FROM);
        var to = hours.flatMap(map -> map.optional("to"))
                .flatMap(HoursEntry::time)
                .orElse(TO);
        hours.filter(map -> from.equals(to) && !isWholeDay(map, from))
                .ifPresent(map -> map.fault(
                        "the hours end when they begin", "write from and to apart; 00:00 to 24:00 is the whole day"));
        var days = hours.flatMap(map -> map.optional("days"))
                .flatMap(HoursEntry::days)
                .orElse(DAILY);
        return new Waking(zone, from, to, days);
    }

    /** 24:00 is the midnight that 00:00 is: together they are all of the day, as each of them alone is none of it. */
    private static boolean isWholeDay(Entry hours, LocalTime from) {
        return from.equals(LocalTime.MIDNIGHT)
                && hours.optional("to")
                        .flatMap(Entry::text)
                        .filter("24:00"::equals)
                        .isPresent();
    }

    private static Optional<ZoneId> zone(Entry at) {
        // an offset such as +01:00 is a ZoneId too, but knows no summer time
        return at.oneOf(ZONES, "time zone", "they are named by continent and city, as in Europe/Dublin")
                .map(ZoneId::of);
    }

    private static Optional<LocalTime> time(Entry at) {
        return at.as(
                text -> "24:00".equals(text) ? LocalTime.MIDNIGHT : LocalTime.parse(text, CLOCK),
                "write a time of day such as 08:00");
    }

    private static Optional<Set<DayOfWeek>> days(Entry at) {
        return at.as(HoursEntry::daysOf, "write days such as mon-sat, or mon,wed,fri, or daily");
    }

    private static Set<DayOfWeek> daysOf(String text) {
        if ("daily".equals(text)) {
            return DAILY;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.split(",")) {
            var ends = part.strip().split("-", 2);
            var day = day(ends[0], text);
            var last = day(ends[ends.length - 1], text);
            days.add(day);
            // round the end of the week where need be: sat-tue
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String word, String text) {
        var asked = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        asked.equals(day.name()) || asked.equals(day.name().substring(0, 3)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" names no days of the week"));
    }
}
