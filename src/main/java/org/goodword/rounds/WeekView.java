package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.week.Week;
import org.goodword.rounds.books.Journal;
import org.goodword.settings.Usd;

/**
 * A week as the organiser sees it: as it was dealt and has gone so far, or as it would be dealt now.
 *
 * @param dealt whether it was dealt; otherwise all of it is foreseen, and no turn has a number yet
 * @param days Monday to Sunday
 * @param line who is due, most owed first
 * @param changes since it was dealt, in the order in which they happened
 * @param spent on the platform's charges in that week so far
 * @param cost about what the whole week comes to; what was spent where it is over
 */
public record WeekView(
        WeekOf week,
        Journal.Plan plan,
        boolean dealt,
        Roster roster,
        List<Day> days,
        List<Handle> line,
        List<Change> changes,
        Usd spent,
        Usd cost) {

    public WeekView {
        days = List.copyOf(days);
        line = List.copyOf(line);
        changes = List.copyOf(changes);
    }

    /** @param what sentences: what, and why */
    public record Change(Instant at, String what) {}

    /**
     * @param voices whose day it is
     * @param turns of that day, in the order of their slots
     * @param expected the whole number below the reposts still to be dealt; empty once the day was dealt, or is over
     */
    public record Day(LocalDate date, List<Handle> voices, List<Booked> turns, Optional<Integer> expected) {
        public Day {
            voices = List.copyOf(voices);
            turns = List.copyOf(turns);
        }
    }

    public List<Booked> turns() {
        return days.stream().flatMap(day -> day.turns().stream()).toList();
    }

    /** The whole number below the reposts still to be dealt in the week. */
    public int expected() {
        return days.stream().mapToInt(day -> day.expected().orElse(0)).sum();
    }

    /** The week that is to be shown when none is named: the newest that was dealt while it is not over, else the next. */
    public static WeekOf coming(House house, Instant now) {
        var today = now.atZone(house.settings().circle().zone()).toLocalDate();
        var current = WeekOf.date(today);
        var journal = house.books().journal();
        var onlyThisOne = journal.plan(current.name()).isPresent()
                && journal.plan(current.next().name()).isEmpty()
                && !today.equals(current.sunday());
        return onlyThisOne ? current : current.next();
    }

    /** That week, by the books; foreseen where it was not dealt. Empty for a week that is over and was never dealt. */
    public static Optional<WeekView> of(House house, WeekOf week, Instant now) {
        var zone = house.settings().circle().zone();
        var plan = house.books().journal().plan(week.name());
        if (plan.isPresent()) {
            return Optional.of(
                    view(house, week, plan.get(), house.books().turns().ofWeek(week.name()), now));
        }
        if (!week.ends(zone).isAfter(now)) {
            return Optional.empty();
        }
        var foreseen = house.rounds().week().foresee(week, now);
        var turns = foreseen.introductions().stream()
                .map(turn -> new Booked(
                        turn,
                        State.PLANNED,
                        now,
                        "Foreseen.",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return Optional.of(view(house, week, foreseen.plan(), turns, now));
    }

    private static WeekView view(House house, WeekOf week, Journal.Plan plan, List<Booked> turns, Instant now) {
        var zone = house.settings().circle().zone();
        var roster = house.circle().roster(now);
        var stopped = house.circle().stopped(now);
        var dealt = house.books().journal().plan(week.name()).isPresent();
        var today = now.atZone(zone).toLocalDate();
        var days = IntStream.range(0, 7)
                .mapToObj(week.monday()::plusDays)
                .map(date -> new Day(
                        date,
                        voices(plan.days(), date.getDayOfWeek()).stream()
                                .filter(voice -> date.isBefore(today)
                                        || (roster.member(voice)
                                                        .filter(Week::isVoice)
                                                        .isPresent()
                                                && !stopped.containsKey(voice)))
                                .toList(),
                        turns.stream()
                                .filter(turn -> turn.turn().day().equals(date))
                                .toList(),
                        expected(house, plan, date, now)))
                .toList();
        var ledger = house.books().ledger();
        var spent = ledger.spentSince(week.begins(zone)).less(ledger.spentSince(week.ends(zone)));
        var over = !week.ends(zone).isAfter(now);
        var reposts = Stream.concat(
                        days.stream().flatMap(day -> day.expected().stream()),
                        turns.stream()
                                .filter(turn -> turn.what().kind() == Kind.REPOST)
                                .map(turn -> 1))
                .mapToInt(count -> count)
                .sum();
        var cost = over
                ? spent
                : new WeekCost(house.books(), house.circle().rulebook().get(), roster, now)
                        .of(
                                turns.stream()
                                        .map(Booked::what)
                                        .filter(what -> what.kind() == Kind.INTRODUCTION)
                                        .toList(),
                                reposts);
        var changes = dealt ? WeekChanges.of(house.books(), roster, stopped, plan, turns) : List.<Change>of();
        return new WeekView(week, plan, dealt, roster, days, line(house, plan, now), changes, spent, cost);
    }

    private static List<Handle> voices(Map<Handle, DayOfWeek> days, DayOfWeek day) {
        return days.entrySet().stream()
                .filter(entry -> entry.getValue() == day)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Optional<Integer> expected(House house, Journal.Plan plan, LocalDate date, Instant now) {
        var zone = house.settings().circle().zone();
        var local = now.atZone(zone);
        var over = date.isBefore(local.toLocalDate())
                || (date.equals(local.toLocalDate()) && !local.toLocalTime().isBefore(Morning.LATEST));
        return over || house.books().journal().isDone(MorningRound.NAME, MorningRound.key(zone, date))
                ? Optional.empty()
                : Optional.ofNullable(plan.expectedReposts().get(date.getDayOfWeek()));
    }

    /** As it was drawn for the week, without those who have left or stopped since. */
    private static List<Handle> line(House house, Journal.Plan plan, Instant now) {
        var subjects = house.rounds().week().subjects(house.circle().roster(now), now).stream()
                .map(member -> member.handle())
                .toList();
        return plan.line().stream().filter(subjects::contains).toList();
    }
}
