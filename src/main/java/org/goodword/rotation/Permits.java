package org.goodword.rotation;

import java.time.Instant;
import java.util.Optional;

/** What the rotation must ask before it pairs two: may this be said at that instant, all else in {@code history} given? */
public interface Permits {

    /** More waits than these one behind the other, and the answer is no. */
    int MOST_WAITS = 24;

    /** Empty when it may; otherwise why not. */
    Optional<Objection> objection(Proposal proposal, Instant at, History history);

    /**
     * Which rule speaks against it, and the sentence that says so.
     *
     * @param from when the same rule would no longer speak against it, if time alone settles it
     */
    record Objection(String rule, String reason, Optional<Instant> from) {
        /** The reason as it stands with a turn, the rule named. */
        public String sentence() {
            return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + " (rule " + rule + ").";
        }
    }

    /** The first instant of the window at which no rule speaks against it. */
    default Optional<Instant> first(Proposal proposal, Window window, History history) {
        var at = window.from();
        for (var waits = 0; waits < MOST_WAITS && window.contains(at); waits++) {
            var objection = objection(proposal, at, history);
            if (objection.isEmpty()) {
                return Optional.of(at);
            }
            var from = objection.get().from();
            if (from.isEmpty() || !from.get().isAfter(at)) {
                return Optional.empty();
            }
            at = from.get();
        }
        return Optional.empty();
    }
}
