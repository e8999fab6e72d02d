package org.goodword.rotation;

import java.util.Arrays;

/** Sharing a total equally among vessels of different sizes. */
public final class WaterFill {
    private WaterFill() {}

    /** The level at which Σ min(cap, level) = total; the largest cap when the total is more than all can hold. */
    public static double level(double[] caps, double total) {
        var sorted = caps.clone();
        Arrays.sort(sorted);
        var left = total;
        for (var i = 0; i < sorted.length; i++) {
            var share = left / (sorted.length - i);
            if (share <= sorted[i]) {
                return share;
            }
            left -= sorted[i];
        }
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }
}
