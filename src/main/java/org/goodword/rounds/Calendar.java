package org.goodword.rounds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.goodword.outbox.State;
import org.goodword.rounds.books.Books;
import org.goodword.settings.When;

/** When each round is due, by the settings and the zones of the roster: the same for the daemon and for a rehearsal. */
public final class Calendar {
    /** Before any morning's deal, so that posts deleted overnight are not dealt. */
    public static final When READING_AT = When.parse("05:00");

    private final Circle circle;

    public Calendar(Circle circle) {
        this.circle = circle;
    }

    public Instant nextWeek(Instant after) {
        return next(
                circle.settings().plan().week(),
                after,
                circle.settings().circle().zone());
    }

    public Instant nextMorning(ZoneId zone, Instant after) {
        return next(circle.settings().plan().morning(), after, zone);
    }

    public Instant nextLetter(Instant after) {
        return next(
                circle.settings().letters().at(),
                after,
                circle.settings().circle().zone());
    }

    public Instant nextReading(Instant after) {
        return next(READING_AT, after, circle.settings().circle().zone());
    }

    private static Instant next(When when, Instant after, ZoneId zone) {
        return when.next(after, zone).orElse(Instant.MAX);
    }

    /** Every zone that has voices; the circle's own is always among them. */
    public List<ZoneId> zones(Instant now) {
        Set<ZoneId> zones = new TreeSet<>((one, other) -> one.getId().compareTo(other.getId()));
        zones.add(circle.settings().circle().zone());
        circle.roster(now).members().forEach(member -> zones.add(member.waking().zone()));
        return List.copyOf(zones);
    }

    /** The next moment at which the dispatcher has something to do, by the books: empty while nothing is open. */
    public Optional<Instant> nextDispatch(Books books) {
        var shelf = DispatchRound.shelf(circle);
        return books.turns().in(State.OPEN).stream()
                .map(turn -> switch (turn.state()) {
                    case READY -> turn.turn().slot();
                    case UNKNOWN -> turn.requested().orElse(turn.since()).plus(shelf.settleAfter());
                    default -> turn.turn().window().until();
                })
                .min(Instant::compareTo);
    }
}
