package org.goodword.outbox;

import java.time.Instant;
import java.util.Optional;
import org.goodword.rotation.Turn;

/**
 * A voice's answer to what she was asked. A yes is for exactly what she was shown, and holds until the window ends; a no
 * needs no reason and is never asked about.
 */
public final class Approvals {

    /** Finds the next good minute in what is left of a turn's window, its own slot first. */
    public interface NextMinute {
        Optional<Instant> slot(Turn turn, Instant from);
    }

    /** What came of an answer, as a sentence for the one who gave it. */
    public record Heard(boolean counted, String sentence) {}

    private final Turns turns;
    private final NextMinute nextMinute;

    public Approvals(Turns turns, NextMinute nextMinute) {
        this.turns = turns;
        this.nextMinute = nextMinute;
    }

    public Heard yes(long number, Instant now) {
        var found = turns.find(number);
        if (found.isEmpty()) {
            return noSuchTurn(number);
        }
        var turn = found.get();
        if (turn.state() != State.ASKED) {
            return new Heard(
                    false,
                    "Turn " + number + " is not waiting for an answer: "
                            + turn.state().words() + ".");
        }
        try {
            return yes(turn, now);
        } catch (Turns.Overtaken e) {
            // missed, struck or answered at the same moment
            return yes(number, now);
        }
    }

    private Heard yes(Booked turn, Instant now) {
        if (turn.turn().window().isOver(now)) {
            turns.move(turn, State.MISSED, now, "The yes came after its time was over.");
            return new Heard(false, "Its time was over. Nothing goes out, and nothing is lost.");
        }
        var approved = turns.move(turn, State.APPROVED, now, "The voice said yes.");
        return nextMinute
                .slot(turn.turn(), now)
                .map(slot -> ready(approved, slot, now))
                .orElseGet(() -> noMinuteLeft(approved, now));
    }

    private Heard ready(Booked approved, Instant slot, Instant now) {
        var placed = slot.equals(approved.turn().slot())
                ? approved
                : turns.reslot(
                        approved, approved.turn().window(), slot, now, "The yes came late; the next good minute.");
        turns.move(placed, State.READY, now, "Approved, waiting for its slot.");
        return new Heard(true, "Thank you. It goes out as it stands.");
    }

    private Heard noMinuteLeft(Booked approved, Instant now) {
        turns.move(approved, State.MISSED, now, "The yes came when no good minute was left in its window.");
        return new Heard(false, "No good minute is left for it. Nothing goes out, and nothing is lost.");
    }

    /** A no is taken until the request leaves, a yes given before notwithstanding. */
    public Heard no(long number, Instant now) {
        var found = turns.find(number);
        if (found.isEmpty()) {
            return noSuchTurn(number);
        }
        var turn = found.get();
        if (!turn.state().mayBecome(State.DECLINED)) {
            return new Heard(
                    false,
                    "Turn " + number + " can no longer be declined: "
                            + turn.state().words() + ".");
        }
        try {
            turns.move(turn, State.DECLINED, now, "The voice said no. That is all we note.");
        } catch (Turns.Overtaken e) {
            return no(number, now);
        }
        return new Heard(true, "Noted. Nothing goes out.");
    }

    private static Heard noSuchTurn(long number) {
        return new Heard(false, "There is no turn " + number + ".");
    }
}
