package org.goodword.rotation;

import java.time.Instant;

/** The stretch of time in which a turn may go out: from (inclusive) until (exclusive). */
public record Window(Instant from, Instant until) {
    public Window {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a window cannot end (" + until + ") before it begins (" + from + ")");
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(until);
    }
}
