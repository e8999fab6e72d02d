package org.goodword.rotation.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
                .filter(wish -> !put(wish))
                .forEach(this::moveAnotherFor);
        return Map.copyOf(placed);
    }

    /** All that holds its place, with what was placed here. */
    public History history() {
        return history;
    }

    private int freedom(Wish wish) {
        return minutesOf(wish).size();
    }

    private List<Instant> minutesOf(Wish wish) {
        return minutes.getOrDefault(wish, List.of());
    }

    private Predicate<Instant> allowed(Wish wish, History others) {
        return at -> permits.objection(wish.what(), at, others).isEmpty();
    }

    private Waking waking(Handle voice) {
        return roster.waking(voice).orElseThrow();
    }

    private boolean put(Wish wish) {
        var minute = minute(wish, history);
        minute.ifPresent(at -> {
            placed.put(wish, at);
            crowding.add(at);
            history = history.and(spoken(wish, at));
        });
        return minute.isPresent();
    }

    private Optional<Instant> minute(Wish wish, History others) {
        return Slots.of(minutesOf(wish), wish.aim(), allowed(wish, others), crowding::at);
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
        var own = minutesOf(wish);
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
        for (var freed : tries(wish, without)) {
            var withIt = without.and(spoken(wish, freed));
            var elsewhere = minute(other, withIt);
            if (elsewhere.isPresent()) {
                crowding.remove(at);
                crowding.add(freed);
                crowding.add(elsewhere.get());
                placed.put(wish, freed);
                placed.put(other, elsewhere.get());
                history = withIt.and(spoken(other, elsewhere.get()));
                return true;
            }
        }
        return false;
    }

    /** Where it would like to be, and as early and as late as it can, so that most of the day is left to the other. */
    private List<Instant> tries(Wish wish, History others) {
        var own = minutesOf(wish);
        var allowed = allowed(wish, others);
        var latestFirst = new ArrayList<>(own);
        Collections.reverse(latestFirst);
        return Stream.of(
                        minute(wish, others),
                        own.stream().filter(allowed).findFirst(),
                        latestFirst.stream().filter(allowed).findFirst())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
