package org.goodword.reach;

import java.time.Instant;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;

/** A post's counts as they were read at one moment. */
public record Snapshot(PostId post, Instant at, Counts counts) {

    /** What this reading leaves open, by another one; the moment is that of the times shown. */
    public Snapshot or(Snapshot other) {
        var told = counts.shown().isPresent() || other.counts.shown().isEmpty();
        return new Snapshot(post, told ? at : other.at, counts.or(other.counts));
    }
}
