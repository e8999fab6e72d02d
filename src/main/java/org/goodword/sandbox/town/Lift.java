package org.goodword.sandbox.town;

/**
 * What being carried does to a post: its impressions are multiplied by 1 + gain, the gain drawn once for each carrying
 * from a log-normal with this mean (σ 0.6). A second carrying of the same post adds half of its own draw, because
 * audiences overlap.
 */
public enum Lift {
    OPTIMISTIC(0.50),
    MODEST(0.25),
    /** The null world: carrying changes nothing. */
    NONE(0);

    private static final double SIGMA = 0.6;

    private final double meanGain;

    Lift(double meanGain) {
        this.meanGain = meanGain;
    }

    public double meanGain() {
        return meanGain;
    }

    /** The gain of the {@code nth} carrying (from 0) of a post. */
    double gain(long seed, long postId, int nth) {
        var median = meanGain * StrictMath.exp(-SIGMA * SIGMA / 2);
        var gain = Dice.over(seed, "carried", postId, nth).logNormal(median, SIGMA);
        return nth == 0 ? gain : gain / 2;
    }
}
