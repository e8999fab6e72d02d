package org.goodword.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.goodword.rounds.Calendar;
import org.goodword.rounds.CatchUp;
import org.goodword.rounds.House;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a house by itself until it is stopped. Every round is a Quartz job; all of them run on one thread, so nothing is ever
 * done twice at once. What is due lives in the store: the triggers hold no memory, and a missed one is made up by the next.
 */
public final class Daemon implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Daemon.class);

    /** An edit of the roster is taken up within so long. */
    private static final Duration LOOK_AT_FILES_EVERY = Duration.ofSeconds(30);

    /**
     * What is under way when the daemon is stopped has so long to finish. X answers within a few seconds or not at all, and
     * Docker kills after ten.
     */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private static final String DISPATCH = "dispatch";
    private static final String FILES = "files";

    private final Living living;
    private final Scheduler scheduler;
    private final Map<String, Step> steps = new ConcurrentHashMap<>();
    private final ClockWatch clockWatch;
    private final Troubles troubles = new Troubles();
    private final CatchUp catchUp;

    private Daemon(Living living, Scheduler scheduler) {
        this.living = living;
        this.scheduler = scheduler;
        this.catchUp = new CatchUp(living.house().circle(), living.house().rounds());
        this.clockWatch = new ClockWatch(living.clock(), this::startIntervalsAgain);
    }

    /** Something a trigger sets off. */
    interface Step {
        void run(Instant now);
    }

    /** Settles what was under way when the program last ended, makes up what was missed, and starts the triggers. */
    public static Daemon start(Living living) {
        try {
            var daemon = new Daemon(living, newScheduler());
            daemon.begin();
            return daemon;
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not start: " + e.getMessage(), e);
        }
    }

    private static Scheduler newScheduler() throws SchedulerException {
        var properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "goodword");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        return new StdSchedulerFactory(properties).getScheduler();
    }

    private void begin() throws SchedulerException {
        var now = living.clock().instant();
        var cut = house().rounds().dispatch().afterAStart(now);
        log.info("started circle=\"{}\" unknown={}", house().settings().circle().name(), cut);
        catchUp();
        scheduler.setJobFactory((bundle, quartz) ->
                new RoundJob(steps, bundle.getJobDetail().getKey().getName(), living.clock(), troubles));
        schedule();
        scheduler.start();
        clockWatch.start();
    }

    private House house() {
        return living.house();
    }

    /** What is due and not finished goes on, each part by the time at which it comes to it. */
    private void catchUp() {
        for (var part : catchUp.parts(living.clock().instant())) {
            // interrupted: the program is being stopped, and the rest waits for the next start
            if (!Thread.currentThread().isInterrupted()) {
                var now = living.clock().instant();
                troubles.safely(part.name(), now, () -> part.goOn(now));
            }
        }
    }

    private void schedule() throws SchedulerException {
        var plan = house().settings().plan();
        var zone = house().settings().circle().zone();
        cron("week", plan.week().cron(), zone, now -> house().rounds().week().run(now));
        cron(
                "letter",
                house().settings().letters().at().cron(),
                zone,
                now -> house().rounds().letter().run(now));
        cron(
                "reading",
                Calendar.READING_AT.cron(),
                zone,
                now -> house().rounds().sample().run(now));
        mornings(living.clock().instant());
        steps.put(DISPATCH, this::dispatch);
        steps.put(FILES, this::lookAtFiles);
        schedule(DISPATCH, every(DISPATCH, plan.dispatchEvery()));
        schedule(FILES, every(FILES, LOOK_AT_FILES_EVERY));
    }

    private void dispatch(Instant now) {
        troubles.safely("sending", now, () -> house().rounds().dispatch().run(now));
        var then = living.clock().instant();
        troubles.safely("leaving", then, () -> house().rounds().leaving().run(then));
        catchUp();
    }

    /** One trigger a zone; a reload of the roster may bring new ones. */
    private void mornings(Instant now) throws SchedulerException {
        for (var zone : new Calendar(house().circle()).zones(now)) {
            var name = "morning " + zone;
            if (!steps.containsKey(name)) {
                var cron = house().settings().plan().morning().cron();
                cron(name, cron, zone, at -> house().rounds().morning().run(zone, at));
            }
        }
    }

    private void lookAtFiles(Instant now) {
        living.lookAtFiles().run();
        house().rounds().redeal().run(now);
        try {
            mornings(now);
        } catch (SchedulerException e) {
            throw new IllegalStateException("a new zone's morning cannot be scheduled: " + e.getMessage(), e);
        }
    }

    private void cron(String name, String cron, ZoneId zone, Step step) throws SchedulerException {
        steps.put(name, step);
        var schedule = CronScheduleBuilder.cronSchedule(cron)
                .inTimeZone(TimeZone.getTimeZone(zone))
                .withMisfireHandlingInstructionFireAndProceed();
        schedule(
                name,
                TriggerBuilder.newTrigger()
                        .withIdentity(name)
                        .withSchedule(schedule)
                        .build());
    }

    private static Trigger every(String name, Duration interval) {
        return TriggerBuilder.newTrigger()
                .withIdentity(name)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    private void schedule(String name, Trigger trigger) throws SchedulerException {
        var job = JobBuilder.newJob(RoundJob.class)
                .withIdentity(JobKey.jobKey(name))
                .build();
        scheduler.scheduleJob(job, trigger);
    }

    /** After the clock was set back: Quartz would wait for the old time to come round again. */
    private void startIntervalsAgain() {
        try {
            var dispatchEvery = house().settings().plan().dispatchEvery();
            scheduler.rescheduleJob(TriggerKey.triggerKey(DISPATCH), every(DISPATCH, dispatchEvery));
            scheduler.rescheduleJob(TriggerKey.triggerKey(FILES), every(FILES, LOOK_AT_FILES_EVERY));
        } catch (SchedulerException e) {
            log.error("the dispatcher cannot be scheduled again", e);
        }
    }

    /**
     * Starts nothing more, lets what is under way finish and be written down, and closes the store. A request whose answer
     * does not come within {@link #GRACE} is given up: its outcome is unknown, and looked up after the next start.
     */
    @Override
    public void close() {
        log.info("stopping");
        clockWatch.close();
        try {
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::breakOff);
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            log.error("the scheduler does not stop", e);
        }
        living.close();
        log.info("stopped");
    }

    private void breakOff() {
        try {
            for (var job : scheduler.getCurrentlyExecutingJobs()) {
                scheduler.interrupt(job.getJobDetail().getKey());
            }
        } catch (SchedulerException e) {
            log.error("what is under way cannot be broken off", e);
        }
    }
}
