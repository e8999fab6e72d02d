package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Absences;
import org.goodword.rotation.Window;
import org.goodword.rounds.books.Journal;

/**
 * Writes down every few minutes that the program runs, so that the next start knows when it did not. A machine that slept
 * is told the same way. A rehearsal, whose clock jumps, never begins and writes nothing.
 */
final class OnDuty implements Absences {
    private static final Duration EVERY = Duration.ofMinutes(2);

    /** Less than this is a quick restart, and keeps no turn from going out. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /** A round that takes its time holds up the others for less than this. */
    private static final Duration SLEPT = Duration.ofMinutes(30);

    private final Journal journal;
    private Optional<Instant> latest = Optional.empty();

    OnDuty(Journal journal) {
        this.journal = journal;
    }

    void begins(Instant now) {
        journal.lastRunning().ifPresent(last -> wasOff(last, now, SHORTEST));
        runs(now);
    }

    void goesOn(Instant now) {
        latest.filter(last -> now.isBefore(last) || !now.isBefore(last.plus(EVERY)))
                .ifPresent(last -> {
                    wasOff(last, now, SLEPT);
                    runs(now);
                });
    }

    private void wasOff(Instant last, Instant now, Duration least) {
        if (!now.isBefore(last.plus(least))) {
            journal.wasOff(new Window(last, now));
        }
    }

    private void runs(Instant now) {
        journal.running(now);
        latest = Optional.of(now);
    }

    @Override
    public List<Window> between(Instant from, Instant until) {
        return journal.offSince(from).stream()
                .filter(off -> off.from().isBefore(until))
                .toList();
    }
}
