package org.goodword.rotation.week;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.rotation.Chance;

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

    /**
     * The days in mid-week: everybody keeps hers, what became of her in between notwithstanding, so that it is still hers
     * when she comes back. Who has joined since is given one of the days that are left; who can no longer be asked on hers,
     * and has not been, moves to another.
     *
     * @param dealt each voice's day as the week has it
     * @param isOpen whether that day of that voice is still to be dealt
     */
    static Map<Handle, DayOfWeek> again(
            List<Member> voices,
            Map<Handle, DayOfWeek> dealt,
            Set<DayOfWeek> quiet,
            BiPredicate<Handle, DayOfWeek> isOpen,
            Chance chance) {
        var load = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        var days = new TreeMap<>(dealt);
        dealt.values().forEach(day -> load.merge(day, 1, Integer::sum));
        for (var voice : voices) {
            var day = Optional.ofNullable(dealt.get(voice.handle()));
            var stays = day.filter(one -> works(voice, one, quiet) || !isOpen.test(voice.handle(), one));
            if (stays.isEmpty()) {
                day.ifPresent(one -> load.merge(one, -1, Integer::sum));
                var closed = EnumSet.noneOf(DayOfWeek.class);
                closed.addAll(quiet);
                for (var one : DayOfWeek.values()) {
                    if (!isOpen.test(voice.handle(), one)) {
                        closed.add(one);
                    }
                }
                var next = lightest(voice, load, closed, chance).or(() -> day);
                next.ifPresent(one -> {
                    days.put(voice.handle(), one);
                    load.merge(one, 1, Integer::sum);
                });
            }
        }
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
