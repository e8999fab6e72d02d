package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.conduct.Facts;
import org.goodword.conduct.Words;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Budget;
import org.goodword.platform.Call;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.platform.Purpose;
import org.goodword.reach.Lot;
import org.goodword.reach.Seen;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Spoken;
import org.goodword.rounds.books.Books;

/** Makes the facts the rulebook judges by out of the books, as they stand at one instant. */
public final class Remembered {
    /** A text is compared with all that was said in a year; used texts are never used again, so older ones are asked by name. */
    private static final Duration YEAR = Duration.ofDays(366);

    /** Over how long a member's share of speaking is counted. */
    private static final Duration SHARE = Duration.ofDays(28);

    /** A post may be 72 hours old at most; the rest is room for the window. */
    private static final Duration POSTS_AT_HAND = Duration.ofDays(10);

    private static final Set<State> MAY_BE_OUT = EnumSet.of(State.SENDING, State.SENT, State.UNKNOWN);
    private static final Set<State> HOLDS_ITS_PLACE =
            EnumSet.of(State.PLANNED, State.PREPARED, State.ASKED, State.APPROVED, State.READY);

    private final Books books;
    private final Circle circle;

    public Remembered(Books books, Circle circle) {
        this.books = books;
        this.circle = circle;
    }

    /**
     * Everything a rule may look at, as of {@code now}.
     *
     * @param purpose whether somebody is to be asked, or a turn to be sent
     */
    public Facts facts(Roster roster, Instant now, Purpose purpose) {
        return facts(
                roster, now, purpose, books.registry().everythingStopped(now).isPresent());
    }

    /** The same without the stop of everything: what is planned meanwhile is held, and goes on when the stop ends. */
    Facts factsOnceResumed(Roster roster, Instant now, Purpose purpose) {
        return facts(roster, now, purpose, false);
    }

    private Facts facts(Roster roster, Instant now, Purpose purpose, boolean everythingStopped) {
        var turns = books.turns().since(now.minus(YEAR));
        return new Facts(
                roster,
                history(roster, turns, now),
                circle.stopped(now),
                Rests.refusals(books, now),
                books.posts().made(now.minus(SHARE)),
                said(turns),
                untouchable(now),
                marked(now),
                edited(now),
                circle.settings().plan().quietDays(),
                circle.settings().circle().zone(),
                everythingStopped,
                money(purpose, now),
                writes(turns, now));
    }

    public History history(Roster roster, Instant now) {
        return history(roster, books.turns().since(now.minus(YEAR)), now);
    }

    private static History history(Roster roster, List<Booked> turns, Instant now) {
        return new History(turns.stream()
                .flatMap(turn -> spoken(roster, turn, now).stream())
                .toList());
    }

    private static Optional<Spoken> spoken(Roster roster, Booked turn, Instant now) {
        var out = mayHaveBeenSeen(turn);
        var handed = turn.state() == State.HANDED && !turn.turn().window().isOver(now);
        if (!out && !handed && !HOLDS_ITS_PLACE.contains(turn.state())) {
            return Optional.empty();
        }
        var what = turn.what();
        return Optional.of(new Spoken(
                turn.id(),
                what.kind(),
                what.voice(),
                roster.isCircle(what.voice()),
                what.subject(),
                what.author(),
                turn.made().or(() -> what.post().map(post -> post.id())),
                what.words(),
                turn.sentAt().orElse(out ? turn.since() : turn.turn().slot()),
                out));
    }

    /** What was taken back had been said: it counts in every cap, and its words are spent. */
    private static boolean mayHaveBeenSeen(Booked turn) {
        return MAY_BE_OUT.contains(turn.state()) || turn.sentAt().isPresent();
    }

    private static List<Facts.Said> said(List<Booked> turns) {
        return turns.stream()
                .filter(turn -> mayHaveBeenSeen(turn) && turn.what().words().isPresent())
                .map(turn -> new Facts.Said(
                        turn.id(),
                        turn.what().words().orElseThrow(),
                        turn.sentAt().orElse(turn.since())))
                .toList();
    }

    /** Posts that are gone, and those the lot left alone. */
    private Set<PostId> untouchable(Instant now) {
        var gone = books.posts().since(now.minus(POSTS_AT_HAND)).stream()
                .filter(post -> post.gone().isPresent())
                .map(post -> post.id())
                .collect(Collectors.toSet());
        books.posts().lots(now.minus(POSTS_AT_HAND)).stream()
                .filter(Lot::held)
                .map(Lot::post)
                .forEach(gone::add);
        return gone;
    }

    /** What our own ledger says of one more turn, by the dearer kind without a link. */
    private Optional<String> money(Purpose purpose, Instant now) {
        var budget = new Budget(
                circle.settings().budget(),
                books.ledger(),
                circle.settings().circle().zone());
        var price = circle.rulebook().get().rules().tariff().price(Call.PUBLISH);
        return budget.objection(purpose, price, now);
    }

    /** Posts with the circle's hashtag, as the rule file lists it: their authors marked them for carrying. */
    private Set<PostId> marked(Instant now) {
        var hashtags = circle.rulebook().get().rules().list("tags", "hashtags");
        return books.posts().since(now.minus(POSTS_AT_HAND)).stream()
                .filter(post -> post.text()
                        .map(text -> Words.hashtags(text).stream()
                                .anyMatch(tag -> hashtags.contains(tag.toLowerCase(Locale.ROOT))))
                        .orElse(false))
                .map(Seen::id)
                .collect(Collectors.toSet());
    }

    private Set<PostId> edited(Instant now) {
        return books.posts().since(now.minus(POSTS_AT_HAND)).stream()
                .filter(Seen::isSuperseded)
                .map(Seen::id)
                .collect(Collectors.toSet());
    }

    private static List<Instant> writes(List<Booked> turns, Instant now) {
        var yesterday = now.minus(Duration.ofDays(1));
        var writes = new ArrayList<Instant>();
        for (var turn : turns) {
            turn.requested()
                    .or(() -> turn.state() == State.SENDING ? Optional.of(turn.since()) : Optional.empty())
                    .filter(at -> at.isAfter(yesterday))
                    .ifPresent(writes::add);
        }
        return writes;
    }

    /** How many turns each subject was given in that week and has not lost. */
    public Map<Handle, Integer> servedIn(String week) {
        return books.turns().ofWeek(week).stream()
                .filter(turn -> MAY_BE_OUT.contains(turn.state()) || HOLDS_ITS_PLACE.contains(turn.state()))
                .collect(Collectors.toMap(turn -> turn.what().subject(), turn -> 1, Integer::sum));
    }
}
