package org.goodword.rehearsal;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that jumps. It never goes back. */
public final class SimulatedClock implements InstantSource {
    private volatile Instant now;

    public SimulatedClock(Instant start) {
        this.now = start;
    }

    public void jumpTo(Instant next) {
        if (next.isAfter(now)) {
            now = next;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
