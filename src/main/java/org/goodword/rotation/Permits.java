package org.goodword.rotation;

import java.time.Instant;
import java.util.Optional;

/** What the rotation must ask before it pairs two: may this be said at that instant, all else in {@code history} given? */
public interface Permits {

    /** Empty when it may; otherwise why not. A wait that ends before {@code at} is none. */
    Optional<Objection> objection(Proposal proposal, Instant at, History history);

    /** Which rule speaks against it, and the sentence that says so. */
    record Objection(String rule, String reason) {}
}
