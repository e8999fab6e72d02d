package org.goodword.rotation.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
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
        var total = dice.nextDouble() * 300;

        var level = WaterFill.level(caps, total);

        var shared = Arrays.stream(caps).map(cap -> Math.min(cap, level)).sum();
        assertThat(shared).isCloseTo(Math.min(total, Arrays.stream(caps).sum()), within(1e-9));
    }

    @Test
    void equalVesselsGetEqualShares() {
        assertThat(WaterFill.level(new double[] {5, 5, 5, 5}, 8)).isEqualTo(2);
    }

    @Test
    void whatASmallVesselCannotHoldGoesToTheOthers() {
        assertThat(WaterFill.level(new double[] {10, 1, 10}, 9)).isEqualTo(4);
    }

    @Test
    void withoutVesselsOrWaterTheLevelIsNothing() {
        assertThat(WaterFill.level(new double[] {}, 8)).isZero();
        assertThat(WaterFill.level(new double[] {3, 4}, 0)).isZero();
    }

    @Test
    void theVesselsAreLeftInTheirOrder() {
        var caps = new double[] {3, 1, 2};

        WaterFill.level(caps, 4);

        assertThat(caps).containsExactly(3, 1, 2);
    }
}
