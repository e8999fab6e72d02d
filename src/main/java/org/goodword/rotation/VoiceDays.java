package org.goodword.rotation;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;

/**
 * Each voice's day: the one weekday on which she is asked. Spread evenly over the days members work, and steady from week
 * to week: a voice keeps her day while she works on it and it is not quiet.
 */
final class VoiceDays {
    private VoiceDays() {}

    /**
     * @param before last week's days; they are kept where they can be
     * @param quiet weekdays of the week on which nothing goes out
     */
    static Map<Handle, DayOfWeek> deal(
            List<Member> voices, Map<Handle, DayOfWeek> before, Set<DayOfWeek> quiet, Chance chance) {
        var load = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        var days = new TreeMap<Handle, DayOfWeek>();
        for (var voice : voices) {
            var kept = before.get(voice.handle());
            if (kept != null && works(voice, kept, quiet)) {
                days.put(voice.handle(), kept);
                load.merge(kept, 1, Integer::sum);
            }
        }
        voices.stream()
                .filter(voice -> !days.containsKey(voice.handle()))
                // those with the fewest days choose first
                .sorted(Comparator.comparing(
                                (Member voice) -> voice.waking().days().size())
                        .thenComparing(voice -> chance.of("day", voice.handle())))
                .forEach(voice -> lightest(voice, load, quiet, chance).ifPresent(day -> {
                    days.put(voice.handle(), day);
                    load.merge(day, 1, Integer::sum);
                }));
        return days;
    }

    private static Optional<DayOfWeek> lightest(
            Member voice, Map<DayOfWeek, Integer> load, Set<DayOfWeek> quiet, Chance chance) {
        return voice.waking().days().stream()
                .filter(day -> works(voice, day, quiet))
                .min(Comparator.comparing((DayOfWeek day) -> load.getOrDefault(day, 0))
                        .thenComparing(day -> chance.of("day", voice.handle(), day)));
    }

    private static boolean works(Member voice, DayOfWeek day, Set<DayOfWeek> quiet) {
        return voice.waking().days().contains(day) && !quiet.contains(day);
    }
}
