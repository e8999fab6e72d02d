package org.goodword.daemon;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.goodword.settings.StoreTrouble;
import org.jspecify.annotations.Nullable;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a round. A bug in it is written down once, and the daemon lives on. */
final class RoundJob implements InterruptableJob {
    private static final Logger log = LoggerFactory.getLogger(RoundJob.class);

    private final Map<String, Daemon.Step> steps;
    private final String name;
    private final InstantSource clock;
    private volatile @Nullable Thread worker;

    RoundJob(Map<String, Daemon.Step> steps, String name, InstantSource clock) {
        this.steps = steps;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var step = Optional.ofNullable(steps.get(name)).orElseThrow();
        worker = Thread.currentThread();
        safely(name, () -> step.run(clock.instant()));
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

    static void safely(String name, Runnable step) {
        try {
            step.run();
        } catch (StoreTrouble | UncheckedIOException e) {
            // nothing is wrong with the program: a stack would say less than the sentence
            log.error("a round could not be done round={} reason=\"{}\"", name, e.getMessage());
        } catch (RuntimeException e) {
            log.error("a round failed round={} reason=\"{}\"", name, e.getMessage(), e);
        }
    }
}
