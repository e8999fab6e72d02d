package org.goodword.sandbox.town;

/**
 * Chance that gives the same throws on every JDK: SplitMix64 over a hash of what is being decided, so that one
 * decision never shifts another. Transcendental functions come from {@link StrictMath} for the same reason.
 */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice over(long seed, String what, long... about) {
        var hash = mix(seed + STEP);
        for (var i = 0; i < what.length(); i++) {
            hash = mix(hash ^ (what.charAt(i) * STEP));
        }
        for (var number : about) {
            hash = mix(hash ^ mix(number + STEP));
        }
        return new Dice(hash);
    }

    private static long mix(long z) {
        var a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        var b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long number() {
        state += STEP;
        return mix(state);
    }

    /** In (0, 1), never an end of it. */
    double share() {
        return ((number() >>> 11) + 0.5) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /** From 0 to {@code bound} − 1. */
    int below(int bound) {
        return (int) (share() * bound);
    }

    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(share())) * StrictMath.cos(2 * StrictMath.PI * share());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** A count with this mean: Poisson, and its normal shape where the mean is large. */
    int count(double mean) {
        if (mean > 60) {
            return (int) Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal()));
        }
        var left = StrictMath.exp(-mean);
        var product = share();
        var seen = 0;
        while (product > left) {
            product *= share();
            seen++;
        }
        return seen;
    }
}
