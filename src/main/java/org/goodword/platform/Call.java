package org.goodword.platform;

/** The calls that exist, for the ledger, the prices and the published limits. */
public enum Call {
    SIGNED_IN,
    PROFILES,
    POSTS_SINCE,
    TIMELINE,
    READ,
    PUBLISH,
    PUBLISH_WITH_LINK,
    REPOST,
    DELETE,
    UNDO_REPOST;

    /** Whether X bills the attempt rather than what comes back. */
    public boolean isWrite() {
        return switch (this) {
            case PUBLISH, PUBLISH_WITH_LINK, REPOST, DELETE, UNDO_REPOST -> true;
            case SIGNED_IN, PROFILES, POSTS_SINCE, TIMELINE, READ -> false;
        };
    }
}
