package org.goodword.sandbox.town;

import java.time.Instant;
import java.util.Optional;

/** A post carried on by a resident: from when, until when if it was taken back, and what it adds to the post. */
record Carry(String by, long repostId, Instant at, Optional<Instant> until, double gain) {
    boolean isLive(Instant when) {
        return !at.isAfter(when) && until.map(when::isBefore).orElse(true);
    }

    Carry takenBack(Instant when) {
        return new Carry(by, repostId, at, Optional.of(when), gain);
    }

    /** Its share of the post's own final impressions, seen by {@code when}. */
    double seen(Instant when) {
        var stop = until.filter(end -> end.isBefore(when)).orElse(when);
        return gain * Looks.arrived(at, stop);
    }

    /** All it will ever add, as a share of the post's own final impressions. */
    double finalGain() {
        return until.map(this::seen).orElse(gain);
    }
}
