package org.goodword.daemon;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a round. */
final class RoundJob implements InterruptableJob {
    private static final Logger log = LoggerFactory.getLogger(RoundJob.class);

    private final Map<String, Daemon.Step> steps;
    private final String name;
    private final InstantSource clock;
    private final Troubles troubles;
    private volatile @Nullable Thread worker;

    RoundJob(Map<String, Daemon.Step> steps, String name, InstantSource clock, Troubles troubles) {
        this.steps = steps;
        this.name = name;
        this.clock = clock;
        this.troubles = troubles;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var step = Optional.ofNullable(steps.get(name)).orElseThrow();
        worker = Thread.currentThread();
        var now = clock.instant();
        troubles.safely(name, now, () -> step.run(now));
        worker = null;
        if (Thread.interrupted()) {
            // Quartz, whose thread it is, would take it for trouble
            log.info("ended early round={}", name);
        }
    }

    /** A request that is out is given up: nobody knows then what became of it. */
    @Override
    public void interrupt() {
        log.warn("broken off round={}", name);
        Optional.ofNullable(worker).ifPresent(Thread::interrupt);
    }
}
