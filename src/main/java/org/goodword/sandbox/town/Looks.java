package org.goodword.sandbox.town;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How followers look. A post's final impressions are 4.0 × followers^0.61, log-normal between posts (median 1, σ 0.8),
 * and three in a hundred go far. They arrive on a log-logistic curve: half after 80 minutes, 95 % after a day. All
 * else is a small share of the impressions.
 */
final class Looks {
    private static final double PER_FOLLOWER = 4.0;
    private static final double EXPONENT = 0.61;
    private static final double SIGMA = 0.8;
    private static final double GOES_FAR = 0.03;
    private static final double HALF_LIFE_MINUTES = 80;
    /** Chosen so that the curve stands at 95 % after 24 h, which is 18 half-lives. */
    private static final double STEEPNESS = StrictMath.log(19) / StrictMath.log(18);

    private static final double LIKE = 0.012;
    private static final double REPLY = 0.002;
    private static final double REPOST = 0.0015;
    private static final double QUOTE = 0.0003;
    private static final double BOOKMARK = 0.0012;

    private Looks() {}

    static double finalImpressions(long seed, long postId, int followers) {
        var dice = Dice.over(seed, "looks", postId);
        var usual = PER_FOLLOWER * StrictMath.pow(followers, EXPONENT) * dice.logNormal(1, SIGMA);
        return dice.chance(GOES_FAR) ? usual * dice.logNormal(12, 0.5) : usual;
    }

    /** The share of looks that has arrived by {@code when}, 0 to 1. */
    static double arrived(Instant from, Instant when) {
        var age = Duration.between(from, when).toMillis() / 60_000.0;
        if (age <= 0) {
            return 0;
        }
        return 1 / (1 + StrictMath.pow(HALF_LIFE_MINUTES / age, STEEPNESS));
    }

    static Tally tally(long seed, Post post, int followers, List<Carry> carries, Instant when) {
        var own = finalImpressions(seed, post.id(), followers);
        var seen = arrived(post.at(), when)
                + carries.stream().mapToDouble(carry -> carry.seen(when)).sum();
        var carried = carries.stream().filter(carry -> carry.isLive(when)).count();
        return new Tally(
                (long) (own * seen),
                share(seed, post, "like", own * LIKE, seen),
                answers(seed, post, followers, carries, when).size(),
                share(seed, post, "repost", own * REPOST, seen) + carried,
                share(seed, post, "quote", own * QUOTE, seen),
                share(seed, post, "bookmark", own * BOOKMARK, seen));
    }

    /** When each answer to the post came, up to {@code when}: those its own looks brought, then each carrying's. */
    static List<Instant> answers(long seed, Post post, int followers, List<Carry> carries, Instant when) {
        var own = finalImpressions(seed, post.id(), followers) * REPLY;
        var times = new ArrayList<>(arrivals(seed, post, 0, own, post.at(), when));
        for (var i = 0; i < carries.size(); i++) {
            var carry = carries.get(i);
            var stop = carry.until().filter(end -> end.isBefore(when)).orElse(when);
            times.addAll(arrivals(seed, post, i + 1L, own * carry.gain(), carry.at(), stop));
        }
        return times;
    }

    private static List<Instant> arrivals(long seed, Post post, long source, double mean, Instant from, Instant stop) {
        var dice = Dice.over(seed, "answers", post.id(), source);
        var all = dice.count(mean);
        var times = new ArrayList<Instant>();
        for (var i = 0; i < all; i++) {
            var share = dice.share();
            var minutes = HALF_LIFE_MINUTES * StrictMath.pow(share / (1 - share), 1 / STEEPNESS);
            var at = from.plusMillis((long) (Math.min(minutes, 60 * 24 * 365) * 60_000));
            if (!at.isAfter(stop)) {
                times.add(at);
            }
        }
        return times;
    }

    /** Never falls as {@code seen} grows: the draw is made once for the whole life of the post. */
    private static long share(long seed, Post post, String what, double mean, double seen) {
        var dice = Dice.over(seed, what, post.id());
        return (long) (dice.count(mean) * seen + dice.share() * Math.min(1, seen));
    }
}
