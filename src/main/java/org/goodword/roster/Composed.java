package org.goodword.roster;

import com.twitter.twittertext.TwitterTextParser;

/** The text that goes out: a disclosure of who speaks about whom, then the human words. */
public final class Composed {
    /** X's limit, in its own weighted letters. */
    public static final int LONGEST = 280;

    private Composed() {}

    /** {@code disclosure} with {@code {subject}} and {@code {circle}} filled in, a space, and {@code words} as they are. */
    public static String text(String disclosure, String subject, String circle, String words) {
        return disclosure.replace("{subject}", subject).replace("{circle}", circle) + " " + words;
    }

    /** In X's weighted letters: most letters of the West count 1, emoji and letters of the East 2, a link 23. */
    public static int length(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }
}
