package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;

/** When a round asks again what was not answered. Kept in memory alone: after a start it asks at once. */
final class Again {
    /** An answer that is lost may have been billed, so each time in vain puts the next one off so much longer. */
    private static final Duration A_LITTLE_LATER = Duration.ofMinutes(5);

    private Instant from = Instant.MIN;
    private int inVain;

    boolean isTooEarly(Instant now) {
        return now.isBefore(from);
    }

    Instant from() {
        return from;
    }

    void notBefore(Instant at) {
        from = at;
    }

    void lostAt(Instant now) {
        inVain++;
        from = now.plus(A_LITTLE_LATER.multipliedBy(inVain));
    }

    void answered() {
        inVain = 0;
        from = Instant.MIN;
    }
}
