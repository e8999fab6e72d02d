package org.goodword.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.goodword.conduct.Verdict;
import org.goodword.platform.Account;
import org.goodword.platform.Outcome;
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

    private final Turns turns;
    private final Accounts accounts;
    private final Platform platform;
    private final LastCheck lastCheck;
    private final Shelf shelf;
    private final InstantSource clock;

    public Dispatcher(
            Turns turns, Accounts accounts, Platform platform, LastCheck lastCheck, Shelf shelf, InstantSource clock) {
        this.turns = turns;
        this.accounts = accounts;
        this.platform = platform;
        this.lastCheck = lastCheck;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Misses what is too late, then sends what is due at {@code now}. Returns how many requests left. */
    public int runOnce(Instant now) {
        missWhatIsLate(now);
        var sent = 0;
        for (var turn : turns.in(EnumSet.of(State.READY))) {
            if (!turn.turn().slot().isAfter(now)) {
                sent += withTurnInTheLog(turn, now) ? 1 : 0;
            }
        }
        return sent;
    }

    private void missWhatIsLate(Instant now) {
        for (var turn : turns.in(State.QUEUED)) {
            if (turn.turn().window().isOver(now)) {
                turns.move(turn, State.MISSED, now, windowIsOver(turn));
            } else if (turn.state() == State.READY && !now.isBefore(shelf.until(turn.turn()))) {
                turns.move(
                        turn,
                        State.MISSED,
                        now,
                        "It could not go out within its " + shelf.life().toHours() + " hours: " + turn.reason());
            }
        }
    }

    private static String windowIsOver(Booked turn) {
        return switch (turn.state()) {
            case ASKED -> "No answer came before its time was over. Silence is no.";
            case PLANNED -> "Its day passed before it was prepared.";
            default -> "Its time was over before it could go out: " + turn.reason();
        };
    }

    private boolean withTurnInTheLog(Booked turn, Instant now) {
        MDC.put("turn", Long.toString(turn.id()));
        try {
            return check(turn, now);
        } finally {
            MDC.remove("turn");
        }
    }

    private boolean check(Booked turn, Instant now) {
        var account = accounts.account(turn.what().voice());
        if (account.isEmpty()) {
            turns.move(
                    turn,
                    State.REFUSED,
                    now,
                    "X does not know " + turn.what().voice() + ", so nothing can go out from it.");
            return false;
        }
        if (turn.what().kind() == Kind.INTRODUCTION) {
            return judge(turn, account.get(), Optional.empty(), now);
        }
        var source = turn.what().post().orElseThrow().id();
        return platform.read(List.of(source))
                .<Boolean>match(
                        done -> Optional.ofNullable(done.value().found().get(source))
                                .map(post -> judge(turn, account.get(), Optional.of(post), now))
                                .orElseGet(() ->
                                        gone(turn, done.value().gone().getOrDefault(source, "not answered for"), now)),
                        no -> waits(turn, "The post could not be looked at: " + no.reason()),
                        later -> waits(turn, "The post could not be looked at yet: " + later.reason()),
                        lost -> waits(turn, "The post could not be looked at: " + lost.reason()));
    }

    private boolean gone(Booked turn, String why, Instant now) {
        turns.move(turn, State.REFUSED, now, "The post is no longer there to carry (" + why + ").");
        return false;
    }

    /** Leaves the turn as it is: the next run asks again, until its shelf life ends. */
    private boolean waits(Booked turn, String why) {
        log.warn("a turn waits turn={} reason=\"{}\"", turn.id(), why);
        return false;
    }

    private boolean judge(Booked turn, Account account, Optional<Post> fresh, Instant now) {
        var verdict = lastCheck.judge(turn, fresh, now);
        return verdict.<Boolean>match(
                () -> send(turn, account), no -> refuse(turn, no, now), later -> waits(turn, later.reason()));
    }

    private boolean refuse(Booked turn, Verdict.Refused no, Instant now) {
        turns.move(turn, State.REFUSED, now, no.reason() + " (rule " + no.rule() + ")");
        return false;
    }

    private boolean send(Booked ready, Account account) {
        var sending = turns.move(ready, State.SENDING, clock.instant(), "The request leaves.");
        var outcome = request(sending, account);
        var at = clock.instant();
        outcome.<Booked>match(
                done -> turns.sent(sending, done.value(), at, at, "X took it."),
                no -> turnedAway(sending, no, at),
                later -> turns.move(sending, State.READY, at, "X asked to wait: " + later.reason()),
                lost -> turns.move(sending, State.UNKNOWN, at, "No clear answer came: " + lost.reason()));
        return true;
    }

    private Outcome<PostId> request(Booked sending, Account account) {
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
        var failed = turns.move(sending, State.FAILED, at, no.reason());
        switch (no.scope()) {
            case THIS -> log.warn("refused turn={} reason=\"{}\"", sending.id(), no.reason());
            case SIGN_IN, ACCOUNT -> accounts.stop(sending.what().voice(), at, no.reason());
            case APP -> accounts.stopEverything(at, no.reason(), no.until());
        }
        return failed;
    }
}
