package org.goodword.rotation.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.goodword.roster.Waking;
import org.goodword.rotation.Window;

/**
 * Which minute a turn gets: inside its voice's hours and its window, where every rule of spacing allows it. The aim is drawn
 * by a hash among the minutes there are, so that the day has no clock-like pattern; a dozen probes at golden-ratio steps
 * from the aim, then a scan onwards from it, find one that will do; of the first few probes the least crowded is taken.
 */
public final class Slots {
    private static final int PROBES = 12;
    private static final int A_FEW = 3;
    private static final double GOLDEN = 0.6180339887498949;

    private Slots() {}

    /**
     * The minute for one turn, or none if no minute of the window will do, no hour being more crowded than another.
     *
     * @param from the first minute that may be used; the window's own start if that is later
     * @param aim from 0 to 1: how far into the minutes there are
     * @param allowed what every other rule says of a minute
     */
    public static Optional<Instant> place(
            Window window, Instant from, Waking waking, double aim, Predicate<Instant> allowed) {
        return of(minutes(window, from, waking), aim, allowed, minute -> 0);
    }

    /**
     * One of these minutes, or none. Of the first few probes that will do it is the least crowded.
     *
     * @param crowd how full the time about a minute is, compared with other times
     */
    static Optional<Instant> of(
            List<Instant> minutes, double aim, Predicate<Instant> allowed, ToDoubleFunction<Instant> crowd) {
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        var probed = IntStream.range(0, PROBES)
                .mapToObj(probe -> minutes.get((int) ((aim + probe * GOLDEN) % 1 * minutes.size())))
                .filter(allowed)
                .limit(A_FEW)
                .min(Comparator.comparingDouble(crowd));
        if (probed.isPresent()) {
            return probed;
        }
        // onwards from the aim and round again: from the start, all that is hard to place would crowd into the first
        // hour
        var start = (int) (aim * minutes.size());
        return IntStream.range(0, minutes.size())
                .mapToObj(step -> minutes.get((start + step) % minutes.size()))
                .filter(allowed)
                .findFirst();
    }

    /** The first minute from {@code from} on that will do: for a yes that came late. */
    public static Optional<Instant> next(Window window, Instant from, Waking waking, Predicate<Instant> allowed) {
        return minutes(window, from, waking).stream().filter(allowed).findFirst();
    }

    /** The whole minutes of the window, from then on, in which the voice is awake. */
    static List<Instant> minutes(Window window, Instant from, Waking waking) {
        var start = from.isAfter(window.from()) ? from : window.from();
        var minute = start.truncatedTo(ChronoUnit.MINUTES);
        if (minute.isBefore(start)) {
            minute = minute.plus(Duration.ofMinutes(1));
        }
        var minutes = new ArrayList<Instant>();
        for (; minute.isBefore(window.until()); minute = minute.plus(Duration.ofMinutes(1))) {
            if (waking.allows(minute)) {
                minutes.add(minute);
            }
        }
        return minutes;
    }
}
