package org.goodword.rounds;

import java.time.Instant;
import org.goodword.outbox.Approvals.Heard;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.rounds.books.Books;

/** The organiser's own word on a turn: struck, or kept whatever is dealt again. */
public record Steering(Books books) {
    static final String PINNED = "Pinned by the organiser: it stays when the week is dealt again.";

    private static final String PIN = "pin";

    /**
     * Takes a turn out that has not left. Its subject may be given another when the week is dealt again; its words may be
     * dealt again after four weeks.
     */
    public Heard strike(long number, Instant now) {
        return books.turns().find(number).map(turn -> strike(turn, now)).orElseGet(() -> noSuchTurn(number));
    }

    private Heard strike(Booked turn, Instant now) {
        if (!State.QUEUED.contains(turn.state())) {
            return new Heard(
                    false,
                    "Turn " + turn.id() + " can no longer be struck: "
                            + turn.state().words() + ".");
        }
        try {
            books.turns().move(turn, State.WITHDRAWN, now, "Struck by the organiser.");
        } catch (Turns.Overtaken e) {
            // answered or sent at the same moment
            return strike(turn.id(), now);
        }
        return new Heard(true, "Turn " + turn.id() + " is struck. Nothing goes out.");
    }

    /** Keeps an introduction that is planned from giving way to a newcomer. Consent, a pause and the rules still end it. */
    public Heard pin(long number, Instant now) {
        return books.turns().find(number).map(turn -> pin(turn, now)).orElseGet(() -> noSuchTurn(number));
    }

    private Heard pin(Booked turn, Instant now) {
        if (turn.state() != State.PLANNED) {
            return new Heard(
                    false,
                    "Turn " + turn.id() + " needs no pin, only what is planned is ever dealt again: "
                            + turn.state().words() + ".");
        }
        if (!isPinned(books, turn.id())) {
            try {
                books.turns().note(turn, now, PINNED);
            } catch (Turns.Overtaken e) {
                return pin(turn.id(), now);
            }
            books.journal().done(PIN, Long.toString(turn.id()), now);
        }
        return new Heard(
                true, "Turn " + turn.id() + " stays when the week is dealt again, unless consent or a rule ends it.");
    }

    static boolean isPinned(Books books, long turn) {
        return books.journal().isDone(PIN, Long.toString(turn));
    }

    private static Heard noSuchTurn(long number) {
        return new Heard(false, "There is no turn " + number + ".");
    }
}
