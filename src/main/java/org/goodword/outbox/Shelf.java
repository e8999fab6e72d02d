package org.goodword.outbox;

import java.time.Duration;
import java.time.Instant;
import org.goodword.rotation.Turn;

/**
 * How long things keep, by the numbers of the rule file.
 *
 * @param life past the slot, after which a turn is missed; nothing is ready later than its slot
 * @param settleAfter how long after a request ended its absence from the timeline means something
 * @param lookFor how long a turn that may have gone out is looked for
 */
public record Shelf(Duration life, Duration settleAfter, Duration lookFor) {

    /** The last moment at which the turn may go out: its shelf life past the slot, and never past its window. */
    public Instant until(Turn turn) {
        var byShelf = turn.slot().plus(life);
        return byShelf.isBefore(turn.window().until()) ? byShelf : turn.window().until();
    }
}
