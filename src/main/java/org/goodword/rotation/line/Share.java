package org.goodword.rotation.line;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.rotation.Audience;
import org.goodword.rotation.History;

/**
 * What came to each member over a stretch of time, and what an equal share of it would have been for the time she has been
 * here: water-filling, up to what each {@code want}s.
 */
final class Share {
    private final Map<Handle, Received> received;
    private final Map<Handle, Double> entitled;
    /** Reach that came with a turn, in turns of the mean voice. */
    private final double seen;

    private Share(Map<Handle, Received> received, Map<Handle, Double> entitled, double seen) {
        this.received = received;
        this.entitled = entitled;
        this.seen = seen;
    }

    /** What came to a member: turns, and what they were expected to be shown, in turns of the mean voice. */
    private record Received(double turns, double reach) {
        static final Received NOTHING = new Received(0, 0);

        double half() {
            return 0.5 * turns + 0.5 * reach;
        }

        Received and(double more) {
            return new Received(turns + 1, reach + more);
        }
    }

    /** @param mean what the mean voice is expected to be shown */
    static Share of(
            List<Member> subjects, History history, Audience audience, double mean, Duration stretch, Instant now) {
        var from = now.minus(stretch);
        var received = subjects.stream()
                .collect(Collectors.toMap(
                        Member::handle,
                        subject -> history.about(subject.handle())
                                .filter(spoken -> spoken.at().isAfter(from))
                                .reduce(
                                        Received.NOTHING,
                                        (sum, spoken) -> sum.and(audience.of(spoken.voice()) / mean),
                                        (one, other) -> new Received(
                                                one.turns() + other.turns(), one.reach() + other.reach()))));
        var total = received.values().stream().mapToDouble(Received::half).sum();
        var reach = received.values().stream().mapToDouble(Received::reach).sum();
        return new Share(received, equal(subjects, total, stretch, now), reach / Math.max(1e-9, total));
    }

    /** As much a week for everyone, up to what she wants, for as many weeks of the stretch as she has been here. */
    private static Map<Handle, Double> equal(List<Member> subjects, double total, Duration stretch, Instant now) {
        var weeks = subjects.stream()
                .mapToDouble(subject -> weeksHere(subject, stretch, now))
                .toArray();
        var aWeek = WaterFill.level(subjects.stream().mapToDouble(Member::want).toArray(), weeks, total);
        var shares = new HashMap<Handle, Double>();
        for (var number = 0; number < weeks.length; number++) {
            var subject = subjects.get(number);
            shares.put(subject.handle(), weeks[number] * Math.min(subject.want(), aWeek));
        }
        return shares;
    }

    private static double weeksHere(Member subject, Duration stretch, Instant now) {
        var here = Duration.between(Line.joined(subject), now);
        return Math.max(1, Math.min(here.toDays(), stretch.toDays()) / 7.0);
    }

    /** Turns she is behind (above 0) or ahead of her share, in turns and in reach, half each. */
    double lag(Handle subject) {
        return entitled.getOrDefault(subject, 0.0)
                - received.getOrDefault(subject, Received.NOTHING).half();
    }

    /** The same in what was seen alone, in turns of the mean voice. */
    double reachLag(Handle subject) {
        return entitled.getOrDefault(subject, 0.0) * seen
                - received.getOrDefault(subject, Received.NOTHING).reach();
    }
}
