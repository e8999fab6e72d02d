package org.goodword.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Caps on sliding windows. A window is any stretch of the given length, its start included and its end not; so two events
 * exactly that far apart never share one. Events after the instant count as much as those before it.
 */
final class Sliding {
    private Sliding() {}

    /**
     * Whether one more event at {@code at} leaves every window that contains it with at most {@code most}.
     *
     * @param events in the order of time
     */
    static boolean fits(List<Instant> events, Instant at, Duration window, int most) {
        if (most < 1) {
            return false;
        }
        var near = events.stream()
                .filter(event -> apart(event, at).compareTo(window) < 0)
                .toList();
        if (near.size() < most) {
            return true;
        }
        var before = (int) near.stream().filter(event -> !event.isAfter(at)).count();
        // most + 1 events in a row, the new one among them, must not fit into one window
        for (var first = Math.max(0, before - most); first <= before && first + most <= near.size(); first++) {
            var from = first == before ? at : near.get(first);
            var to = first + most == before ? at : near.get(first + most - 1);
            if (Duration.between(from, to).compareTo(window) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The first instant from {@code at} on at which one more event fits; empty if none does. */
    static Optional<Instant> next(List<Instant> events, Instant at, Duration window, int most) {
        if (most < 1) {
            return Optional.empty();
        }
        if (fits(events, at, window, most)) {
            return Optional.of(at);
        }
        return events.stream()
                .map(event -> event.plus(window))
                .filter(candidate -> candidate.isAfter(at) && fits(events, candidate, window, most))
                .findFirst();
    }

    /** The first instant from {@code at} on that is at least {@code gap} away from every event. */
    static Instant nextApart(List<Instant> events, Instant at, Duration gap) {
        return gap.isZero() ? at : next(events, at, gap, 1).orElseThrow();
    }

    static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
