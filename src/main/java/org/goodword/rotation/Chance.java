package org.goodword.rotation;

/**
 * Chance without dice: a hash of the seed and of what is being decided, so that the same circle, posts and seed give the
 * same plan on every machine, in any order and on any number of threads. (The mixing is Stafford's variant 13 of the
 * 64-bit finaliser, as in {@code SplittableRandom}.)
 */
public final class Chance {
    private final long seed;

    public Chance(long seed) {
        this.seed = seed;
    }

    /** A number from 0 (inclusive) to 1 (exclusive), always the same for the same words. */
    public double of(Object... words) {
        return (hash(words) >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0 to {@code bound - 1}. */
    public int below(int bound, Object... words) {
        return (int) (of(words) * bound);
    }

    private long hash(Object... words) {
        var hash = mix(seed + 0x9e3779b97f4a7c15L);
        for (var word : words) {
            var text = word.toString();
            for (var i = 0; i < text.length(); i++) {
                hash = mix(hash ^ (text.charAt(i) + 0x9e3779b97f4a7c15L));
            }
            hash = mix(hash + 1);
        }
        return hash;
    }

    private static long mix(long bits) {
        var z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
