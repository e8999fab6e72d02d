package org.goodword.daemon;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a round. A bug in it is written down once, and the daemon lives on. */
final class RoundJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(RoundJob.class);

    private final Map<String, Daemon.Step> steps;
    private final String name;
    private final InstantSource clock;

    RoundJob(Map<String, Daemon.Step> steps, String name, InstantSource clock) {
        this.steps = steps;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var step = Optional.ofNullable(steps.get(name)).orElseThrow();
        safely(name, () -> step.run(clock.instant()));
    }

    static void safely(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.error("a round failed round={} reason=\"{}\"", name, e.getMessage(), e);
        }
    }
}
