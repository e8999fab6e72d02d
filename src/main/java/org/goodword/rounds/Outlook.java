package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goodword.conduct.Facts;
import org.goodword.platform.Handle;
import org.goodword.platform.Purpose;
import org.goodword.platform.Wording;
import org.goodword.roster.Roster;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.Turn;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.week.Week;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;
import org.goodword.settings.Usd;

/**
 * What the coming weeks would bring, dealt one after the other by the books as they stand, under a supposition or none.
 * Changes nothing. The first week is as it would be dealt now; from the second on, and for whoever is heard, it is an
 * estimate: posts that nobody has made yet are supposed to come as lately, and answers as usual. The same chance is used
 * under any supposition, so that two outlooks differ by it alone.
 */
public final class Outlook {
    /** Before a week begins, it is dealt. */
    private static final Duration BEFORE_IT_BEGINS = Duration.ofHours(6);

    private final Books books;
    private final Circle circle;
    private final WeekRound rounds;
    private final Instant now;
    private final Audience audience;
    private final Facts facts;
    private final Set<String> used = new HashSet<>();
    private History history;
    private Map<Handle, DayOfWeek> days;

    private Outlook(House house, Circle circle, WeekOf first, Instant now) {
        this.books = house.books();
        this.circle = circle;
        this.rounds = new WeekRound(books, circle, house.platform());
        this.now = now;
        this.audience = rounds.audience(now);
        this.facts = new Remembered(books, circle).factsOnceResumed(circle.roster(now), now, Purpose.ASKING);
        this.history = facts.history();
        this.days =
                books.journal().planBefore(first.name()).map(Journal.Plan::days).orElse(Map.of());
    }

    /**
     * One week of it.
     *
     * @param days each voice's day
     * @param reposts the whole number below those to expect, as {@code plan} has it
     * @param heard who would be spoken up for
     * @param cost about what it comes to
     */
    public record Coming(
            WeekOf week, Map<Handle, DayOfWeek> days, int introductions, int reposts, Set<Handle> heard, Usd cost) {
        public Coming {
            days = Map.copyOf(days);
            heard = Set.copyOf(heard);
        }
    }

    /** The same weeks without the supposition and with it. */
    public record Compared(List<Coming> without, List<Coming> with) {
        public Compared {
            without = List.copyOf(without);
            with = List.copyOf(with);
        }
    }

    /** The next weeks that are not dealt yet. */
    public static Compared compare(House house, Supposition supposition, int weeks, Instant now) {
        var asItIs = house.circle();
        var supposed = new Circle(
                asItIs.settings(), at -> supposition.in(asItIs.standings().at(at)), asItIs.rulebook(), asItIs.words());
        var first = firstUndealt(house, now);
        return new Compared(
                new Outlook(house, asItIs, first, now).weeks(first, weeks),
                new Outlook(house, supposed, first, now).weeks(first, weeks));
    }

    private static WeekOf firstUndealt(House house, Instant now) {
        var week = WeekOf.date(now.atZone(house.settings().circle().zone()).toLocalDate())
                .next();
        while (house.books().journal().plan(week.name()).isPresent()) {
            week = week.next();
        }
        return week;
    }

    private List<Coming> weeks(WeekOf first, int weeks) {
        var coming = new ArrayList<Coming>();
        var week = first;
        for (var one = 0; one < weeks; one++) {
            coming.add(week(week));
            week = week.next();
        }
        return coming;
    }

    private Coming week(WeekOf week) {
        var before = week.begins(circle.settings().circle().zone()).minus(BEFORE_IT_BEGINS);
        var at = before.isBefore(now) ? now : before;
        var roster = circle.roster(at);
        var rulebook = circle.rulebook().get().with(at(at, roster));
        var input = input(rounds.input(week, roster, rulebook, now), roster, at);
        var dealing = Week.deal(input, rulebook);
        days = dealing.days();
        var introductions = dealing.introductions().stream()
                .map(one -> rounds.planned(week, one, roster))
                .toList();
        introductions.forEach(
                turn -> used.add(Wording.composed(turn.what().words().orElseThrow())));
        var expectation = new ExpectedReposts(books, roster, rulebook, rounds.subjects(roster, at), now);
        var reposts = expectation.of(days, introductions, input.quiet()).values().stream()
                .mapToInt(count -> count)
                .sum();
        var played = new SupposedWeek(
                        books, circle, rounds, roster, rulebook, audience, expectation.shareThatWentOut(), now)
                .play(week, days, introductions, history);
        history = played.history();
        return new Coming(
                week,
                new TreeMap<>(voices(roster, at)),
                introductions.size(),
                reposts,
                new TreeSet<>(played.heard()),
                new WeekCost(books, rulebook, roster, now)
                        .of(introductions.stream().map(Turn::what).toList(), reposts));
    }

    private Map<Handle, DayOfWeek> voices(Roster roster, Instant at) {
        var stopped = circle.stopped(at);
        return days.entrySet().stream()
                .filter(entry -> !stopped.containsKey(entry.getKey())
                        && roster.member(entry.getKey()).isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Facts at(Instant at, Roster roster) {
        return new Facts(
                roster,
                history,
                circle.stopped(at),
                facts.refusals(),
                facts.originals(),
                facts.said(),
                facts.gone(),
                facts.marked(),
                facts.edited(),
                facts.quietDays(),
                facts.circleZone(),
                false,
                facts.budgetObjection(),
                facts.writes());
    }

    /** What the books give, but for what was supposed to happen in the weeks before. */
    private Week.Input input(Week.Input asItIs, Roster roster, Instant at) {
        var chance = new Chance(circle.settings().plan().seed());
        return new Week.Input(
                asItIs.monday(),
                asItIs.from(),
                roster,
                Line.of(rounds.subjects(roster, at), history, audience, at, chance),
                asItIs.words().stream()
                        .filter(words -> !used.contains(Wording.composed(words.text())))
                        .toList(),
                asItIs.modes(),
                days,
                asItIs.quietDays(),
                asItIs.circleZone(),
                history,
                audience,
                chance);
    }
}
