package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.conduct.Facts;
import org.goodword.conduct.Moment;
import org.goodword.conduct.Rulebook;
import org.goodword.conduct.Verdict;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Handle;
import org.goodword.platform.Purpose;
import org.goodword.platform.Wording;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.week.Redeal;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;
import org.goodword.settings.Settings.Approval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deals what is left of a dealt week again, after somebody joined, left, paused or came back, or the organiser struck a
 * turn: before every morning, and whenever the files are looked at. It may be called as often as one likes; while nothing
 * has changed it only looks. Cut short, it goes on from what stands in the books.
 */
public final class RedealRound {
    private static final Logger log = LoggerFactory.getLogger(RedealRound.class);

    /** The rules about who may speak for whom, which look at nothing but the two. The others are asked on the day. */
    private static final List<String> WHO = List.of("consent", "opt-out", "mode", "industry", "rivals");

    private static final Set<State> STANDS = EnumSet.of(
            State.PLANNED,
            State.PREPARED,
            State.ASKED,
            State.APPROVED,
            State.READY,
            State.SENDING,
            State.UNKNOWN,
            State.SENT,
            State.HANDED);

    private final Books books;
    private final Circle circle;
    private final WeekRound week;
    private final Remembered remembered;
    private final Map<String, Integer> lastSeen = new HashMap<>();

    public RedealRound(Books books, Circle circle, WeekRound week) {
        this.books = books;
        this.circle = circle;
        this.week = week;
        this.remembered = new Remembered(books, circle);
    }

    /** This week and the next, each if it is dealt. While everything is stopped, nothing is: it would be stopped as well. */
    public void run(Instant now) {
        if (books.registry().everythingStopped(now).isPresent()) {
            return;
        }
        var current = WeekOf.date(now.atZone(circle.settings().circle().zone()).toLocalDate());
        Stream.of(current, current.next())
                .forEach(one -> books.journal().plan(one.name()).ifPresent(plan -> look(one, plan, now)));
    }

    private void look(WeekOf which, Journal.Plan plan, Instant now) {
        var roster = circle.roster(now);
        var introductions = books.turns().ofWeek(which.name()).stream()
                .filter(turn -> turn.what().kind() == Kind.INTRODUCTION)
                .toList();
        var lost = introductions.stream().filter(this::isLost).toList();
        var seen = Objects.hash(
                roster.members(),
                circle.stopped(now),
                lost.stream().map(Booked::id).toList(),
                now.atZone(circle.settings().circle().zone()).toLocalDate());
        if (!Objects.equals(lastSeen.get(which.name()), seen)) {
            again(which, plan, introductions, lost, roster, now);
            lastSeen.put(which.name(), seen);
        }
    }

    /** It fell away through nobody's no: struck, refused, turned away by the platform, or its day went by undealt. */
    private boolean isLost(Booked turn) {
        return switch (turn.state()) {
            case WITHDRAWN -> turn.sentAt().isEmpty();
            case REFUSED, FAILED -> true;
            case MISSED ->
                // a week that waits for the organiser's yes is not to use up text after text
                circle.settings().plan().approval() == Approval.NONE
                        && books.turns().story(turn.id()).stream()
                                .allMatch(step -> step.to() == State.PLANNED || step.to() == State.MISSED);
            case PLANNED, PREPARED, ASKED, APPROVED, READY, SENDING, SENT, DECLINED, HANDED, UNKNOWN -> false;
        };
    }

    private void again(
            WeekOf which,
            Journal.Plan plan,
            List<Booked> introductions,
            List<Booked> lost,
            Roster roster,
            Instant now) {
        var facts = remembered.factsOnceResumed(roster, now, Purpose.ASKING);
        var rulebook = circle.rulebook().get().with(facts);
        var opens = new HashMap<ZoneId, LocalDate>();
        var running = new Redeal.Running(
                plan.days(),
                Set.copyOf(plan.line()),
                introductions.stream()
                        .filter(turn -> STANDS.contains(turn.state()))
                        .map(this::standing)
                        .toList(),
                lost.stream().map(turn -> turn.what().subject()).collect(Collectors.toSet()),
                voice -> roster.waking(voice)
                        .map(waking -> opens.computeIfAbsent(waking.zone(), zone -> opens(zone, now)))
                        .orElse(LocalDate.MAX));
        var changes =
                Redeal.deal(week.input(which, roster, rulebook, now), running, rulebook, who(roster, rulebook, facts));
        enter(which, plan, changes, roster, now);
    }

    private Redeal.Standing standing(Booked turn) {
        return new Redeal.Standing(
                turn.id(),
                turn.turn().day(),
                turn.what(),
                turn.state() == State.PLANNED,
                Steering.isPinned(books, turn.id()));
    }

    private LocalDate opens(ZoneId zone, Instant now) {
        var local = now.atZone(zone);
        var today = local.toLocalDate();
        var dealt = books.journal().isDone(MorningRound.NAME, MorningRound.key(zone, today))
                || !local.toLocalTime().isBefore(Morning.LATEST);
        return dealt ? today.plusDays(1) : today;
    }

    private Permits who(Roster roster, Rulebook rulebook, Facts facts) {
        return (what, at, history) -> WHO.stream()
                .map(rule -> rulebook.ask(rule, what, at, facts, Moment.PLANNING))
                .flatMap(verdict -> refusal(verdict).stream())
                .findFirst()
                .or(() -> takenBack(roster, what));
    }

    private static Optional<Permits.Objection> refusal(Verdict verdict) {
        return verdict.match(
                Optional::empty,
                no -> Optional.of(new Permits.Objection(no.rule(), no.reason(), Optional.empty())),
                later -> Optional.empty());
    }

    /** Words go out only while their writer lets them stand. */
    private static Optional<Permits.Objection> takenBack(Roster roster, Proposal what) {
        var words = Wording.composed(what.words().orElse(""));
        var stands = roster.isCircle(what.voice())
                ? roster.member(what.subject())
                        .filter(member -> member.about().stream()
                                .anyMatch(text -> Wording.composed(text).equals(words)))
                        .isPresent()
                : roster.member(what.voice())
                        .filter(member -> member.goodWords().stream()
                                .anyMatch(word -> word.about().equals(what.subject())
                                        && Wording.composed(word.text()).equals(words)))
                        .isPresent();
        return stands
                ? Optional.empty()
                : Optional.of(new Permits.Objection(
                        "own-words", "these words are no longer in the roster", Optional.empty()));
    }

    /** The days first: what is added leans on them. Each step leaves books from which the next look goes on. */
    private void enter(WeekOf which, Journal.Plan plan, Redeal.Changes changes, Roster roster, Instant now) {
        var told = new ArrayList<>(plan.changes());
        told.addAll(sinceLastTold(plan, changes.days(), roster, now));
        if (!changes.days().equals(plan.days()) || told.size() > plan.changes().size()) {
            books.journal().plan(plan.with(changes.days(), told));
        }
        changes.withdrawn().forEach(one -> withdraw(one, now));
        changes.added()
                .forEach(one -> books.turns()
                        .book(week.planned(which, one.introduction(), roster), State.PLANNED, now, one.why()));
        if (!changes.withdrawn().isEmpty() || !changes.added().isEmpty()) {
            log.info(
                    "week dealt again week={} withdrawn={} added={}",
                    which.name(),
                    changes.withdrawn().size(),
                    changes.added().size());
        }
    }

    private void withdraw(Redeal.Withdrawal withdrawal, Instant now) {
        try {
            books.turns()
                    .find(withdrawal.turn())
                    .filter(turn -> turn.state() == State.PLANNED)
                    .ifPresent(turn -> books.turns().move(turn, State.WITHDRAWN, now, withdrawal.why()));
        } catch (Turns.Overtaken e) {
            log.info("turn={} was struck or asked at the same moment", withdrawal.turn());
        }
    }

    private List<Journal.Change> sinceLastTold(
            Journal.Plan plan, Map<Handle, DayOfWeek> days, Roster roster, Instant now) {
        var last = new HashMap<Handle, Journal.Cause>();
        plan.changes().forEach(change -> last.put(change.voice(), change.cause()));
        var stopped = circle.stopped(now).keySet();
        var changes = new ArrayList<Journal.Change>();
        new TreeMap<>(days).forEach((voice, day) -> {
            var before = Optional.ofNullable(plan.days().get(voice));
            if (before.isEmpty()) {
                changes.add(new Journal.Change(now, voice, Journal.Cause.JOINED, Optional.empty()));
            } else if (before.get() != day) {
                changes.add(new Journal.Change(now, voice, Journal.Cause.MOVED, before));
            }
            var known = Optional.ofNullable(last.get(voice));
            whereabouts(known, roster.member(voice).isPresent(), stopped.contains(voice))
                    .ifPresent(cause -> changes.add(new Journal.Change(now, voice, cause, Optional.empty())));
        });
        return changes;
    }

    private static Optional<Journal.Cause> whereabouts(
            Optional<Journal.Cause> known, boolean isMember, boolean isStopped) {
        var left = known.filter(cause -> cause == Journal.Cause.LEFT).isPresent();
        var out = left || known.filter(cause -> cause == Journal.Cause.STOPPED).isPresent();
        if (!isMember) {
            return left ? Optional.empty() : Optional.of(Journal.Cause.LEFT);
        }
        if (isStopped) {
            return out ? Optional.empty() : Optional.of(Journal.Cause.STOPPED);
        }
        return out ? Optional.of(Journal.Cause.BACK) : Optional.empty();
    }
}
