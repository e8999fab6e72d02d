package org.goodword.rotation.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Window;

/**
 * The minutes of a morning's turns: whoever has the fewest minutes chooses first, and where none is left for a turn, one that
 * stands in its way and can be elsewhere moves. Nothing that was placed before this morning is touched.
 */
public final class Placing {
    /** Of the turns in the way so many are tried, the freest first: a morning that is full stays full, and costs no more. */
    private static final int MOST_MOVES = 12;

    /** A turn so far outside another's minutes can still be too near, as the largest spacing is. */
    private static final Duration NEAR = Duration.ofHours(12);

    private final Permits permits;
    private final Roster roster;
    private final Crowding crowding;
    private final History before;
    private final Map<Wish, Instant> placed = new LinkedHashMap<>();
    private final Map<Wish, List<Instant>> minutes = new HashMap<>();
    private History history;

    /** @param before what was said and what holds its place, without the turns that are to be placed */
    public Placing(Permits permits, Roster roster, History before, Window morning) {
        this.permits = permits;
        this.roster = roster;
        this.before = before;
        this.history = before;
        this.crowding = new Crowding(roster, before, morning);
    }

    /**
     * A turn that wants a minute.
     *
     * @param from the first minute that may be used; the window's own start if that is later
     * @param aim from 0 to 1: how far into the minutes there are
     */
    public record Wish(Proposal what, Window window, Instant from, double aim) {}

    /** Places as many as can be, and says where; those that are not in the answer have no minute. */
    public Map<Wish, Instant> place(List<Wish> wishes) {
        for (var wish : wishes) {
            minutes.put(
                    wish,
                    Slots.minutes(wish.window(), wish.from(), waking(wish.what().voice())));
        }
        wishes.stream()
                .sorted(Comparator.comparing(this::freedom))
                .filter(wish -> !put(wish, history))
                .forEach(this::moveAnotherFor);
        return Map.copyOf(placed);
    }

    /** All that holds its place, with what was placed here. */
    public History history() {
        return history;
    }

    private int freedom(Wish wish) {
        return minutes.getOrDefault(wish, List.of()).size();
    }

    private Waking waking(Handle voice) {
        return roster.waking(voice).orElseThrow();
    }

    private boolean put(Wish wish, History others) {
        var minute = minute(wish, others);
        minute.ifPresent(at -> {
            placed.put(wish, at);
            crowding.add(at);
            history = others.and(spoken(wish, at));
        });
        return minute.isPresent();
    }

    private Optional<Instant> minute(Wish wish, History others) {
        return Slots.of(
                minutes.getOrDefault(wish, List.of()),
                wish.aim(),
                at -> permits.objection(wish.what(), at, others).isEmpty(),
                crowding::at);
    }

    private Spoken spoken(Wish wish, Instant at) {
        return Spoken.of(wish.what(), roster, at, false);
    }

    private void moveAnotherFor(Wish wish) {
        var inTheWay = placed.entrySet().stream()
                .filter(other -> isNear(wish, other.getValue()))
                .sorted(Comparator.comparing((Map.Entry<Wish, Instant> other) -> freedom(other.getKey()))
                        .reversed())
                .limit(MOST_MOVES)
                .map(other -> Map.entry(other.getKey(), other.getValue()))
                .toList();
        for (var other : inTheWay) {
            if (makesRoom(other.getKey(), other.getValue(), wish)) {
                return;
            }
        }
    }

    private boolean isNear(Wish wish, Instant at) {
        var own = minutes.getOrDefault(wish, List.of());
        return !own.isEmpty()
                && !at.isBefore(own.get(0).minus(NEAR))
                && !at.isAfter(own.get(own.size() - 1).plus(NEAR));
    }

    /** Both get a minute, or all stays as it was. */
    private boolean makesRoom(Wish other, Instant at, Wish wish) {
        var without = before;
        for (var one : placed.entrySet()) {
            without = one.getKey().equals(other) ? without : without.and(spoken(one.getKey(), one.getValue()));
        }
        var freed = minute(wish, without);
        if (freed.isEmpty()) {
            return false;
        }
        var withIt = without.and(spoken(wish, freed.get()));
        var elsewhere = minute(other, withIt);
        if (elsewhere.isEmpty()) {
            return false;
        }
        crowding.remove(at);
        crowding.add(freed.get());
        crowding.add(elsewhere.get());
        placed.put(wish, freed.get());
        placed.put(other, elsewhere.get());
        history = withIt.and(spoken(other, elsewhere.get()));
        return true;
    }
}
