package org.goodword.sandbox.town;

import java.time.Instant;

/**
 * Ids in the manner of X's snowflakes: milliseconds since X's own epoch, then 22 bits. Posts by habit carry the
 * resident's number there, so that any id says whose day to look at; what arrives through the API has the top bit set
 * and a counter, so that the two never meet.
 */
final class Ids {
    static final int MOST_RESIDENTS = 1 << 16;
    private static final long EPOCH_MS = 1_288_834_974_657L;
    private static final int LOW_BITS = 22;
    private static final int RESIDENT_SHIFT = 5;
    private static final long ARRIVED = 1L << 21;

    private long lastMs;
    private long counter;

    /** Strictly above every id this has given before, even if the clock was set back. */
    long arriving(Instant at) {
        var ms = Math.max(at.toEpochMilli() - EPOCH_MS, lastMs);
        counter = ms == lastMs ? counter + 1 : 0;
        lastMs = ms;
        return (ms << LOW_BITS) | ARRIVED | counter;
    }

    void taken(long id) {
        var ms = id >> LOW_BITS;
        if (ms >= lastMs) {
            counter = ms == lastMs ? Math.max(counter, id & (ARRIVED - 1)) : id & (ARRIVED - 1);
            lastMs = ms;
        }
    }

    static long byHabit(Instant at, int resident) {
        return ((at.toEpochMilli() - EPOCH_MS) << LOW_BITS) | ((long) resident << RESIDENT_SHIFT);
    }

    static boolean isByHabit(long id) {
        return (id & ARRIVED) == 0;
    }

    static int resident(long id) {
        return (int) ((id & (ARRIVED - 1)) >> RESIDENT_SHIFT);
    }

    static Instant at(long id) {
        return Instant.ofEpochMilli((id >> LOW_BITS) + EPOCH_MS);
    }

    /** The smallest id anything made at this instant or later can have. */
    static long floor(Instant at) {
        return Math.max(0, at.toEpochMilli() - EPOCH_MS) << LOW_BITS;
    }
}
