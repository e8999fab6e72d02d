package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.conduct.Figure;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.roster.Mode;
import org.goodword.rotation.Dealt;
import org.goodword.rotation.History;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rotation.slots.Placing;
import org.goodword.rounds.books.Books;

/**
 * What a morning dealt, given its minutes and written down: the week's introductions whose day has come, then its reposts.
 * Each turn then goes as far as its voice's consent lets it.
 */
final class Booking {
    /** An ask gets so much time for its answer before the first minute that may be its slot. */
    static final Duration TIME_TO_ANSWER = Duration.ofHours(3);

    private final Books books;
    private final Announcements announcements;
    private final Sitting morning;
    private History history;

    Booking(Books books, Announcements announcements, Sitting morning) {
        this.books = books;
        this.announcements = announcements;
        this.morning = morning;
        this.history = morning.history();
    }

    /** What was sent, what is open, and what this morning has placed so far. */
    History history() {
        return history;
    }

    /** Nothing rests in this state: an earlier sitting of this morning ended before it went on. */
    void goOnWithWhatWasCutShort() {
        todays(State.PREPARED).forEach(this::goOn);
    }

    void prepareIntroductions() {
        var planned = new LinkedHashMap<Placing.Wish, Booked>();
        for (var turn : todays(State.PLANNED)) {
            history = history.without(turn.id());
            if (isStillAgreedTo(turn.what())) {
                planned.put(wish(turn.what(), morning.window()), turn);
            } else {
                refuse(turn, "What was agreed to changed since the week was dealt.");
            }
        }
        var minutes = place(planned.keySet());
        planned.forEach((wish, turn) -> {
            var minute = Optional.ofNullable(minutes.get(wish));
            minute.ifPresentOrElse(slot -> prepare(turn, slot), () -> refuse(turn, whyNoMinute(wish)));
        });
    }

    /** One for which there is no minute is written down all the same: the organiser is told why it did not go out. */
    void bookReposts(List<Dealt> dealt) {
        var wishes = new LinkedHashMap<Placing.Wish, Dealt>();
        dealt.forEach(one -> wishes.put(wish(one.what(), windowOf(one.what())), one));
        var minutes = place(wishes.keySet());
        wishes.forEach((wish, one) -> {
            var minute = Optional.ofNullable(minutes.get(wish));
            var turn = new Turn(
                    0,
                    WeekOf.date(morning.date()).name(),
                    morning.date(),
                    wish.what(),
                    wish.window(),
                    minute.orElse(wish.window().from()),
                    one.why());
            minute.ifPresentOrElse(
                    slot -> goOn(books.turns().book(turn, State.PREPARED, morning.now(), "Dealt this morning.")),
                    () -> books.turns().book(turn, State.REFUSED, morning.now(), whyNoMinute(wish)));
        });
    }

    private List<Booked> todays(State state) {
        return books.turns().in(EnumSet.of(state)).stream()
                .filter(turn -> turn.turn().day().equals(morning.date()))
                .filter(turn -> morning.roster()
                        .waking(turn.what().voice())
                        .map(waking -> waking.zone().equals(morning.zone()))
                        .orElse(false))
                .toList();
    }

    private boolean isStillAgreedTo(Proposal what) {
        return morning.rulebook().mode(morning.roster(), what.voice(), what.kind()) == what.mode();
    }

    private void prepare(Booked planned, Instant slot) {
        var placed = books.turns().reslot(planned, morning.window(), slot, morning.now(), "Its minute is fixed.");
        goOn(books.turns().move(placed, State.PREPARED, morning.now(), "Its day has come."));
    }

    private void refuse(Booked planned, String why) {
        books.turns().move(planned, State.REFUSED, morning.now(), why);
    }

    /** A rule that time alone does not settle, or else that every minute was taken or asleep. */
    private String whyNoMinute(Placing.Wish wish) {
        return morning.rulebook()
                .objection(wish.what(), wish.window().from(), history)
                .filter(no -> no.from().isEmpty())
                .map(no -> no.sentence())
                .orElse("No good minute was left in its window.");
    }

    /** The morning's window, ending before the post is too old to carry. */
    private Window windowOf(Proposal what) {
        var fresh = morning.rulebook().rules().time(Figure.FRESH_HOURS);
        var window = morning.window();
        return what.post()
                .map(post -> post.at().plus(fresh))
                .filter(tooOld -> tooOld.isBefore(window.until()))
                .map(tooOld -> new Window(window.from(), tooOld))
                .orElse(window);
    }

    private Placing.Wish wish(Proposal what, Window within) {
        var from = what.mode() == Mode.APPROVE ? morning.now().plus(TIME_TO_ANSWER) : morning.now();
        var aim = morning.chance().of("slot", morning.date(), what.voice(), what.subject(), what.kind());
        return new Placing.Wish(what, within, from, aim);
    }

    private Map<Placing.Wish, Instant> place(Set<Placing.Wish> wishes) {
        var placing = new Placing(morning.rulebook(), morning.roster(), history, morning.window());
        var minutes = placing.place(List.copyOf(wishes));
        history = placing.history();
        return minutes;
    }

    /** From here on it depends on what the voice agreed to. */
    private void goOn(Booked prepared) {
        announcements.fixed(prepared);
        var now = morning.now();
        switch (prepared.what().mode()) {
            case AUTOMATIC -> books.turns().move(prepared, State.READY, now, "It may go out by itself.");
            case APPROVE -> announcements.asked(books.turns().move(prepared, State.ASKED, now, "The voice was asked."));
            case SUGGEST ->
                announcements.handed(books.turns().move(prepared, State.HANDED, now, "The voice was given the link."));
            case OFF -> books.turns().move(prepared, State.REFUSED, now, "The voice does not do this kind of thing.");
        }
    }
}
