package org.goodword.rotation.morning;

/** The lot, asked once a deal has picked a post to be carried. */
@FunctionalInterface
public interface Draw {

    /**
     * Whether this post is left alone, so that carrying can be measured. The answer for a post is the same for ever, and is
     * written down before it is given.
     */
    boolean leavesAlone(Candidate picked);
}
