package org.goodword.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.goodword.conduct.Verdict;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends what is due. Each turn is checked once more, written down as being sent, and only then sent; the answer is written
 * down after. A crash between the two leaves an unknown outcome, which {@link Reconciler} looks up.
 */
public final class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** The rule about waking hours and quiet days. */
    private static final String HOURS = "hours";

    private final Turns turns;
    private final Accounts accounts;
    private final Platform platform;
    private final LastCheck lastCheck;
    private final Shelf shelf;
    private final HeldUp heldUp;
    private final InstantSource clock;

    public Dispatcher(
            Turns turns,
            Accounts accounts,
            Platform platform,
            LastCheck lastCheck,
            Shelf shelf,
            HeldUp heldUp,
            InstantSource clock) {
        this.turns = turns;
        this.accounts = accounts;
        this.platform = platform;
        this.lastCheck = lastCheck;
        this.shelf = shelf;
        this.heldUp = heldUp;
        this.clock = clock;
    }

    /** Misses what is too late, then sends what is due at {@code now}. Returns how many requests left. */
    public int runOnce(Instant now) {
        goOnAfterACrash(now);
        missWhatIsLate(now);
        var sent = 0;
        for (var turn : turns.in(EnumSet.of(State.READY))) {
            // interrupted: the program is being stopped, and the rest waits for the next start
            if (!turn.turn().slot().isAfter(now) && !Thread.currentThread().isInterrupted()) {
                sent += withTurnInTheLog(turn, now) ? 1 : 0;
            }
        }
        return sent;
    }

    /** A yes and its slot are two steps; what ended between them goes on here. */
    private void goOnAfterACrash(Instant now) {
        for (var turn : turns.in(EnumSet.of(State.APPROVED))) {
            unlessOvertaken(turn, () -> {
                turns.move(turn, State.READY, now, "Approved, waiting for its slot.");
                return true;
            });
        }
    }

    private void missWhatIsLate(Instant now) {
        for (var turn : turns.in(State.QUEUED)) {
            if (turn.turn().window().isOver(now) || isPastItsShelfLife(turn, now)) {
                unlessOvertaken(turn, () -> miss(turn, now));
            }
        }
    }

    private boolean isPastItsShelfLife(Booked turn, Instant at) {
        return turn.state() == State.READY && !at.isBefore(shelf.until(turn.turn()));
    }

    private boolean miss(Booked turn, Instant at) {
        turns.move(turn, State.MISSED, at, heldUp.whyMissed(turn, at, shelf));
        return false;
    }

    /** An answer, a stop or a strike may come between the look at a turn and its change: then it is left to that. */
    private static boolean unlessOvertaken(Booked turn, BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (Turns.Overtaken e) {
            log.info("a turn was changed meanwhile turn={}", turn.id());
            return false;
        }
    }

    private boolean withTurnInTheLog(Booked turn, Instant now) {
        MDC.put("turn", Long.toString(turn.id()));
        try {
            return unlessOvertaken(turn, () -> check(turn, now));
        } finally {
            MDC.remove("turn");
        }
    }

    private boolean check(Booked turn, Instant now) {
        var account = accounts.account(turn.what().voice());
        if (account.isEmpty()) {
            // not known is not no: who it is may be told any minute
            return waits(
                    turn,
                    "X has not told us yet who " + turn.what().voice() + " is, so nothing can go out from it.",
                    now);
        }
        // first by what we know, because looking at the post once more costs money
        return lastCheck
                .judge(turn, Optional.empty(), now)
                .<Boolean>match(
                        () -> turn.what().kind() == Kind.INTRODUCTION
                                ? send(turn, account.get())
                                : lookOnceMore(turn, account.get(), now),
                        no -> refuse(turn, no, now),
                        later -> waits(turn, later, now));
    }

    private boolean lookOnceMore(Booked turn, Account account, Instant now) {
        var source = turn.what().post().orElseThrow().id();
        return platform.read(List.of(source))
                .<Boolean>match(
                        done -> Optional.ofNullable(done.value().found().get(source))
                                .map(post -> judge(turn, account, Optional.of(post), clock.instant()))
                                .orElseGet(() -> absent(turn, done.value(), source, now)),
                        no -> mayNotLook(turn, no.scope(), no.reason(), no.until(), now),
                        later -> waits(turn, "The post could not be looked at yet: " + later.reason(), now),
                        lost -> waits(turn, "The post could not be looked at: " + lost.reason(), now));
    }

    private boolean mayNotLook(Booked turn, Scope scope, String reason, Optional<Instant> until, Instant now) {
        if (scope == Scope.APP) {
            accounts.stopEverything(now, reason, until);
        }
        return waits(turn, "The post could not be looked at: " + reason, now);
    }

    private boolean absent(Booked turn, Batch batch, PostId source, Instant now) {
        return Optional.ofNullable(batch.gone().get(source))
                .map(why -> gone(turn, why, now))
                .orElseGet(() -> waits(turn, "X did not say whether the post is still there.", now));
    }

    private boolean gone(Booked turn, String why, Instant now) {
        turns.move(turn, State.REFUSED, now, "The post is no longer there to carry (" + why + ").");
        return false;
    }

    /** Its slot was within its hours: that these are over follows from whatever has held it up, and hides that. */
    private boolean waits(Booked turn, Verdict.Later later, Instant now) {
        var follows = later.rule().equals(HOURS) && heldUp.isHeldUp(turn);
        return !follows && waits(turn, later.reason(), now);
    }

    /** Leaves the turn as it is, but for the reason: the next run asks again, until its shelf life ends. */
    private boolean waits(Booked turn, String why, Instant now) {
        if (!turn.reason().equals(why)) {
            log.info("a turn waits turn={} reason=\"{}\"", turn.id(), why);
            turns.note(turn, now, why);
        }
        return false;
    }

    /** @param at after the look at the post, which may have taken its time */
    private boolean judge(Booked turn, Account account, Optional<Post> fresh, Instant at) {
        if (isPastItsShelfLife(turn, at)) {
            return miss(turn, at);
        }
        var verdict = lastCheck.judge(turn, fresh, at);
        return verdict.<Boolean>match(
                () -> send(turn, account), no -> refuse(turn, no, at), later -> waits(turn, later, at));
    }

    private boolean refuse(Booked turn, Verdict.Refused no, Instant now) {
        turns.move(turn, State.REFUSED, now, no.sentence());
        return false;
    }

    private boolean send(Booked ready, Account account) {
        var sending = turns.move(ready, State.SENDING, clock.instant(), "The request leaves.");
        var outcome = request(sending, account);
        var at = clock.instant();
        outcome.<Booked>match(
                done -> taken(sending, done.value(), at),
                no -> turnedAway(sending, no, at),
                later -> turns.move(
                        sending,
                        State.READY,
                        at,
                        (later.pushedBack() ? "X asked to wait: " : "It has to wait: ") + later.reason()),
                lost -> turns.move(sending, State.UNKNOWN, at, "No clear answer came: " + lost.reason()));
        return true;
    }

    private Booked taken(Booked sending, PostId answered, Instant at) {
        var sent = turns.sent(sending, made(sending, answered), at, at, "X took it.");
        accounts.taken(sending.what().voice(), at);
        return sent;
    }

    /** A repost stands in the books by the post it carries: that is what is counted, read again and taken back. */
    private static PostId made(Booked sending, PostId answered) {
        return sending.what().post().map(Post::id).orElse(answered);
    }

    private Outcome<PostId> request(Booked sending, Account account) {
        try {
            return ask(sending, account);
        } catch (RuntimeException e) {
            // it may have left: left as being sent, nobody would look it up before the next start
            var why = "The program failed while the request was under way; it will be looked up.";
            turns.move(sending, State.UNKNOWN, clock.instant(), why);
            throw e;
        }
    }

    private Outcome<PostId> ask(Booked sending, Account account) {
        var what = sending.what();
        return switch (what.kind()) {
            case INTRODUCTION -> platform.publish(account, what.composed().orElseThrow(), isDisclosable(account));
            case REPOST -> platform.repost(account, what.post().orElseThrow().id());
        };
    }

    /** A member's word for a fellow member is a connection that X and the law want shown, in the post's label as well. */
    private boolean isDisclosable(Account account) {
        return !accounts.isCircle(account.handle());
    }

    private Booked turnedAway(Booked sending, Outcome.Refused<PostId> no, Instant at) {
        var failed = no.scope() == Scope.PAIR
                ? turns.turnedAway(sending, at, no.reason())
                : turns.move(sending, State.FAILED, at, no.reason());
        switch (no.scope()) {
            case THIS -> {
                // it ends there
            }
            case PAIR -> accounts.turnedAway(sending.what().voice(), at);
            case SIGN_IN -> accounts.stop(sending.what().voice(), at, no.reason());
            case ACCOUNT -> accounts.shutOut(sending.what().voice(), at, no.reason());
            case APP -> accounts.stopEverything(at, no.reason(), no.until());
        }
        return failed;
    }
}
