package org.goodword.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goodword.platform.Account;
import org.goodword.platform.Outcome;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
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
    private final Supplier<Shelf> shelf;

    /** @param shelf asked each time: the rule file may be edited while the program runs */
    public TakingBack(Turns turns, Accounts accounts, Platform platform, Supplier<Shelf> shelf) {
        this.turns = turns;
        this.accounts = accounts;
        this.platform = platform;
        this.shelf = shelf;
    }

    /** What became of one turn that was to be taken back. */
    public record TakenBack(long turn, boolean done, String sentence) {}

    /** Strikes every queued turn that {@code concerned} picks. Returns how many. */
    public int strike(Predicate<Booked> concerned, Instant now, String reason) {
        var struck = turns.in(State.QUEUED).stream().filter(concerned).toList();
        struck.forEach(turn -> turns.move(turn, State.WITHDRAWN, now, reason));
        return struck.size();
    }

    /** Takes back everything that went out since {@code since}, newest first; what may be out is looked up for that. */
    public List<TakenBack> undoSince(Instant since, Instant now) {
        return Stream.concat(liveSince(since).stream(), unclearSince(since).stream())
                .map(turn -> undoOrSayWhyNot(turn, now))
                .toList();
    }

    /** What left since {@code since} and nobody knows whether it is out, newest first. */
    public List<Booked> unclearSince(Instant since) {
        return turns.in(EnumSet.of(State.SENDING, State.UNKNOWN)).stream()
                .filter(turn -> !left(turn).isBefore(since))
                .sorted((one, other) -> left(other).compareTo(left(one)))
                .toList();
    }

    private static Instant left(Booked turn) {
        return turn.requested().orElse(turn.since());
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
            return turn.state() == State.SENT ? undo(turn, now) : lookUp(turn, now);
        } catch (Turns.Overtaken e) {
            return new TakenBack(turn.id(), false, "It was changed at the same moment; undo it again.");
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
                        lost -> isItGone(turn, lost.reason(), now));
    }

    /** Its answer was lost, or is still to come: if it is out, it is taken back. */
    private TakenBack lookUp(Booked turn, Instant now) {
        var reconciler = reconciler();
        return reconciler
                .look(turn)
                .match(
                        done -> done.value()
                                .map(post -> undo(reconciler.found(turn, post, now), now))
                                .orElseGet(() -> isNotThere(turn, reconciler, now)),
                        no -> notLookedUp(turn, no.reason()),
                        later -> notLookedUp(turn, later.reason()),
                        lost -> notLookedUp(turn, lost.reason()));
    }

    private TakenBack isNotThere(Booked turn, Reconciler reconciler, Instant now) {
        var ripe = reconciler.ripe(turn);
        if (now.isBefore(ripe)) {
            return new TakenBack(
                    turn.id(),
                    false,
                    "It is not known yet whether it went out: it is not on the voice's timeline, which may not show it"
                            + " yet. Undo it again in " + minutes(now, ripe) + ".");
        }
        reconciler.absent(turn, now);
        return new TakenBack(
                turn.id(), true, "It did not go out: it is not on the voice's timeline, and is not sent again.");
    }

    private static TakenBack notLookedUp(Booked turn, String why) {
        return new TakenBack(
                turn.id(),
                false,
                "It is not known whether it went out, and the voice's timeline could not be read: " + ended(why)
                        + " Look at the account itself, or undo it again.");
    }

    /** The answer to the taking back was lost, but what it was to take away can be looked for. */
    private TakenBack isItGone(Booked turn, String why, Instant now) {
        var unclear = "No clear answer came: " + ended(why) + " ";
        return reconciler()
                .timeline(turn)
                .match(
                        done -> goneOrNot(turn, done.value().stream().anyMatch(post -> isOf(turn, post)), unclear, now),
                        no -> stillOpen(turn, unclear, no.reason()),
                        later -> stillOpen(turn, unclear, later.reason()),
                        lost -> stillOpen(turn, unclear, lost.reason()));
    }

    private TakenBack goneOrNot(Booked turn, boolean isThere, String unclear, Instant now) {
        if (isThere) {
            return new TakenBack(turn.id(), false, unclear + "It is still there; undo it again.");
        }
        var shown = turn.sentAt().orElse(turn.since()).plus(shelf.get().settleAfter());
        if (now.isBefore(shown)) {
            return new TakenBack(
                    turn.id(),
                    false,
                    unclear + "It is not on the voice's timeline, which may not show it yet; undo it again in "
                            + minutes(now, shown) + ".");
        }
        return takenBack(turn, now);
    }

    private static TakenBack stillOpen(Booked turn, String unclear, String why) {
        return new TakenBack(
                turn.id(),
                false,
                unclear + "Whether it is gone could not be looked up: " + ended(why) + " Undo it again.");
    }

    private static boolean isOf(Booked turn, Post post) {
        var made = turn.made();
        return turn.what().kind() == Kind.REPOST
                ? post.reposted().equals(made)
                : made.filter(post.id()::equals).isPresent();
    }

    private Reconciler reconciler() {
        return new Reconciler(turns, accounts, platform, shelf.get());
    }

    private static String minutes(Instant now, Instant then) {
        var minutes = Duration.between(now, then).plusSeconds(59).toMinutes();
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    private static String ended(String why) {
        return why.endsWith(".") ? why : why + ".";
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
