package org.goodword.platform;

import java.util.OptionalLong;

/** A post's public counts at one moment, each as far as the platform gave it. {@code shown} counts every showing, not people. */
public record Counts(
        OptionalLong shown,
        OptionalLong likes,
        OptionalLong replies,
        OptionalLong reposts,
        OptionalLong quotes,
        OptionalLong bookmarks) {
    /** Not one of them is known. */
    public static final Counts NONE = new Counts(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    public Counts(long shown, long likes, long replies, long reposts, long quotes, long bookmarks) {
        this(
                OptionalLong.of(shown),
                OptionalLong.of(likes),
                OptionalLong.of(replies),
                OptionalLong.of(reposts),
                OptionalLong.of(quotes),
                OptionalLong.of(bookmarks));
    }

    /** Likes and replies together, where both are known. */
    public OptionalLong answered() {
        return likes.isPresent() && replies.isPresent()
                ? OptionalLong.of(likes.getAsLong() + replies.getAsLong())
                : OptionalLong.empty();
    }

    /** What these leave open, by another reading. */
    public Counts or(Counts other) {
        return new Counts(
                either(shown, other.shown),
                either(likes, other.likes),
                either(replies, other.replies),
                either(reposts, other.reposts),
                either(quotes, other.quotes),
                either(bookmarks, other.bookmarks));
    }

    private static OptionalLong either(OptionalLong one, OptionalLong other) {
        return one.isPresent() ? one : other;
    }
}
