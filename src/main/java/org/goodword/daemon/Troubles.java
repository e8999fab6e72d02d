package org.goodword.daemon;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.goodword.settings.StoreTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bugs and broken disks: each is written down in full once, the same again in a line an hour, and the daemon lives on. */
final class Troubles {
    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private static final Duration TOLD_AGAIN = Duration.ofHours(1);

    private final Map<String, Trouble> lasting = new HashMap<>();

    /** @param times how often it was met since it was last told */
    private record Trouble(String what, Instant told, int times) {}

    /** Runs a round's step; what it throws ends that step alone. */
    void safely(String round, Instant now, Runnable step) {
        try {
            step.run();
            over(round);
        } catch (RuntimeException e) {
            tell(round, now, e);
        }
    }

    private synchronized void over(String round) {
        Optional.ofNullable(lasting.remove(round))
                .ifPresent(trouble -> log.info("a round that failed works again round={}", round));
    }

    private synchronized void tell(String round, Instant now, RuntimeException e) {
        var what = what(e);
        var known =
                Optional.ofNullable(lasting.get(round)).filter(one -> one.what().equals(what));
        if (known.isEmpty()) {
            tellFirst(round, e);
            lasting.put(round, new Trouble(what, now, 0));
            return;
        }
        var times = known.get().times() + 1;
        var again = !now.isBefore(known.get().told().plus(TOLD_AGAIN));
        if (again) {
            log.error("a round still fails round={} times={} reason=\"{}\"", round, times, what);
        }
        lasting.put(round, new Trouble(what, again ? now : known.get().told(), again ? 0 : times));
    }

    /** Where nothing is wrong with the program a stack would say less than the sentence. */
    private static void tellFirst(String round, RuntimeException e) {
        if (e instanceof StoreTrouble || e instanceof UncheckedIOException) {
            log.error("a round could not be done round={} reason=\"{}\"", round, e.getMessage());
        } else {
            log.error("a round failed round={} reason=\"{}\"", round, e.getMessage(), e);
        }
    }

    /** The sentence on top may name a turn or a time; what lies at the bottom is the same again. */
    private static String what(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
