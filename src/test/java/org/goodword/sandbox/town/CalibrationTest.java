package org.goodword.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the town is the one that its calibration promises. */
class CalibrationTest {
    private static final Instant FOUNDED = Instant.parse("2026-01-05T00:00:00Z");
    private static final int SIZE = 2_000;

    private static Town town(long seed, Lift lift) {
        return Town.of(
                seed,
                FOUNDED,
                IntStream.range(0, SIZE)
                        .mapToObj(i -> new Resident("s" + i, "S", "books", 0, 0, ZoneId.of("Europe/London"), List.of()))
                        .toList(),
                lift);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260831, -77})
    void habitsFollowersAndLooksAreAsPromised(long seed) {
        var town = town(seed, Lift.MODEST);
        var end = FOUNDED.plus(Duration.ofDays(28));
        var followers = IntStream.range(0, SIZE)
                .mapToDouble(i -> Math.log(town.followersOf("s" + i)))
                .toArray();
        var originals = 0;
        var answers = 0;
        var links = 0;
        var far = 0;
        var perFollower = new double[20_000];
        for (var i = 0; i < SIZE; i++) {
            for (var post : town.timeline("s" + i, end)) {
                if (post.kind() == Post.Kind.ORIGINAL) {
                    var usual = 4.0 * Math.pow(town.followersOf("s" + i), 0.61);
                    var ratio = Looks.finalImpressions(seed, post.id(), town.followersOf("s" + i)) / usual;
                    perFollower[originals % perFollower.length] = Math.log(ratio);
                    far += ratio > 15 ? 1 : 0;
                    links += post.text().contains("https://") ? 1 : 0;
                    originals++;
                }
                answers += post.kind() == Post.Kind.REPLY ? 1 : 0;
            }
        }
        Arrays.sort(followers);
        Arrays.sort(perFollower);

        assertThat(originals / (SIZE * 4.0)).as("originals a week").isBetween(3.75, 4.25);
        assertThat(Math.exp(followers[SIZE / 2])).as("median followers").isBetween(310.0, 395.0);
        assertThat(sigma(followers)).as("σ of followers").isBetween(1.2, 1.4);
        assertThat(Math.exp(perFollower[10_000]))
                .as("median impressions ÷ usual")
                .isBetween(0.97, 1.08);
        assertThat((perFollower[16_827] - perFollower[3_173]) / 2)
                .as("σ of impressions")
                .isBetween(0.77, 0.90);
        assertThat((double) far / originals).as("posts that go far").isBetween(0.008, 0.03);
        assertThat((double) answers / originals).as("replies to an original").isBetween(0.22, 0.28);
        assertThat((double) links / originals).as("originals with a link").isBetween(0.13, 0.17);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260831, -77})
    void theMeanMultiplierIsTheWorldsOwn(long seed) {
        assertThat(meanMultiplier(seed, Lift.MODEST)).isBetween(1.24, 1.26);
        assertThat(meanMultiplier(seed, Lift.OPTIMISTIC)).isBetween(1.48, 1.52);
        assertThat(meanMultiplier(seed, Lift.NONE)).isEqualTo(1);
    }

    private static double meanMultiplier(long seed, Lift lift) {
        return 1
                + IntStream.range(0, 20_000)
                        .mapToDouble(post -> lift.gain(seed, post, 0))
                        .average()
                        .orElseThrow();
    }

    private static double sigma(double[] values) {
        var mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
