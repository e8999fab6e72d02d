package org.goodword.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the machine's clock was set back, on a timer that does not go by that clock. */
final class ClockWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Less than this is the clock being kept in time, and does no harm. */
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Runnable setBack;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "clock-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Instant latest = Instant.MIN;

    ClockWatch(InstantSource clock, Runnable setBack) {
        this.clock = clock;
        this.setBack = setBack;
    }

    void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void look() {
        var now = clock.instant();
        if (latest.isAfter(now.plus(TOLERATED))) {
            log.warn("the clock was set back from={} to={}", latest, now);
            setBack.run();
        }
        latest = now;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
