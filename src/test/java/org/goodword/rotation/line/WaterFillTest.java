package org.goodword.rotation.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaterFillTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsSharedOutIsWhatThereIsUpToWhatAllCanHold(long seed) {
        var dice = new SplittableRandom(seed);
        var caps = dice.doubles(1 + dice.nextInt(40), 0, 10).toArray();
        var widths = dice.doubles(caps.length, 0.1, 13).toArray();
        var total = dice.nextDouble() * 2_000;

        var level = WaterFill.level(caps, widths, total);

        assertThat(held(caps, widths, level))
                .isCloseTo(Math.min(total, held(caps, widths, Double.MAX_VALUE)), within(1e-9));
    }

    private static double held(double[] caps, double[] widths, double level) {
        return IntStream.range(0, caps.length)
                .mapToDouble(vessel -> widths[vessel] * Math.min(caps[vessel], level))
                .sum();
    }

    private static double level(double total, double... caps) {
        return WaterFill.level(
                caps, DoubleStream.generate(() -> 1).limit(caps.length).toArray(), total);
    }

    @Test
    void equalVesselsGetEqualShares() {
        assertThat(level(8, 5, 5, 5, 5)).isEqualTo(2);
    }

    @Test
    void whatASmallVesselCannotHoldGoesToTheOthers() {
        assertThat(level(9, 10, 1, 10)).isEqualTo(4);
    }

    @Test
    void aWideVesselTakesMoreToFillToTheSameLevel() {
        assertThat(WaterFill.level(new double[] {5, 5}, new double[] {1, 3}, 8)).isEqualTo(2);
    }

    @Test
    void withoutVesselsOrWaterTheLevelIsNothing() {
        assertThat(level(8)).isZero();
        assertThat(level(0, 3, 4)).isZero();
    }

    @Test
    void theVesselsAreLeftInTheirOrder() {
        var caps = new double[] {3, 1, 2};

        WaterFill.level(caps, new double[] {1, 2, 1}, 4);

        assertThat(caps).containsExactly(3, 1, 2);
    }
}
