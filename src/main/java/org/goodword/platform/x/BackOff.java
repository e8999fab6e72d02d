package org.goodword.platform.x;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long to leave an endpoint alone that answers with trouble: half a minute at first, doubling with each failure. */
final class BackOff {
    static final Duration FIRST = Duration.ofSeconds(30);

    /** Sixteen minutes at most: morning rounds are read again before their slots are over. */
    private static final int MOST_DOUBLINGS = 5;

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Duration failed(Ask ask) {
        var count = failures.merge(ask.door(), 1, Integer::sum);
        return FIRST.multipliedBy(1L << Math.min(count - 1, MOST_DOUBLINGS));
    }

    void worked(Ask ask) {
        failures.remove(ask.door());
    }
}
