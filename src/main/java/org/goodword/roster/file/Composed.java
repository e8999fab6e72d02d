package org.goodword.roster.file;

import com.twitter.twittertext.TwitterTextParser;
import java.util.regex.Pattern;

/** The text that goes out: a disclosure of who speaks about whom, then the human words. */
public final class Composed {
    /** X's limit, in its own weighted letters. */
    public static final int LONGEST = 280;

    /** Letters of the West, and their dashes and quotes, of which X counts each as one. */
    private static final Pattern PLAIN = Pattern.compile("[\\x00-\\u02FF\\u2010-\\u201F]*");
    /** Where a link could be; X counts 23 for it, however short it is. */
    private static final Pattern DOT = Pattern.compile("\\.\\S");

    private static final int LINK = 23;

    private Composed() {}

    /** {@code disclosure} with {@code {subject}} and {@code {circle}} filled in, a space, and {@code words} as they are. */
    public static String text(String disclosure, String subject, String circle, String words) {
        return disclosure.replace("{subject}", subject).replace("{circle}", circle) + " " + words;
    }

    /** By how many weighted letters {@code text} is too long; 0 if it fits. */
    public static int tooLongBy(String text) {
        // the parser takes a good part of a millisecond, and a large circle has a hundred thousand texts
        return surelyFits(text) ? 0 : Math.max(0, length(text) - LONGEST);
    }

    private static boolean surelyFits(String text) {
        return text.length() <= LONGEST
                && PLAIN.matcher(text).matches()
                && text.length() + LINK * DOT.matcher(text).results().count() <= LONGEST;
    }

    /** In X's weighted letters: most letters of the West count 1, emoji and letters of the East 2, a link 23. */
    public static int length(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }
}
