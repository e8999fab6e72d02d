package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.conduct.Rulebook;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.Platform;
import org.goodword.platform.Purpose;
import org.goodword.platform.Wording;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.week.Introducible;
import org.goodword.rotation.week.Week;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The week: every voice gets its day, the week's introductions are dealt, and the reposts to expect and who is first in
 * line are foreseen.
 */
public final class WeekRound {
    static final String NAME = "week";

    private static final Logger log = LoggerFactory.getLogger(WeekRound.class);

    /** A text that was not sent after all may be dealt again after so long, unless it was declined. */
    private static final Duration REST = Duration.ofDays(28);

    private final Books books;
    private final Circle circle;
    private final Meeting meeting;
    private final Remembered remembered;

    public WeekRound(Books books, Circle circle, Platform platform) {
        this.books = books;
        this.circle = circle;
        this.meeting = new Meeting(books, circle, platform);
        this.remembered = new Remembered(books, circle);
    }

    /** Deals the week that begins next, once. A deal that was missed is made up within the week itself. */
    public void run(Instant now) {
        due(now).ifPresent(week -> deal(week, now));
    }

    boolean isUnfinished(Instant now) {
        return due(now).filter(week -> !isDealt(week)).isPresent();
    }

    /** Whether whoever speaks or is spoken for in the newest week has still to be met. */
    boolean isMeetingUnfinished(Instant now) {
        return due(now).filter(week -> isDealt(week) && meeting.isUnfinished(week, now))
                .isPresent();
    }

    void goOnMeeting(Instant now) {
        due(now).ifPresent(week -> meeting.goOn(week, now));
    }

    private Optional<WeekOf> due(Instant now) {
        var zone = circle.settings().circle().zone();
        var today = now.atZone(zone).toLocalDate();
        var current = WeekOf.date(today);
        if (nextWeekIsDue(current, zone, now)) {
            return Optional.of(current.next());
        }
        return today.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.empty() : Optional.of(current);
    }

    private boolean isDealt(WeekOf week) {
        return books.journal().isDone(NAME, week.name());
    }

    /** Whether this week's {@code plan.at} has come, on whichever day it is. */
    private boolean nextWeekIsDue(WeekOf current, ZoneId zone, Instant now) {
        return circle.settings()
                .plan()
                .week()
                .next(current.begins(zone).minusMillis(1), zone)
                .filter(at -> !at.isAfter(now))
                .isPresent();
    }

    /** Deals that week if it was not dealt yet. */
    public void deal(WeekOf week, Instant now) {
        if (isDealt(week)) {
            return;
        }
        meeting.goOn(week, now);
        if (books.journal().plan(week.name()).isEmpty()) {
            enter(week, foresee(week, now), now);
        }
        books.journal().done(NAME, week.name(), now);
    }

    /** A crash may have cut an earlier entry short: then what it booked stands, and nothing is dealt on top. */
    private void enter(WeekOf week, Foreseen foreseen, Instant now) {
        if (books.turns().ofWeek(week.name()).isEmpty()) {
            foreseen.introductions()
                    .forEach(turn -> books.turns().book(turn, State.PLANNED, now, "Dealt with its week."));
        }
        books.journal().plan(foreseen.plan());
        log.info(
                "week dealt week={} introductions={} voices={}",
                week.name(),
                foreseen.introductions().size(),
                foreseen.plan().days().size());
    }

    /** The week's deal before it is entered in the books. */
    public record Foreseen(Journal.Plan plan, List<Turn> introductions) {}

    /** What the deal of that week would be, by the books as they stand. Changes nothing. */
    public Foreseen foresee(WeekOf week, Instant now) {
        var roster = circle.roster(now);
        var rulebook = circle.rulebook().get().with(remembered.factsOnceResumed(roster, now, Purpose.ASKING));
        var input = input(week, roster, rulebook, now);
        var dealing = Week.deal(input, rulebook);
        var introductions = dealing.introductions().stream()
                .map(introduction -> planned(week, introduction, roster))
                .toList();
        var plan = new Journal.Plan(
                week.name(),
                now,
                Optional.empty(),
                circle.settings().plan().seed(),
                dealing.days(),
                Line.asServed(input.line(), now).stream()
                        .map(place -> place.subject().handle())
                        .toList(),
                new ExpectedReposts(books, roster, rulebook, subjects(roster, now), now)
                        .of(dealing.days(), introductions, input.quiet()),
                dealing.unusedWords(),
                outFromTheStart(dealing.days(), now));
        return new Foreseen(plan, introductions);
    }

    /** Today, while its morning can still be dealt; what is planned for a morning that is over would only be missed. */
    private LocalDate firstMorningLeft(Instant now) {
        var local = now.atZone(circle.settings().circle().zone());
        return local.toLocalTime().isBefore(Morning.LATEST)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
    }

    /** All that the week is dealt from, at first or again. */
    Week.Input input(WeekOf week, Roster roster, Rulebook rulebook, Instant now) {
        var history = remembered.history(roster, now);
        var audience = audience(now);
        var chance = new Chance(circle.settings().plan().seed());
        return new Week.Input(
                week.monday(),
                firstMorningLeft(now),
                roster,
                Line.of(subjects(roster, now), history, audience, now, chance),
                unusedWords(roster, now),
                modes(roster, rulebook),
                books.journal().planBefore(week.name()).map(Journal.Plan::days).orElse(Map.of()),
                circle.settings().plan().quietDays(),
                circle.settings().circle().zone(),
                history,
                audience,
                chance);
    }

    /** Voices that are paused or signed out have their day all the same, so that it is theirs when they come back. */
    private List<Journal.Change> outFromTheStart(Map<Handle, DayOfWeek> days, Instant now) {
        var stopped = circle.stopped(now);
        return days.keySet().stream()
                .filter(stopped::containsKey)
                .sorted()
                .map(voice -> Journal.Change.stopped(now, voice))
                .toList();
    }

    Turn planned(WeekOf week, Week.Introduction introduction, Roster roster) {
        var waking = roster.waking(introduction.dealt().what().voice()).orElseThrow();
        var window = Morning.window(introduction.day(), waking.zone(), circle);
        var middle =
                introduction.day().atTime(LocalTime.NOON).atZone(waking.zone()).toInstant();
        var slot = window.contains(middle) ? middle : window.from();
        return new Turn(
                0,
                week.name(),
                introduction.day(),
                introduction.dealt().what(),
                new Window(window.from(), window.until()),
                slot,
                introduction.dealt().why());
    }

    /** Who the accounts are on the platform. */
    Meeting meeting() {
        return meeting;
    }

    /** Everyone who agreed to be spoken for and is not stopped. */
    List<Member> subjects(Roster roster, Instant now) {
        var stopped = circle.stopped(now);
        return roster.members().stream()
                .filter(member -> member.consent().spokenFor()
                        && member.want() > 0
                        && member.consent()
                                .inForce(now.atZone(member.waking().zone()).toLocalDate())
                        && !stopped.containsKey(member.handle()))
                .toList();
    }

    Audience audience(Instant now) {
        return new Audience(books.registry().followers(), new MeanShown(books.posts()).at(now));
    }

    private static Map<Handle, Mode> modes(Roster roster, Rulebook rulebook) {
        var modes = new HashMap<Handle, Mode>();
        roster.members()
                .forEach(member ->
                        modes.put(member.handle(), rulebook.mode(roster, member.handle(), Kind.INTRODUCTION)));
        roster.circle()
                .ifPresent(account ->
                        modes.put(account.handle(), rulebook.mode(roster, account.handle(), Kind.INTRODUCTION)));
        return modes;
    }

    /** Every text that nobody used, whose voice may say it, and that is not resting after it was not sent. */
    private List<Introducible> unusedWords(Roster roster, Instant now) {
        var taken = takenTexts(now);
        var rulebook = circle.rulebook().get();
        var unused = new ArrayList<Introducible>();
        for (var member : roster.members()) {
            if (rulebook.mode(roster, member.handle(), Kind.INTRODUCTION) != Mode.OFF) {
                member.goodWords().stream()
                        .filter(word -> !taken.contains(Wording.composed(word.text())))
                        .forEach(word -> unused.add(introducible(roster, word.by(), word.about(), word.text())));
            }
            roster.circle()
                    .ifPresent(account -> member.about().stream()
                            .filter(text -> !taken.contains(Wording.composed(text)))
                            .forEach(
                                    text -> unused.add(introducible(roster, account.handle(), member.handle(), text))));
        }
        return unused;
    }

    private Introducible introducible(Roster roster, Handle voice, Handle subject, String text) {
        return new Introducible(voice, subject, text, circle.words().compose(roster, voice, subject, text));
    }

    private Set<String> takenTexts(Instant now) {
        var taken = new HashSet<String>();
        for (var turn : books.turns().since(Instant.EPOCH)) {
            turn.what()
                    .words()
                    .filter(text -> isTaken(turn, now))
                    .map(Wording::composed)
                    .ifPresent(taken::add);
        }
        return taken;
    }

    private static boolean isTaken(Booked turn, Instant now) {
        return switch (turn.state()) {
            case PLANNED, PREPARED, ASKED, APPROVED, READY, SENDING, UNKNOWN, SENT, HANDED -> true;
            // a no retires the text until its writer restores it
            case DECLINED -> true;
            // taken back after it was live: it has been said
            case WITHDRAWN ->
                turn.sentAt().isPresent() || now.isBefore(turn.since().plus(REST));
            case MISSED, REFUSED, FAILED -> now.isBefore(turn.since().plus(REST));
        };
    }
}
