package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlidingTest {
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

    @Test
    void theSameAnswerAsTryingEveryWindow() {
        for (var seed = 0L; seed < 3_000; seed++) {
            var dice = new SplittableRandom(seed);
            var events = events(dice, dice.nextInt(12));
            var at = minute(dice.nextInt(60));
            var window = Duration.ofMinutes(1 + dice.nextInt(20));
            var most = dice.nextInt(5);
            var tried = "seed " + seed + ": " + events + " at " + at + ", " + most + " in " + window;
            assertThat(Sliding.fits(events, at, window, most)).as(tried).isEqualTo(byHand(events, at, window, most));
            assertThat(Sliding.next(events, at, window, most)
                            .map(Instant::toString)
                            .orElse("never"))
                    .as(tried)
                    .isEqualTo(nextByHand(events, at, window, most));
        }
    }

    private static List<Instant> events(SplittableRandom dice, int count) {
        return dice.ints(count, 0, 60).sorted().mapToObj(SlidingTest::minute).toList();
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** Counts every window of whole minutes that contains the instant. */
    private static boolean byHand(List<Instant> events, Instant at, Duration window, int most) {
        var all = new ArrayList<>(events);
        all.add(at);
        for (var from = at.minus(window).plus(Duration.ofMinutes(1));
                !from.isAfter(at);
                from = from.plus(Duration.ofMinutes(1))) {
            var start = from;
            var inside = all.stream()
                    .filter(event -> !event.isBefore(start) && event.isBefore(start.plus(window)))
                    .count();
            if (inside > most) {
                return false;
            }
        }
        return true;
    }

    private static String nextByHand(List<Instant> events, Instant at, Duration window, int most) {
        for (var minute = 0; minute < 120; minute++) {
            var candidate = at.plus(Duration.ofMinutes(minute));
            if (byHand(events, candidate, window, most)) {
                return candidate.toString();
            }
        }
        return "never";
    }
}
