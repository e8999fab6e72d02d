package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.line.WaterFill;

/** What is read off a year that was lived: only what was sent counts. */
public record Tally(Roster roster, Audience audience, List<Spoken> sent, LocalDate start) {
    /** The first weeks have no past: in them nobody can have waited for long. */
    private static final int SETTLING_WEEKS = 4;

    /**
     * What a year came to.
     *
     * @param heard members heard in a week by any turn, after the first four weeks
     * @param longestWait days, from the start to the first turn, between turns, and from the last to the end
     * @param gap days from one turn between two members to their next, either way, in the mean; NaN where none met twice
     * @param leastGap the shortest of them
     * @param jain13 Jain's index of received ÷ entitled reach over 13 weeks, the mean of windows a month apart
     * @param least13 the least ÷ the median of the same
     */
    record Figures(
            double memberReposts,
            double memberIntroductions,
            double circleReposts,
            double circleIntroductions,
            double heard,
            double longestWait,
            double gap,
            double leastGap,
            double jain13,
            double least13,
            double jain39,
            double least39,
            double seconds) {

        double turns() {
            return memberReposts + memberIntroductions + circleReposts + circleIntroductions;
        }
    }

    Figures figures(double seconds) {
        var thirteen = evenness(13);
        var thirtyNine = evenness(39);
        var gaps = gaps();
        return new Figures(
                aWeek(Kind.REPOST, false),
                aWeek(Kind.INTRODUCTION, false),
                aWeek(Kind.REPOST, true),
                aWeek(Kind.INTRODUCTION, true),
                heard(),
                longestWait(),
                gaps.getCount() == 0 ? Double.NaN : gaps.getAverage(),
                gaps.getCount() == 0 ? Double.NaN : gaps.getMin(),
                thirteen[0],
                thirteen[1],
                thirtyNine[0],
                thirtyNine[1],
                seconds);
    }

    private double aWeek(Kind kind, boolean byCircle) {
        Predicate<Spoken> alike = spoken -> spoken.kind() == kind && spoken.byCircle() == byCircle;
        return (double) sent.stream().filter(alike).count() / World.WEEKS;
    }

    private double heard() {
        return IntStream.range(SETTLING_WEEKS, World.WEEKS)
                .mapToLong(week -> sent.stream()
                        .filter(spoken -> week(spoken) == week)
                        .map(Spoken::subject)
                        .distinct()
                        .count())
                .average()
                .orElse(0);
    }

    private long week(Spoken spoken) {
        return Duration.between(start.atStartOfDay(World.ZONE).toInstant(), spoken.at())
                        .toDays()
                / 7;
    }

    private long longestWait() {
        var longest = 0L;
        for (var member : roster.members()) {
            var last = start.atStartOfDay(World.ZONE).toInstant();
            for (var spoken : sent) {
                if (spoken.subject().equals(member.handle())) {
                    longest = Math.max(
                            longest, Duration.between(last, spoken.at()).toDays());
                    last = spoken.at();
                }
            }
            var end = start.plusWeeks(World.WEEKS).atStartOfDay(World.ZONE).toInstant();
            longest = Math.max(longest, Duration.between(last, end).toDays());
        }
        return longest;
    }

    private LongSummaryStatistics gaps() {
        var last = new HashMap<Set<Handle>, Instant>();
        var gaps = new LongSummaryStatistics();
        for (var spoken : sent) {
            var before = spoken.byCircle() ? null : last.put(Set.of(spoken.voice(), spoken.subject()), spoken.at());
            if (before != null) {
                gaps.accept(Duration.between(before, spoken.at()).toDays());
            }
        }
        return gaps;
    }

    private double[] evenness(int weeks) {
        var jain = 0.0;
        var least = 0.0;
        var windows = 0;
        for (var from = 0; from + weeks <= World.WEEKS; from += 4) {
            var parts = parts(from, from + weeks);
            jain += jain(parts);
            Arrays.sort(parts);
            least += parts[0] / parts[parts.length / 2];
            windows++;
        }
        return new double[] {jain / windows, least / windows};
    }

    /** (Σx)² ÷ (n · Σx²): 1 when all are alike, 1/n when one has everything (Jain, Chiu, Hawe 1984). */
    static double jain(double[] parts) {
        var sum = Arrays.stream(parts).sum();
        var squares = Arrays.stream(parts).map(part -> part * part).sum();
        return squares == 0 ? 1 : sum * sum / (parts.length * squares);
    }

    /** The level to which everyone is filled who can hold as much, all being as wide. */
    public static double evenLevel(double[] caps, double total) {
        return WaterFill.level(
                caps, DoubleStream.generate(() -> 1).limit(caps.length).toArray(), total);
    }

    private double[] parts(int from, int until) {
        var received = new HashMap<Handle, Double>();
        var turns = 0;
        for (var spoken : sent) {
            if (week(spoken) >= from && week(spoken) < until) {
                received.merge(spoken.subject(), audience.of(spoken.voice()), Double::sum);
                turns++;
            }
        }
        var caps = roster.members().stream()
                .mapToDouble(member -> member.want() * (until - from))
                .toArray();
        var level = evenLevel(caps, turns);
        return roster.members().stream()
                .mapToDouble(member -> received.getOrDefault(member.handle(), 0.0)
                        / Math.min(level, member.want() * (double) (until - from)))
                .toArray();
    }
}
