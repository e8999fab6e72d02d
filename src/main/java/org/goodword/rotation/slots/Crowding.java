package org.goodword.rotation.slots;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Window;

/** How many turns fall into each hour, beside how many voices are awake in it: an hour of many voices may hold more. */
final class Crowding {
    private final Roster roster;
    private final Map<Instant, Integer> turns = new HashMap<>();
    private final Map<Instant, Long> awake = new HashMap<>();

    Crowding(Roster roster, History history, Window window) {
        this.roster = roster;
        history.all().stream().map(Spoken::at).filter(window::contains).forEach(this::add);
    }

    void add(Instant minute) {
        turns.merge(hour(minute), 1, Integer::sum);
    }

    void remove(Instant minute) {
        turns.merge(hour(minute), -1, Integer::sum);
    }

    /** Turns in its hour for each voice awake then; 0 where there is none. */
    double at(Instant minute) {
        var hour = hour(minute);
        var voices = awake.computeIfAbsent(
                hour,
                any -> roster.members().stream()
                        .filter(member -> member.waking().allows(minute))
                        .count());
        return turns.getOrDefault(hour, 0) / (double) Math.max(1, voices);
    }

    private static Instant hour(Instant minute) {
        return minute.truncatedTo(ChronoUnit.HOURS);
    }
}
