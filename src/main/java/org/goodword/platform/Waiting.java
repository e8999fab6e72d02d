package org.goodword.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Later;
import org.jspecify.annotations.Nullable;

/**
 * What makes everything wait, as far as it is known: something between us and the platform, a clock that is wrong, a rest
 * after "too many". In memory alone; after a restart the next call finds it out again.
 */
final class Waiting {
    /** One call in so long finds out whether it is over: soon enough for a turn, which keeps for hours. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private volatile @Nullable Hold hold;
    private final TreeMap<String, Hold> rests = new TreeMap<>();

    /** What is in the way of the next call. */
    Optional<Hold> inTheWay(Instant now) {
        return Optional.ofNullable(hold).filter(each -> now.isBefore(each.until()));
    }

    /** The same also while the next call is still to find out. */
    Optional<Hold> hold() {
        return Optional.ofNullable(hold);
    }

    synchronized java.util.List<Hold> rests(Instant now) {
        rests.values().removeIf(each -> !now.isBefore(each.until()));
        return java.util.List.copyOf(rests.values());
    }

    /** @param topic tells it from other rests */
    synchronized void rest(String topic, Pace.Wait wait, Instant now) {
        rests.put(topic, new Hold(topic, Contact.PUSHED_BACK, wait.reason(), now, wait.from()));
    }

    /** Learns from how a call ended; gives the outcome back, put off until the next call that may find out. */
    <T> Outcome<T> heed(Outcome<T> outcome, Instant now) {
        if (!(outcome instanceof Later<T> later)) {
            hold = null;
            return outcome;
        }
        switch (later.contact()) {
            case OBSTRUCTED, CLOCK -> {
                var since = hold().filter(before -> before.contact() == later.contact())
                        .map(Hold::since)
                        .orElse(now);
                hold = new Hold(later.contact().name(), later.contact(), later.reason(), since, now.plus(ASK_AGAIN));
                return new Later<>(now.plus(ASK_AGAIN), later.reason(), later.contact());
            }
            case PUSHED_BACK -> hold = null;
            case NONE, LOST -> {
                // nothing was learnt of what is in between
            }
        }
        return outcome;
    }
}
