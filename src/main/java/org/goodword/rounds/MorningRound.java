package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.goodword.conduct.Figure;
import org.goodword.platform.Counts;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.Purpose;
import org.goodword.reach.Lot;
import org.goodword.reach.Lots;
import org.goodword.reach.Seen;
import org.goodword.roster.Roster;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Deal;
import org.goodword.rotation.morning.Table;
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

    private final Books books;
    private final Circle circle;
    private final Platform platform;
    private final WeekRound week;
    private final RedealRound redeal;
    private final Announcements announcements;
    private final Lots lots;
    private final Remembered remembered;
    private final Comeback comeback;

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
        this.comeback = new Comeback(books, circle, platform);
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
        comeback.run(now);
        redeal.run(now);
        deal(sitDown(zone, date, now));
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

    /** A morning is begun: whoever is new is met, and new posts are looked for. */
    private Sitting sitDown(ZoneId zone, LocalDate date, Instant now) {
        var roster = circle.roster(now);
        week.meetEveryone(WeekOf.date(date), now);
        lookForPosts(roster, now);
        var facts = remembered.facts(roster, now, Purpose.ASKING);
        return new Sitting(
                zone,
                date,
                now,
                Morning.window(date, zone, circle),
                roster,
                circle.rulebook().get().with(facts),
                facts.history(),
                new Chance(circle.settings().plan().seed()));
    }

    /** Zones whose mornings come together look once. */
    private void lookForPosts(Roster roster, Instant now) {
        var last = books.journal().lastDone(LOOK);
        if (last.isEmpty() || last.get().plus(A_LOOK_LASTS).isBefore(now)) {
            new Look(books, platform).at(week.subjects(roster, now), now);
            books.journal().done(LOOK, now.toString(), now);
        }
    }

    private void deal(Sitting morning) {
        var booking = new Booking(books, announcements, morning);
        booking.goOnWithWhatWasCutShort();
        booking.prepareIntroductions();
        var dealt = Deal.deal(
                table(morning, booking.history()), morning.rulebook(), picked -> leavesAlone(picked, morning.now()));
        booking.bookReposts(dealt);
        log.info("morning dealt zone={} date={} reposts={}", morning.zone(), morning.date(), dealt.size());
    }

    private Table table(Sitting morning, History history) {
        var audience = week.audience(morning.now());
        var subjects = week.subjects(morning.roster(), morning.now());
        return new Table(
                morning.window(),
                morning.roster(),
                chairs(morning, history),
                Line.of(subjects, history, audience, morning.now(), morning.chance()),
                candidates(morning),
                history,
                audience,
                morning.chance());
    }

    private List<Chair> chairs(Sitting morning, History history) {
        var days = books.journal()
                .plan(WeekOf.date(morning.date()).name())
                .orElseThrow()
                .days();
        return new Chairs(morning.roster(), morning.rulebook(), history, morning.window())
                .of(morning.date(), morning.zone(), days);
    }

    private List<Candidate> candidates(Sitting morning) {
        var oldest = morning.now().minus(morning.rulebook().rules().time(Figure.DEAL_HOURS));
        return books.posts().since(oldest).stream()
                .filter(post -> post.gone().isEmpty() && !post.at().isAfter(morning.now()))
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
    private boolean leavesAlone(Candidate picked, Instant now) {
        var id = picked.post().id();
        return books.posts().lot(id).orElseGet(() -> draw(picked, now)).held();
    }

    private Lot draw(Candidate picked, Instant now) {
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
}
