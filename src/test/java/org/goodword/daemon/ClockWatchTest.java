package org.goodword.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private final AtomicInteger started = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    private void looksAfter(ClockWatch watch, Duration passed) {
        now = now.plus(passed);
        watch.look();
    }

    @Test
    void aClockSetBackAnHourStartsTheIntervalsAgain() {
        try (var watch = new ClockWatch(() -> now, started::incrementAndGet)) {
            looksAfter(watch, Duration.ZERO);
            looksAfter(watch, Duration.ofHours(-1));
            looksAfter(watch, Duration.ofSeconds(5));
        }

        assertThat(started).hasValue(1);
    }

    @Test
    void aClockKeptInTimeDoesNot() {
        try (var watch = new ClockWatch(() -> now, started::incrementAndGet)) {
            looksAfter(watch, Duration.ZERO);
            looksAfter(watch, Duration.ofMillis(-800));
            looksAfter(watch, Duration.ofHours(1));
        }

        assertThat(started).hasValue(0);
    }
}
