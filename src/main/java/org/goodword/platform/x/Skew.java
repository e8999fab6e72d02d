package org.goodword.platform.x;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far the clock that stamped a request was from X's when it answered.
 *
 * @param ahead positive where ours is ahead
 */
record Skew(Duration ahead) {
    /** X refuses a stamp five minutes off; the answer's date is to the second, and the request took its time. */
    private static final Duration MOST = Duration.ofMinutes(4);

    /** "Timestamp out of bounds", in the older form. */
    private static final Set<Integer> OUT_OF_BOUNDS = Set.of(135);

    private static final Pattern STAMP = Pattern.compile("oauth_timestamp=\"(\\d{1,12})\"");

    /** Empty where the request bore no stamp, or the answer no date. */
    static Optional<Skew> of(Reply.Answered answer) {
        var stamp = STAMP.matcher(answer.authorization());
        return stamp.find()
                ? date(answer)
                        .map(theirs -> new Skew(
                                Duration.between(theirs, Instant.ofEpochSecond(Long.parseLong(stamp.group(1))))))
                : Optional.empty();
    }

    private static Optional<Instant> date(Reply.Answered answer) {
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean explainsARefusal() {
        return ahead.abs().compareTo(MOST) > 0;
    }

    static boolean isNamedBy(Problem problem) {
        return problem.hasOneOf(OUT_OF_BOUNDS);
    }

    String inWords() {
        var minutes = Math.max(1, ahead.abs().toMinutes());
        return "this machine's clock is " + minutes + (minutes == 1 ? " minute " : " minutes ")
                + (ahead.isNegative() ? "behind" : "ahead of") + " X's, so X takes no signature of ours";
    }
}
