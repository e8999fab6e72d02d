package org.goodword.rotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A turn as it was dealt.
 *
 * @param id its number in the books, from 1; 0 while it has none
 * @param week the ISO week it belongs to, as {@code 2026-W36}
 * @param day the voice's local date on which it is asked and prepared
 * @param slot the minute it is meant to go out
 * @param why the facts that decided, each true of the numbers
 */
public record Turn(long id, String week, LocalDate day, Proposal what, Window window, Instant slot, List<Reason> why) {
    public Turn {
        why = List.copyOf(why);
    }

    public Turn numbered(long id) {
        return new Turn(id, week, day, what, window, slot, why);
    }

    public Turn at(Instant slot) {
        return new Turn(id, week, day, what, window, slot, why);
    }

    public Turn in(Window window) {
        return new Turn(id, week, day, what, window, slot, why);
    }
}
