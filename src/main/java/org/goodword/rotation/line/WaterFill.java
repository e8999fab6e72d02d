package org.goodword.rotation.line;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Sharing a total equally among vessels of different height and width. */
public final class WaterFill {
    private WaterFill() {}

    /**
     * The level at which Σ width · min(cap, level) = total; the largest cap when the total is more than all can hold.
     *
     * @param widths above 0, one for each cap
     */
    public static double level(double[] caps, double[] widths, double total) {
        var lowestFirst = IntStream.range(0, caps.length)
                .boxed()
                .sorted(Comparator.comparing(vessel -> caps[vessel]))
                .toList();
        var left = total;
        var width = Arrays.stream(widths).sum();
        var highest = 0.0;
        for (var vessel : lowestFirst) {
            var level = left / width;
            highest = caps[vessel];
            if (level <= highest) {
                return level;
            }
            left -= widths[vessel] * highest;
            width -= widths[vessel];
        }
        return highest;
    }
}
