package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.goodword.roster.Member;
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

    /** Then the deal waits no longer for posts: half an hour is left in which it can be dealt again if that fails. */
    private static final LocalTime LAST_LOOK = LocalTime.of(11, 30);

    private static final Logger log = LoggerFactory.getLogger(MorningRound.class);

    private final Books books;
    private final Circle circle;
    private final WeekRound week;
    private final RedealRound redeal;
    private final Announcements announcements;
    private final Lots lots;
    private final Remembered remembered;
    private final Comeback comeback;
    private final Chance chance;
    private final LookingOut look;

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
        this.week = week;
        this.redeal = redeal;
        this.announcements = announcements;
        this.lots = lots;
        this.remembered = new Remembered(books, circle);
        this.comeback = new Comeback(books, circle, platform);
        this.chance = new Chance(circle.settings().plan().seed());
        this.look = new LookingOut(books, platform, chance);
    }

    /**
     * Deals this zone's morning if it is due and was not dealt yet. While the look for new posts is not complete it goes on
     * with that and deals nothing, but not for ever: the morning is dealt with what was found by then.
     */
    public void run(ZoneId zone, Instant now) {
        if (!isUnfinished(zone, now)) {
            return;
        }
        var date = now.atZone(zone).toLocalDate();
        comeback.run(now);
        redeal.run(now);
        var roster = circle.roster(now);
        week.meeting().goOn(WeekOf.date(date), now);
        if (isLookedFor(roster, zone, date, now)) {
            deal(sitDown(roster, zone, date, now));
            books.journal().done(NAME, key(zone, date), now);
        }
    }

    /** Whether this zone's morning is due, was not dealt yet, and may be. */
    boolean isUnfinished(ZoneId zone, Instant now) {
        var local = now.atZone(zone);
        var date = local.toLocalDate();
        var tooSoon = now.isBefore(Morning.of(date, zone, circle));
        var tooLate = !local.toLocalTime().isBefore(Morning.LATEST);
        var quiet = circle.settings().plan().quietDays().contains(date);
        return !(tooSoon || tooLate || quiet)
                && !books.journal().isDone(NAME, key(zone, date))
                && mayDeal(date)
                && books.registry().everythingStopped(now).isEmpty();
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

    private Sitting sitDown(Roster roster, ZoneId zone, LocalDate date, Instant now) {
        var facts = remembered.facts(roster, now, Purpose.ASKING);
        return new Sitting(
                zone,
                date,
                now,
                Morning.window(date, zone, circle),
                roster,
                circle.rulebook().get().with(facts),
                facts.history(),
                chance);
    }

    /** Zones whose mornings come together look once. Returns whether nothing more is to be waited for. */
    private boolean isLookedFor(Roster roster, ZoneId zone, LocalDate date, Instant now) {
        var last = books.journal().lastDone(LOOK);
        if (last.isPresent() && !last.get().plus(A_LOOK_LASTS).isBefore(now)) {
            return true;
        }
        var subjects = week.subjects(roster, now).stream().map(Member::handle).toList();
        var since = Morning.of(date, zone, circle).minus(A_LOOK_LASTS);
        look.goOn(subjects, date, since, now);
        var strangers = subjects.stream().anyMatch(handle -> week.meeting().isStillToBeMet(WeekOf.date(date), handle));
        if (!strangers && look.isComplete(subjects, since)) {
            books.journal().done(LOOK, now.toString(), now);
            return true;
        }
        var goesOn = strangers && week.meeting().from().isAfter(look.from())
                ? week.meeting().from()
                : look.from();
        var latest = date.atTime(LAST_LOOK).atZone(zone).toInstant();
        return !now.isBefore(latest) || !goesOn.isBefore(latest);
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
