package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Moment;
import org.goodword.conduct.Verdict;
import org.goodword.conduct.Words;
import org.goodword.outbox.Booked;
import org.goodword.outbox.Dispatcher;
import org.goodword.outbox.HeldUp;
import org.goodword.outbox.Reconciler;
import org.goodword.outbox.Shelf;
import org.goodword.outbox.State;
import org.goodword.platform.Ledger;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.Purpose;
import org.goodword.platform.Wording;
import org.goodword.rotation.Proposal;
import org.goodword.rounds.books.Books;

/** Every minute: what is unknown is looked up, what is late is missed, what is due is checked again and sent. */
public final class DispatchRound {
    /** Looking for a turn that may have gone out after all goes on with the daily reading for so long. */
    private static final Duration LOOK_FOR = Duration.ofDays(7);

    private final Books books;
    private final Circle circle;
    private final Platform platform;
    private final Stopping accounts;
    private final InstantSource clock;
    private final Remembered remembered;
    private final Standstill standstill;
    private final OnDuty onDuty;
    private boolean wasStopped;

    public DispatchRound(Books books, Circle circle, Platform platform, Stopping accounts, InstantSource clock) {
        this.books = books;
        this.circle = circle;
        this.platform = platform;
        this.accounts = accounts;
        this.clock = clock;
        this.remembered = new Remembered(books, circle);
        this.standstill = new Standstill(
                books.notices(), platform, circle.settings().circle().zone());
        this.onDuty = new OnDuty(books.journal());
    }

    // made for each run, because the rule file's numbers may have changed since the last
    private Dispatcher dispatcher() {
        var zone = circle.settings().circle().zone();
        var heldUp = new HeldUp(books.turns(), onDuty, zone);
        return new Dispatcher(books.turns(), accounts, platform, this::lastCheck, shelf(circle), heldUp, clock);
    }

    private Reconciler reconciler() {
        return new Reconciler(books.turns(), accounts, platform, shelf(circle));
    }

    public static Shelf shelf(Circle circle) {
        var rules = circle.rulebook().get().rules();
        return new Shelf(rules.time(Figure.SHELF_LIFE_HOURS), rules.time(Figure.SETTLE_AFTER_MINUTES), LOOK_FOR);
    }

    /** Once, when the program starts: what was under way when it ended is unknown, and was billed for all we know. */
    public int afterAStart(Instant now) {
        onDuty.begins(now);
        books.turns().in(EnumSet.of(State.SENDING)).forEach(this::enterAttempt);
        return reconciler().afterAStart(now);
    }

    /** Rounds run one after the other, so what is still being sent when one begins was left so by one that failed. */
    private void settleWhatWasLeft(Instant now) {
        books.turns().in(EnumSet.of(State.SENDING)).forEach(this::enterAttempt);
        reconciler().afterAFailure(now);
    }

    /** The ledger is written when a call ends; a program that was killed before never came to that. */
    private void enterAttempt(Booked turn) {
        var call = Words.call(turn.what());
        var voice = Optional.of(turn.what().voice());
        if (books.ledger().callsSince(List.of(call), voice, turn.since()) == 0) {
            var price = circle.rulebook().get().rules().tariff().price(call);
            books.ledger().record(new Ledger.Entry(turn.since(), call, voice, 1, price, false));
        }
    }

    /** Returns how many requests left. */
    public int run(Instant now) {
        onDuty.goesOn(now);
        followTheStop(now);
        settleWhatWasLeft(now);
        reconciler().runOnce(now);
        var left = dispatcher().runOnce(now);
        standstill.run(now);
        new Introduced(books).enter(now);
        return left;
    }

    /**
     * What stops the calls stops the circle, so that the organiser is told and nothing is dealt meanwhile; and when she has
     * said to go on, calls are made again.
     */
    private void followTheStop(Instant now) {
        var stopped = books.registry().everythingStopped(now).isPresent();
        if (wasStopped && !stopped) {
            platform.resume();
        }
        wasStopped = stopped;
        if (!stopped) {
            platform.stopped().ifPresent(stop -> accounts.stopEverything(now, stop.reason(), stop.until()));
        }
    }

    /** With the daily reading: what was given up may have gone out after all. Returns how many were found. */
    public int lookAgain(Instant now) {
        var found = reconciler().lookAgain(now);
        new Introduced(books).enter(now);
        return found;
    }

    /** While everything is stopped nothing is asked and nothing is refused: what is ready waits, as long as it keeps. */
    private Verdict lastCheck(Booked turn, Optional<Post> fresh, Instant at) {
        return books.registry()
                .everythingStopped(at)
                .<Verdict>map(why -> new Verdict.Later("opt-out", "Everything is stopped: " + why, at))
                .orElseGet(() -> askTheRulebook(turn, fresh, at));
    }

    private Verdict askTheRulebook(Booked turn, Optional<Post> fresh, Instant at) {
        var roster = circle.roster(at);
        var rulebook = circle.rulebook().get();
        var facts = fresh.filter(post -> isEdited(turn, post))
                .map(post -> remembered.facts(roster, at, Purpose.WRITING).withEdited(post.id()))
                .orElseGet(() -> remembered.facts(roster, at, Purpose.WRITING));
        var what = fresh.map(post -> with(turn.what(), post)).orElse(turn.what());
        return rulebook.judge(what, at, facts.with(facts.history().without(turn.id())), Moment.SENDING);
    }

    /** Whether something else stands there than was shown: by the platform's own account, or by what is read. */
    private boolean isEdited(Booked turn, Post post) {
        if (post.isSuperseded()) {
            books.posts().edited(post.id(), post.newest());
        }
        return post.isSuperseded()
                || turn.what()
                        .post()
                        .map(Post::text)
                        .filter(shown -> !shown.isBlank() && !Wording.same(shown, post.text()))
                        .isPresent();
    }

    /** What is judged is the post as it stands now. */
    private static Proposal with(Proposal what, Post post) {
        return Proposal.repost(what.voice(), what.subject(), what.author(), post, what.mode());
    }
}
