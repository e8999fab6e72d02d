package org.goodword.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.goodword.conduct.Rulebook;
import org.goodword.conduct.Words;
import org.goodword.platform.Handle;
import org.goodword.roster.Roster;
import org.goodword.roster.Standing;
import org.goodword.settings.Settings;

/**
 * The circle as it is at an instant: how everybody stands by the roster file and by what was said since, its rulebook, its
 * settings. Asked anew each time, because file and rules may be replaced while the daemon runs; a round asks once.
 */
public record Circle(Settings settings, Standings standings, Supplier<Rulebook> rulebook, Words words) {

    /** How everybody stands at an instant. */
    @FunctionalInterface
    public interface Standings {
        Standing at(Instant now);
    }

    public Roster roster(Instant now) {
        return standings.at(now).roster();
    }

    /** Who may neither speak nor be spoken for, with the reason. */
    public Map<Handle, String> stopped(Instant now) {
        return standings.at(now).stopped();
    }
}
