package org.goodword.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.rotation.Turn;
import org.goodword.rotation.TurnedAway;
import org.goodword.rotation.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The books of turns, with a line in the log once a turn has come to an end, or nobody knows whether it has. */
public record LoggedTurns(Turns books) implements Turns {
    private static final Logger log = LoggerFactory.getLogger(LoggedTurns.class);

    /** A discovery: nothing was sent just now. */
    private static final Set<State> WAS_LOOKED_FOR =
            EnumSet.of(State.UNKNOWN, State.MISSED, State.FAILED, State.HANDED);

    @Override
    public Booked book(Turn turn, State state, Instant at, String reason) {
        return books.book(turn, state, at, reason);
    }

    @Override
    public Booked move(Booked turn, State to, Instant at, String reason) {
        var moved = books.move(turn, to, at, reason);
        told(turn.state(), to).ifPresent(what -> tell(what, moved));
        return moved;
    }

    @Override
    public Booked sent(Booked turn, PostId made, Instant sentAt, Instant at, String reason) {
        var sent = books.sent(turn, made, sentAt, at, reason);
        told(turn.state(), State.SENT).ifPresent(what -> tell(what, sent));
        return sent;
    }

    @Override
    public Booked turnedAway(Booked turn, Instant at, String reason) {
        var failed = books.turnedAway(turn, at, reason);
        told(turn.state(), State.FAILED).ifPresent(what -> tell(what, failed));
        return failed;
    }

    @Override
    public List<TurnedAway> turnedAway(Instant since) {
        return books.turnedAway(since);
    }

    @Override
    public Map<Handle, Instant> lastTaken() {
        return books.lastTaken();
    }

    /** What the log says of the step; nothing of a member's no, which is hers, and of what is struck many at a time. */
    private static Optional<String> told(State from, State to) {
        return switch (to) {
            case SENT -> Optional.of(WAS_LOOKED_FOR.contains(from) ? "a turn was found to be out" : "a turn went out");
            case REFUSED -> Optional.of("a turn was refused");
            case MISSED -> Optional.of("a turn was missed");
            case FAILED -> Optional.of("a turn failed");
            case UNKNOWN -> Optional.of("it is not known whether a turn went out");
            case WITHDRAWN -> from == State.SENT ? Optional.of("a turn was taken back") : Optional.empty();
            case PLANNED, PREPARED, ASKED, APPROVED, READY, SENDING, DECLINED, HANDED -> Optional.empty();
        };
    }

    private static void tell(String what, Booked turn) {
        log.info(
                "{} turn={} kind={} voice={} subject={} reason=\"{}\"",
                what,
                turn.id(),
                turn.what().kind().name().toLowerCase(Locale.ROOT),
                turn.what().voice(),
                turn.what().subject(),
                onOneLine(turn.reason()));
    }

    /** A reason may quote what the platform said. */
    private static String onOneLine(String reason) {
        return reason.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replace("\"", "'");
    }

    @Override
    public Booked reslot(Booked turn, Window window, Instant slot, Instant at, String reason) {
        return books.reslot(turn, window, slot, at, reason);
    }

    @Override
    public Booked note(Booked turn, Instant at, String reason) {
        return books.note(turn, at, reason);
    }

    @Override
    public Optional<Booked> find(long turn) {
        return books.find(turn);
    }

    @Override
    public List<Booked> in(Collection<State> states) {
        return books.in(states);
    }

    @Override
    public List<Booked> ofWeek(String week) {
        return books.ofWeek(week);
    }

    @Override
    public List<Booked> since(Instant since) {
        return books.since(since);
    }

    @Override
    public List<Step> story(long turn) {
        return books.story(turn);
    }
}
