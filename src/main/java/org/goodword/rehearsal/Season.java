package org.goodword.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goodword.outbox.State;
import org.goodword.rounds.Calendar;
import org.goodword.rounds.CatchUp;
import org.goodword.rounds.House;
import org.goodword.rounds.WeekOf;
import org.goodword.settings.Usd;

/**
 * So many weeks on a simulated clock, which jumps to the next instant at which anything is due. Begins with the week's deal
 * on the Sunday before; after the last week it deals nothing more, settles everything, and writes the last letter.
 */
final class Season {
    /** Settling takes two days at most (the last windows), and some more where answers were lost. */
    private static final Duration LONGEST_SETTLING = Duration.ofDays(10);

    private final House house;
    private final People people;
    private final SimulatedClock clock;
    private final Progress progress;
    private final Calendar calendar;
    private final CatchUp catchUp;
    private final LocalDate monday;
    private final int weeks;
    private final ZoneId zone;
    private final Instant start;
    private final Instant end;
    private final Map<ZoneId, Instant> mornings =
            new TreeMap<>((a, b) -> a.getId().compareTo(b.getId()));
    private Instant nextWeek;
    private Instant nextLetter;
    private Instant nextReading;
    private int daysDone;

    Season(House house, People people, SimulatedClock clock, Progress progress, LocalDate monday, int weeks) {
        this.house = house;
        this.people = people;
        this.clock = clock;
        this.progress = progress;
        this.calendar = new Calendar(house.circle());
        this.catchUp = new CatchUp(house.circle(), house.rounds());
        this.monday = monday;
        this.weeks = weeks;
        this.zone = house.settings().circle().zone();
        this.end = monday.plusWeeks(weeks).atStartOfDay(zone).toInstant();
        this.start = clock.instant();
        this.nextWeek = start;
        this.nextLetter = calendar.nextLetter(start.plus(Duration.ofDays(1)));
        this.nextReading = calendar.nextReading(start);
        calendar.zones(start).forEach(one -> mornings.put(one, calendar.nextMorning(one, start)));
    }

    void run() {
        while (!isOver()) {
            clock.jumpTo(next());
            step(clock.instant());
        }
        house.rounds().letter().run(clock.instant());
        tell(WeekOf.date(monday).monday().plusWeeks(weeks - 1L));
    }

    private boolean isOver() {
        var now = clock.instant();
        if (now.isAfter(end.plus(LONGEST_SETTLING))) {
            throw new IllegalStateException("a rehearsal does not settle: " + open());
        }
        // a letter about the last week is written in the week after it
        return !now.isBefore(end) && open().isEmpty();
    }

    private List<Long> open() {
        return house.books().turns().in(State.OPEN).stream()
                .map(turn -> turn.id())
                .toList();
    }

    private Instant next() {
        var now = clock.instant();
        var dispatch = calendar.nextDispatch(house.books())
                .map(due -> due.isAfter(now)
                        ? ceiling(due)
                        : now.plus(house.settings().plan().dispatchEvery()));
        var season = now.isBefore(end)
                ? Stream.of(nextWeek, nextReading, nextLetter, firstMorning(), end)
                : Stream.of(nextReading);
        return Stream.concat(
                        season,
                        Stream.of(people.next(), dispatch, unfinished(now)).flatMap(Optional::stream))
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** While something is due and not finished, each minute may be the one in which it goes on. */
    private Optional<Instant> unfinished(Instant now) {
        // nothing was begun yet at the start
        return now.isAfter(start)
                ? catchUp.next(now, what -> mayGoOn(what, now)).map(Season::ceiling)
                : Optional.empty();
    }

    private boolean mayGoOn(CatchUp.What what, Instant now) {
        return switch (what) {
            case READING -> true;
            case WEEK -> dealsAnother(now);
            case ACCOUNTS, MORNING, LETTER -> now.isBefore(end);
        };
    }

    /** The Sunday of the last week deals no other. */
    private boolean dealsAnother(Instant now) {
        return now.plus(Duration.ofDays(1)).isBefore(end);
    }

    /** The dispatcher looks once a minute. */
    private static Instant ceiling(Instant at) {
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
    }

    private Instant firstMorning() {
        return mornings.values().stream().min(Instant::compareTo).orElse(end);
    }

    private void step(Instant now) {
        people.act(now);
        if (!now.isBefore(nextReading)) {
            nextReading = calendar.nextReading(now);
            house.rounds().sample().run(now);
            progress.day(Math.min(++daysDone, weeks * 7), weeks * 7);
        }
        if (now.isBefore(end)) {
            dealAndWrite(now);
        }
        catchUp.parts(now).stream().filter(part -> mayGoOn(part.what(), now)).forEach(part -> part.goOn(now));
        house.rounds().dispatch().run(now);
        house.rounds().leaving().run(now);
    }

    private void dealAndWrite(Instant now) {
        if (!now.isBefore(nextWeek)) {
            nextWeek = calendar.nextWeek(now);
            if (dealsAnother(now)) {
                house.rounds().week().run(now);
            }
        }
        mornings.replaceAll((place, due) -> {
            if (now.isBefore(due)) {
                return due;
            }
            house.rounds().morning().run(place, now);
            return calendar.nextMorning(place, now);
        });
        if (!now.isBefore(nextLetter)) {
            nextLetter = calendar.nextLetter(now);
            house.rounds().letter().run(now);
            tell(WeekOf.date(now.atZone(zone).toLocalDate()).before().monday());
        }
    }

    private void tell(LocalDate week) {
        var letter = house.rounds().letter().letter(WeekOf.date(week), clock.instant());
        var turns = house.books().turns().ofWeek(letter.week());
        var notSent = turns.stream()
                .filter(turn -> turn.state() != State.SENT && !State.OPEN.contains(turn.state()))
                .count();
        var begin = week.atStartOfDay(zone).toInstant();
        var cost = house.books()
                .ledger()
                .spentSince(begin)
                .less(house.books()
                        .ledger()
                        .spentSince(week.plusWeeks(1).atStartOfDay(zone).toInstant()));
        progress.week(new Progress.WeekTold(
                letter.week(),
                letter.summary().turns(),
                (int) notSent,
                letter.summary().membersHeard(),
                letter.summary().shownSoFar(),
                new Usd(cost.milli()),
                new ArrayList<>(people.remarks())));
    }
}
