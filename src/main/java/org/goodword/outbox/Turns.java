package org.goodword.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.rotation.Turn;
import org.goodword.rotation.TurnedAway;
import org.goodword.rotation.Window;

/**
 * The port to the books of turns. Every change is one transaction that also writes a row of the turn's story, and is on
 * disk when the call returns.
 */
public interface Turns {

    /** Enters a dealt turn and gives it its number. */
    Booked book(Turn turn, State state, Instant at, String reason);

    /**
     * Moves a turn on.
     *
     * @throws Overtaken when it is no longer in the state that {@code turn} shows
     * @throws IllegalStateException when {@link State#mayBecome} forbids the step
     */
    Booked move(Booked turn, State to, Instant at, String reason);

    /** Moves a turn to {@link State#SENT} with what it made. */
    Booked sent(Booked turn, PostId made, Instant sentAt, Instant at, String reason);

    /** Moves a turn to {@link State#FAILED}, marked: the platform did not let this voice do it. */
    Booked turnedAway(Booked turn, Instant at, String reason);

    /** Every turn that was turned away since then, in the order of time. */
    List<TurnedAway> turnedAway(Instant since);

    /** When the platform last took something of each voice's. */
    Map<Handle, Instant> lastTaken();

    /** Gives a turn another window and slot, in the state it is in. */
    Booked reslot(Booked turn, Window window, Instant slot, Instant at, String reason);

    /**
     * Writes down why a turn stays in the state it is in.
     *
     * @throws Overtaken when it no longer is
     */
    Booked note(Booked turn, Instant at, String reason);

    Optional<Booked> find(long turn);

    /** In the order of their slots, then numbers. */
    List<Booked> in(Collection<State> states);

    List<Booked> ofWeek(String week);

    /** All turns whose slot or sending lies after {@code since}, and every open one. */
    List<Booked> since(Instant since);

    List<Step> story(long turn);

    /** One row of a turn's story. */
    record Step(Instant at, Optional<State> from, State to, String reason) {}

    /** Somebody else moved the turn first; look again. */
    final class Overtaken extends RuntimeException {
        public Overtaken(long turn, State expected) {
            super("turn " + turn + " is no longer " + expected);
        }
    }
}
