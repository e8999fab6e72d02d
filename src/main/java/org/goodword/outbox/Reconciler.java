package org.goodword.outbox;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.goodword.platform.Outcome;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Wording;

/**
 * Finds out what became of a turn whose answer was lost, by reading the voice's own timeline. It never sends. Being there
 * settles it; being absent settles it only once the platform has had time to show it.
 */
public final class Reconciler {
    private final Turns turns;
    private final Accounts accounts;
    private final Platform platform;
    private final Shelf shelf;

    public Reconciler(Turns turns, Accounts accounts, Platform platform, Shelf shelf) {
        this.turns = turns;
        this.accounts = accounts;
        this.platform = platform;
        this.shelf = shelf;
    }

    /** What was being sent when the process ended has an unknown outcome. Called once, before anything else. */
    public int afterAStart(Instant now) {
        return cutOff(now, "The program ended while the request was under way; it will be looked up.");
    }

    /** What a round of this process left being sent has one as well. Called before the next. */
    public int afterAFailure(Instant now) {
        return cutOff(now, "What became of the request could not be written down; it will be looked up.");
    }

    private int cutOff(Instant now, String why) {
        var cut = turns.in(EnumSet.of(State.SENDING));
        cut.forEach(turn -> turns.move(turn, State.UNKNOWN, now, why));
        return cut.size();
    }

    /** Looks up what is not known. Returns how many turns were settled. */
    public int runOnce(Instant now) {
        var settled = 0;
        for (var turn : turns.in(EnumSet.of(State.UNKNOWN))) {
            settled += isRipe(turn, now) && !isBeingStopped() && settle(turn, now) ? 1 : 0;
        }
        return settled;
    }

    /** Then no answer can come that is worth anything; the next start looks again. */
    private static boolean isBeingStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private boolean isRipe(Booked turn, Instant now) {
        return !now.isBefore(ripe(turn));
    }

    private boolean settle(Booked turn, Instant now) {
        var overdue = !now.isBefore(shelf.until(turn.turn()).plus(shelf.settleAfter()));
        return timeline(turn)
                .<Boolean>match(
                        done -> matching(turn, done.value())
                                .map(post -> discovered(turn, post, now))
                                .orElseGet(() -> absent(turn, now)),
                        no -> overdue && giveUp(turn, no.reason(), now),
                        later -> overdue && giveUp(turn, later.reason(), now),
                        lost -> overdue && giveUp(turn, lost.reason(), now));
    }

    /**
     * Goes on looking for a week: for turns that were given up without an answer, and for links that were given to a
     * voice. Returns how many were found after all.
     */
    public int lookAgain(Instant now) {
        var found = 0;
        for (var turn : turns.since(now.minus(shelf.lookFor()))) {
            var recent = now.isBefore(turn.turn().slot().plus(shelf.lookFor()));
            found += recent && mayBeOut(turn) && isThereAfterAll(turn, now) ? 1 : 0;
        }
        return found;
    }

    /** A link that was given, or a turn that was given up while nobody knew. What the platform refused clearly is not out. */
    private boolean mayBeOut(Booked turn) {
        return switch (turn.state()) {
            case HANDED -> true;
            case MISSED, FAILED ->
                turn.requested().isPresent()
                        && turns.story(turn.id()).stream().anyMatch(step -> step.to() == State.UNKNOWN);
            default -> false;
        };
    }

    private boolean isThereAfterAll(Booked turn, Instant now) {
        return timeline(turn)
                .<Boolean>match(
                        done -> matching(turn, done.value())
                                .map(post -> discovered(turn, post, now))
                                .orElse(false),
                        no -> false,
                        later -> false,
                        lost -> false);
    }

    private boolean discovered(Booked turn, Post post, Instant now) {
        found(turn, post, now);
        return true;
    }

    /** It went out after all. */
    Booked found(Booked turn, Post post, Instant now) {
        return turns.sent(turn, made(turn, post), post.at(), now, "It stands on the voice's timeline.");
    }

    /** What it would have made, if that stands on the voice's timeline now. */
    Outcome<Optional<Post>> look(Booked turn) {
        return timeline(turn).then(posts -> new Outcome.Done<>(matching(turn, posts)));
    }

    /** Until then its absence from the timeline means nothing. */
    Instant ripe(Booked turn) {
        return turn.requested().orElse(turn.since()).plus(shelf.settleAfter());
    }

    private static PostId made(Booked turn, Post post) {
        return turn.what().post().map(Post::id).orElse(post.id());
    }

    boolean absent(Booked turn, Instant now) {
        turns.move(
                turn,
                State.FAILED,
                now,
                "The answer was lost, and it is not on the voice's timeline. It is not sent again.");
        return true;
    }

    private boolean giveUp(Booked turn, String why, Instant now) {
        if (isBeingStopped()) {
            return false;
        }
        turns.move(turn, State.MISSED, now, "Whether it went out could not be found out: " + why);
        return true;
    }

    Outcome<List<Post>> timeline(Booked turn) {
        // a little before the window, because the platform's clock and ours may differ
        var since = turn.turn().window().from().minus(shelf.settleAfter());
        return accounts.account(turn.what().voice())
                .map(account -> platform.timeline(account, since))
                .orElse(new Outcome.Unknown<>(
                        "X has not told us who " + turn.what().voice() + " is."));
    }

    private static Optional<Post> matching(Booked turn, List<Post> timeline) {
        var what = turn.what();
        return timeline.stream()
                .filter(post -> switch (what.kind()) {
                    case INTRODUCTION -> Wording.same(what.composed().orElseThrow(), post.text());
                    case REPOST -> post.reposted().equals(what.post().map(Post::id));
                })
                .findFirst();
    }
}
