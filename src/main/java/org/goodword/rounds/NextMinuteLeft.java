package org.goodword.rounds;

import java.time.Instant;
import java.util.Optional;
import org.goodword.outbox.Approvals;
import org.goodword.platform.Purpose;
import org.goodword.rotation.Turn;
import org.goodword.rotation.slots.Slots;
import org.goodword.rounds.books.Books;

/** The next good minute for a late yes: the turn's own slot while it still lies ahead, else the first that the rules allow. */
public final class NextMinuteLeft implements Approvals.NextMinute {
    private final Books books;
    private final Circle circle;

    public NextMinuteLeft(Books books, Circle circle) {
        this.books = books;
        this.circle = circle;
    }

    @Override
    public Optional<Instant> slot(Turn turn, Instant from) {
        if (!turn.slot().isBefore(from)) {
            return Optional.of(turn.slot());
        }
        var roster = circle.roster(from);
        var facts = new Remembered(books, circle).factsOnceResumed(roster, from, Purpose.WRITING);
        var rulebook = circle.rulebook().get().with(facts);
        var others = facts.history().without(turn.id());
        return roster.waking(turn.what().voice())
                .flatMap(waking -> Slots.next(
                        turn.window(),
                        from,
                        waking,
                        minute ->
                                rulebook.objection(turn.what(), minute, others).isEmpty()));
    }
}
