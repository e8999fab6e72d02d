package org.goodword.rounds;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goodword.outbox.Accounts;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Account;
import org.goodword.platform.Confirmed;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.roster.Leaver;
import org.goodword.roster.Said;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops an account or everything: what is queued by and about it is struck at once, and the organiser is told. */
public final class Stopping implements Accounts, Confirmed.Watch {
    private static final Logger log = LoggerFactory.getLogger(Stopping.class);

    private static final String EVERYTHING = "everything";

    private static final String RESTS = "rests ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private final Books books;
    private final Circle circle;
    private final Optional<Handle> circleAccount;

    public Stopping(Books books, Circle circle) {
        this.books = books;
        this.circle = circle;
        this.circleAccount = circle.settings().circle().account().map(Handle::of);
    }

    @Override
    public boolean isCircle(Handle handle) {
        return circleAccount.filter(handle::equals).isPresent();
    }

    @Override
    public Optional<Account> account(Handle handle) {
        return books.registry().account(handle);
    }

    @Override
    public void stop(Handle handle, Instant at, String reason) {
        stop(handle, at, reason, "goodword members sign-in " + handle);
    }

    @Override
    public void shutOut(Handle handle, Instant at, String reason) {
        stop(handle, at, reason, "Look at the account on X");
    }

    /** @param help what the organiser can do; each morning finds out by itself whether the account works again */
    private void stop(Handle handle, Instant at, String reason, String help) {
        var isNew = !books.registry().isTurnedAway(handle);
        if (isNew) {
            books.registry().stop(handle, at, reason);
        }
        var struck = strike(handle, at, reason);
        if (isNew) {
            log.warn("account stopped account={} struck={} reason=\"{}\"", handle, struck, reason);
            books.notices()
                    .tell(
                            "account " + handle,
                            at,
                            handle + " is stopped since " + day(at) + ": " + reason
                                    + ". It goes on by itself once X takes it" + " again. " + turns(struck)
                                    + " struck from the queue.",
                            help);
        }
    }

    @Override
    public void works(Handle handle, Instant at) {
        if (books.registry().isTurnedAway(handle)) {
            books.registry().say(new Said.SignedIn(handle, at.atZone(zone()).toLocalDate()), at, "platform");
            books.notices().settle("account " + handle, at);
            log.info("account works again account={}", handle);
        }
    }

    @Override
    public void turnedAway(Handle voice, Instant at) {
        var rules = circle.rulebook().get().rules();
        var rest = Rests.of(books, rules, at).get(voice);
        if (rest != null) {
            var why = "X turned " + voice + " away over several members";
            var struck = strike(turn -> turn.what().voice().equals(voice) && turn.state() != State.PLANNED, at, why);
            books.notices()
                    .tell(
                            RESTS + voice,
                            at,
                            voice + " rests since " + day(rest.since()) + ": " + why
                                    + ". Each morning one turn tries whether it"
                                    + " is over, and it goes on by itself once X takes one. " + turns(struck)
                                    + " struck from the queue.",
                            "Look at the account on X");
        }
    }

    @Override
    public void taken(Handle voice, Instant at) {
        books.notices().settle(RESTS + voice, at);
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return circle.settings().circle().zone();
    }

    private static String turns(int struck) {
        return struck == 0 ? "Nothing was" : struck == 1 ? "One turn was" : struck + " turns were";
    }

    /** Strikes what is queued by or about the member. Returns how many turns. */
    public int strike(Handle handle, Instant at, String reason) {
        return strike(turn -> concerns(turn, handle), at, reason);
    }

    /** Strikes what is queued by, about or naming somebody who left. Returns how many turns. */
    int strike(Leaver leaver, Instant at) {
        return strike(leaver.handle(), at, "The member left.")
                + strike(turn -> names(turn, leaver), at, "It names a member who left.");
    }

    private int strike(Predicate<Booked> concerned, Instant at, String reason) {
        return (int) books.turns().in(State.QUEUED).stream()
                .filter(concerned)
                .filter(turn -> isStruck(turn, at, reason))
                .count();
    }

    /** A turn that is answered or sent at the same moment is looked at again; one that has left is out of reach. */
    private boolean isStruck(Booked turn, Instant at, String reason) {
        try {
            books.turns().move(turn, State.WITHDRAWN, at, reason);
            return true;
        } catch (Turns.Overtaken e) {
            return books.turns()
                    .find(turn.id())
                    .filter(now -> State.QUEUED.contains(now.state()))
                    .map(now -> isStruck(now, at, reason))
                    .orElse(false);
        }
    }

    private static boolean concerns(Booked turn, Handle handle) {
        var what = turn.what();
        return what.voice().equals(handle)
                || what.subject().equals(handle)
                || what.author().equals(handle);
    }

    private static boolean names(Booked turn, Leaver leaver) {
        var what = turn.what();
        return Stream.of(what.words(), what.composed(), what.post().map(Post::text))
                .flatMap(Optional::stream)
                .anyMatch(leaver::isNamedIn);
    }

    @Override
    public void stopEverything(Instant at, String reason, Optional<Instant> until) {
        log.error("everything stopped reason=\"{}\"", reason);
        books.registry().stopEverything(at, reason, until);
        books.notices().tell(EVERYTHING, at, "Everything is stopped: " + reason, "goodword resume all");
    }

    /** The organiser's own stop. Nothing is struck: what is ready or waits for a yes is held, as long as it keeps. */
    public void pauseEverything(Instant at) {
        books.registry().stopEverything(at, "Stopped by the organiser.", Optional.empty());
        books.notices().tell(EVERYTHING, at, "Everything is stopped: Stopped by the organiser.", "goodword resume all");
    }

    /** Ends every stop of everything, whoever gave it. An account that is stopped stays so. */
    public void resumeEverything(Instant at) {
        books.registry().resumeEverything(at);
        books.notices().settle(EVERYTHING, at);
    }
}
