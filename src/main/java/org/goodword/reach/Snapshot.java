package org.goodword.reach;

import java.time.Instant;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;

/** A post's counts as they were read at one moment. */
public record Snapshot(PostId post, Instant at, Counts counts) {

    /** What this reading leaves open, by another one. */
    public Snapshot or(Snapshot other) {
        return new Snapshot(post, at, counts.or(other.counts));
    }
}
