package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;

/**
 * Whom the platform did not let whom carry, and what follows: two rest from each other, and a voice that is turned away over
 * several people rests until something of its is taken again.
 *
 * @param all in the order of time
 * @param lastTaken when the platform last took something of each voice's
 */
public record Refusals(List<TurnedAway> all, Map<Handle, Instant> lastTaken) {
    public static final Refusals NONE = new Refusals(List.of(), Map.of());

    public Refusals {
        all = List.copyOf(all);
        lastTaken = Map.copyOf(lastTaken);
    }

    /** When this voice was last turned away over that member. */
    public Optional<Instant> last(Handle voice, Handle whom) {
        return all.stream()
                .filter(one -> one.voice().equals(voice) && one.whom().equals(whom))
                .reduce((earlier, later) -> later)
                .map(TurnedAway::at);
    }

    /**
     * A voice that rests.
     *
     * @param since when it was turned away over the last of so many people
     * @param lastTried when it was last turned away at all
     */
    public record Rest(Instant since, Instant lastTried) {}

    /**
     * @param people over how many different people a voice has to be turned away
     * @param within in so long
     */
    public Optional<Rest> rest(Handle voice, int people, Duration within) {
        var taken = Optional.ofNullable(lastTaken.get(voice)).orElse(Instant.MIN);
        var since = all.stream()
                .filter(one -> one.voice().equals(voice) && one.at().isAfter(taken))
                .toList();
        return since.stream()
                .filter(one -> different(since, one.at(), within) >= people)
                .findFirst()
                .map(one -> new Rest(one.at(), since.get(since.size() - 1).at()));
    }

    private static int different(List<TurnedAway> some, Instant until, Duration within) {
        var people = new HashSet<Handle>();
        some.stream()
                .filter(one -> !one.at().isAfter(until) && one.at().isAfter(until.minus(within)))
                .forEach(one -> people.add(one.whom()));
        return people.size();
    }
}
