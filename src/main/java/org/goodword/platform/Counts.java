package org.goodword.platform;

/** A post's public counts at one moment. {@code shown} counts every showing, not people. */
public record Counts(long shown, long likes, long replies, long reposts, long quotes, long bookmarks) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
}
