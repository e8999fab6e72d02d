package org.goodword.outbox;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.goodword.platform.Account;
import org.goodword.platform.Outcome;
import org.goodword.platform.Platform;
import org.goodword.platform.PostId;
import org.goodword.roster.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back what is live, and strikes what is queued. Exempt from every cap: stopping is never held up. */
public final class TakingBack {
    private static final Logger log = LoggerFactory.getLogger(TakingBack.class);

    private final Turns turns;
    private final Accounts accounts;
    private final Platform platform;

    public TakingBack(Turns turns, Accounts accounts, Platform platform) {
        this.turns = turns;
        this.accounts = accounts;
        this.platform = platform;
    }

    /** What became of one turn that was to be taken back. */
    public record TakenBack(long turn, boolean done, String sentence) {}

    /** Strikes every queued turn that {@code concerned} picks. Returns how many. */
    public int strike(Predicate<Booked> concerned, Instant now, String reason) {
        var struck = turns.in(State.QUEUED).stream().filter(concerned).toList();
        struck.forEach(turn -> turns.move(turn, State.WITHDRAWN, now, reason));
        return struck.size();
    }

    /** Takes back everything that went out since {@code since}, newest first. */
    public List<TakenBack> undoSince(Instant since, Instant now) {
        return liveSince(since).stream().map(turn -> undoOrSayWhyNot(turn, now)).toList();
    }

    /** What went out since {@code since} and has not been taken back, newest first. */
    public List<Booked> liveSince(Instant since) {
        return turns.in(EnumSet.of(State.SENT)).stream()
                .filter(turn -> !turn.sentAt().orElse(turn.since()).isBefore(since))
                .sorted((one, other) -> other.sentAt()
                        .orElse(other.since())
                        .compareTo(one.sentAt().orElse(one.since())))
                .toList();
    }

    /** One that cannot be taken back never keeps the others from it. */
    private TakenBack undoOrSayWhyNot(Booked turn, Instant now) {
        try {
            return undo(turn, now);
        } catch (RuntimeException e) {
            log.error("a turn could not be taken back turn={}", turn.id(), e);
            return new TakenBack(turn.id(), false, "It could not be taken back: " + e.getMessage());
        }
    }

    private TakenBack undo(Booked turn, Instant now) {
        var account = accounts.account(turn.what().voice());
        if (account.isEmpty()) {
            return new TakenBack(turn.id(), false, "The account " + turn.what().voice() + " is not known.");
        }
        return request(turn, account.get())
                .match(
                        done -> takenBack(turn, now),
                        no -> new TakenBack(turn.id(), false, no.reason()),
                        later -> new TakenBack(turn.id(), false, later.reason()),
                        lost -> new TakenBack(turn.id(), false, "No clear answer came; try again: " + lost.reason()));
    }

    private Outcome<PostId> request(Booked turn, Account account) {
        var made = turn.made().orElseThrow();
        return turn.what().kind() == Kind.REPOST ? platform.undoRepost(account, made) : platform.delete(account, made);
    }

    private TakenBack takenBack(Booked turn, Instant now) {
        turns.move(turn, State.WITHDRAWN, now, "Taken back after it was live.");
        return new TakenBack(turn.id(), true, "Taken back.");
    }
}
