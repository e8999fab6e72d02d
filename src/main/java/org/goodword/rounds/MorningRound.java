package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Rulebook;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Counts;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.Purpose;
import org.goodword.reach.Lot;
import org.goodword.reach.Lots;
import org.goodword.reach.Seen;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Chance;
import org.goodword.rotation.Dealt;
import org.goodword.rotation.History;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Deal;
import org.goodword.rotation.morning.Table;
import org.goodword.rotation.slots.Placing;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;
import org.goodword.settings.Settings.Approval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The morning of one zone: new posts are looked for, today's introductions are prepared, today's voices and the circle
 * account are dealt to the posts there are, and whoever has to be asked is asked. Once per zone and date.
 */
public final class MorningRound {
    static final String NAME = "morning";

    private static final String LOOK = "look";
    private static final Duration A_LOOK_LASTS = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(MorningRound.class);

    /** An ask gets so much time for its answer before the first minute that may be its slot. */
    static final Duration TIME_TO_ANSWER = Duration.ofHours(3);

    private final Books books;
    private final Circle circle;
    private final Platform platform;
    private final WeekRound week;
    private final RedealRound redeal;
    private final Announcements announcements;
    private final Lots lots;
    private final Remembered remembered;

    public MorningRound(
            Books books,
            Circle circle,
            Platform platform,
            WeekRound week,
            RedealRound redeal,
            Announcements announcements,
            Lots lots) {
        this.books = books;
        this.circle = circle;
        this.platform = platform;
        this.week = week;
        this.redeal = redeal;
        this.announcements = announcements;
        this.lots = lots;
        this.remembered = new Remembered(books, circle);
    }

    /** Deals this zone's morning if it is due and was not dealt yet. */
    public void run(ZoneId zone, Instant now) {
        var local = now.atZone(zone);
        var date = local.toLocalDate();
        var key = key(zone, date);
        var tooSoon = now.isBefore(Morning.of(date, zone, circle));
        var tooLate = !local.toLocalTime().isBefore(Morning.LATEST);
        var quiet = circle.settings().plan().quietDays().contains(date);
        if (tooSoon || tooLate || quiet || books.journal().isDone(NAME, key) || !mayDeal(date)) {
            return;
        }
        if (books.registry().everythingStopped(now).isPresent()) {
            return;
        }
        redeal.run(now);
        new Sitting(zone, date, now).deal();
        books.journal().done(NAME, key, now);
    }

    static String key(ZoneId zone, LocalDate date) {
        return zone.getId() + " " + date;
    }

    private boolean mayDeal(LocalDate date) {
        var plan = books.journal().plan(WeekOf.date(date).name());
        var approved = circle.settings().plan().approval() == Approval.NONE
                || plan.flatMap(Journal.Plan::approvedAt).isPresent();
        return plan.isPresent() && approved;
    }

    /** One morning being dealt: what it decides from, and the history that grows as it deals. */
    private final class Sitting {
        private final ZoneId zone;
        private final LocalDate date;
        private final Instant now;
        private final Window window;
        private final Roster roster;
        private final Chance chance;
        private final Rulebook rulebook;
        private History history;

        Sitting(ZoneId zone, LocalDate date, Instant now) {
            this.zone = zone;
            this.date = date;
            this.now = now;
            this.window = Morning.window(date, zone, circle);
            this.roster = circle.roster(now);
            this.chance = new Chance(circle.settings().plan().seed());
            week.meetEveryone(WeekOf.date(date), now);
            lookForPosts();
            var facts = remembered.facts(roster, now, Purpose.ASKING);
            this.rulebook = circle.rulebook().get().with(facts);
            this.history = facts.history();
        }

        /** Zones whose mornings come together look once. */
        private void lookForPosts() {
            var last = books.journal().lastDone(LOOK);
            if (last.isEmpty() || last.get().plus(A_LOOK_LASTS).isBefore(now)) {
                new Look(books, platform).at(week.subjects(roster, now), now);
                books.journal().done(LOOK, now.toString(), now);
            }
        }

        void deal() {
            goOnWithWhatWasCutShort();
            prepareIntroductions();
            var dealt = Deal.deal(table(), rulebook, this::leavesAlone);
            bookReposts(dealt);
            log.info("morning dealt zone={} date={} reposts={}", zone, date, dealt.size());
        }

        /** Nothing rests in this state: an earlier sitting of this morning ended before it went on. */
        private void goOnWithWhatWasCutShort() {
            todays(State.PREPARED).forEach(this::goOn);
        }

        private void prepareIntroductions() {
            var planned = new LinkedHashMap<Placing.Wish, Booked>();
            for (var turn : todays(State.PLANNED)) {
                history = history.without(turn.id());
                if (rulebook.mode(roster, turn.what().voice(), turn.what().kind())
                        == turn.what().mode()) {
                    planned.put(wish(turn.what(), window), turn);
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

        private void refuse(Booked planned, String why) {
            books.turns().move(planned, State.REFUSED, now, why);
        }

        private List<Booked> todays(State state) {
            return books.turns().in(EnumSet.of(state)).stream()
                    .filter(turn -> turn.turn().day().equals(date))
                    .filter(turn -> roster.waking(turn.what().voice())
                            .map(waking -> waking.zone().equals(zone))
                            .orElse(false))
                    .toList();
        }

        private void prepare(Booked planned, Instant slot) {
            var placed = books.turns().reslot(planned, window, slot, now, "Its minute is fixed.");
            goOn(books.turns().move(placed, State.PREPARED, now, "Its day has come."));
        }

        /** A rule that time alone does not settle, or else that every minute was taken or asleep. */
        private String whyNoMinute(Placing.Wish wish) {
            return rulebook.objection(wish.what(), wish.window().from(), history)
                    .filter(no -> no.from().isEmpty())
                    .map(no -> no.sentence())
                    .orElse("No good minute was left in its window.");
        }

        private Table table() {
            var audience = week.audience(now);
            return new Table(
                    window,
                    roster,
                    chairs(),
                    Line.of(week.subjects(roster, now), history, audience, now, chance),
                    candidates(),
                    history,
                    audience,
                    chance);
        }

        private List<Chair> chairs() {
            var days =
                    books.journal().plan(WeekOf.date(date).name()).orElseThrow().days();
            return new Chairs(roster, rulebook, history, window).of(date, zone, days);
        }

        private List<Candidate> candidates() {
            var oldest = now.minus(rulebook.rules().time(Figure.DEAL_HOURS));
            return books.posts().since(oldest).stream()
                    .filter(post -> post.gone().isEmpty() && !post.at().isAfter(now))
                    .map(post -> new Candidate(post.subject(), post.author(), asPost(post)))
                    .toList();
        }

        private static Post asPost(Seen seen) {
            return new Post(
                    seen.id(),
                    seen.authorId(),
                    seen.at(),
                    seen.text().orElse(""),
                    true,
                    seen.sensitive(),
                    Optional.empty(),
                    Counts.NONE);
        }

        /** The lot of a post is drawn once, when it is first picked, and stands for ever. */
        private boolean leavesAlone(Candidate picked) {
            var id = picked.post().id();
            return books.posts().lot(id).orElseGet(() -> draw(picked)).held();
        }

        private Lot draw(Candidate picked) {
            var nth = books.posts().candidates(picked.author());
            return books.posts()
                    .draw(new Lot(
                            picked.post().id(),
                            picked.author(),
                            now,
                            nth / Lots.BLOCK,
                            nth % Lots.BLOCK + 1,
                            lots.holds(picked.author(), nth)));
        }

        /** One for which there is no minute is written down all the same: the organiser is told why it did not go out. */
        private void bookReposts(List<Dealt> dealt) {
            var wishes = new LinkedHashMap<Placing.Wish, Dealt>();
            dealt.forEach(one -> wishes.put(wish(one.what(), windowOf(one.what())), one));
            var minutes = place(wishes.keySet());
            wishes.forEach((wish, one) -> {
                var minute = Optional.ofNullable(minutes.get(wish));
                var turn = new Turn(
                        0,
                        WeekOf.date(date).name(),
                        date,
                        wish.what(),
                        wish.window(),
                        minute.orElse(wish.window().from()),
                        one.why());
                minute.ifPresentOrElse(
                        slot -> goOn(books.turns().book(turn, State.PREPARED, now, "Dealt this morning.")),
                        () -> books.turns().book(turn, State.REFUSED, now, whyNoMinute(wish)));
            });
        }

        /** The morning's window, ending before the post is too old to carry. */
        private Window windowOf(Proposal what) {
            var tooOld = what.post().map(post -> post.at().plus(rulebook.rules().time(Figure.FRESH_HOURS)));
            return tooOld.filter(end -> end.isBefore(window.until()))
                    .map(end -> new Window(window.from(), end))
                    .orElse(window);
        }

        private Placing.Wish wish(Proposal what, Window within) {
            var from = what.mode() == Mode.APPROVE ? now.plus(TIME_TO_ANSWER) : now;
            return new Placing.Wish(
                    what, within, from, chance.of("slot", date, what.voice(), what.subject(), what.kind()));
        }

        private Map<Placing.Wish, Instant> place(Set<Placing.Wish> wishes) {
            var placing = new Placing(rulebook, roster, history, window);
            var minutes = placing.place(List.copyOf(wishes));
            history = placing.history();
            return minutes;
        }

        /** From here on it depends on what the voice agreed to. */
        private void goOn(Booked prepared) {
            announcements.fixed(prepared);
            switch (prepared.what().mode()) {
                case AUTOMATIC -> books.turns().move(prepared, State.READY, now, "It may go out by itself.");
                case APPROVE ->
                    announcements.asked(books.turns().move(prepared, State.ASKED, now, "The voice was asked."));
                case SUGGEST ->
                    announcements.handed(
                            books.turns().move(prepared, State.HANDED, now, "The voice was given the link."));
                case OFF ->
                    books.turns().move(prepared, State.REFUSED, now, "The voice does not do this kind of thing.");
            }
        }
    }
}
