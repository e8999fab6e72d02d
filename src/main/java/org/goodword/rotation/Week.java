package org.goodword.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;

/**
 * The week's deal: each voice's day, the introductions (their texts exist), and the line of who is due. Introductions are
 * scarce, because a text is used once: at most a quarter of the unused ones in a week, and at least one.
 */
public final class Week {
    /** A week uses at most one in so many of the texts in store. */
    private static final int SHARE_OF_STORE = 4;

    /** So many lines of a member are kept until she has gone unheard for long: a seldom poster has nothing else. */
    private static final int LAST_LINES = 1;

    private static final double LONG_UNHEARD_WEEKS = 2.5;
    private static final double HOURS_A_WEEK = 168;

    private final Input in;
    private final Permits permits;
    private final Map<Handle, DayOfWeek> days;
    private final List<Introduction> introductions = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private History history;

    private Week(Input in, Permits permits) {
        this.in = in;
        this.permits = permits;
        this.history = in.history();
        this.days = VoiceDays.deal(voices(), in.daysBefore(), quiet(), in.chance());
    }

    /**
     * @param monday the first day of the week that is dealt
     * @param from the first day on which anybody can still be introduced; later than Monday where the week has begun
     * @param words all unused texts whose voice may say them in some way
     * @param daysBefore each voice's day last week
     * @param modes how each voice introduces, the strictest of all that was said
     */
    public record Input(
            LocalDate monday,
            LocalDate from,
            Roster roster,
            List<Line.Place> line,
            List<Introducible> words,
            Map<Handle, Mode> modes,
            Map<Handle, DayOfWeek> daysBefore,
            Set<LocalDate> quietDays,
            ZoneId circleZone,
            History history,
            Chance chance) {}

    /** An introduction with its day; its minute is found on the day's morning. */
    public record Introduction(LocalDate day, Dealt dealt) {}

    /** What the week's deal gave. */
    public record Dealing(Map<Handle, DayOfWeek> days, List<Introduction> introductions, int unusedWords) {}

    public static Dealing deal(Input in, Permits permits) {
        var week = new Week(in, permits);
        week.introduce();
        week.introductions.sort(Comparator.comparing(Introduction::day));
        return new Dealing(
                week.days, List.copyOf(week.introductions), in.words().size());
    }

    private List<Member> voices() {
        return in.roster().members().stream()
                .filter(member -> member.capacity() > 0
                        && (member.consent().introductions() != Mode.OFF
                                || member.consent().reposts() != Mode.OFF))
                .toList();
    }

    private Set<DayOfWeek> quiet() {
        return in.quietDays().stream()
                .filter(day ->
                        !day.isBefore(in.monday()) && day.isBefore(in.monday().plusDays(7)))
                .map(LocalDate::getDayOfWeek)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void introduce() {
        byMembers();
        byTheCircle();
    }

    private void byMembers() {
        var goodWords = in.words().stream()
                .filter(words -> !in.roster().isCircle(words.voice()) && days.containsKey(words.voice()))
                .collect(Collectors.groupingBy(Introducible::subject));
        var most = most(in.words().stream().filter(words -> !in.roster().isCircle(words.voice())));
        for (var place : in.line()) {
            if (introductions.size() >= most) {
                return;
            }
            goodWords.getOrDefault(place.subject().handle(), List.of()).stream()
                    .sorted(Comparator.comparing((Introducible words) -> -fit(words, place.subject()))
                            .thenComparing(words -> in.chance().of("words", words.text())))
                    .filter(words -> !dayOf(words.voice()).isBefore(in.from()))
                    .filter(words -> isFree(words, dayOf(words.voice())))
                    .findFirst()
                    .ifPresent(words -> take(place, words, dayOf(words.voice())));
        }
    }

    private double fit(Introducible words, Member subject) {
        return in.roster()
                .member(words.voice())
                .map(voice -> Worth.fit(in.roster(), voice, subject)
                        + Worth.gap(history, voice.handle(), subject.handle(), noon(in.monday(), voice.handle())))
                .orElse(0.0);
    }

    /**
     * The circle account introduces one member a day: of those who have words left, whoever has gone unheard longest and
     * is most owed. Her last lines are kept for a time when she has nothing else.
     */
    private void byTheCircle() {
        var aboutLines = in.words().stream()
                .filter(words -> in.roster().isCircle(words.voice()))
                .collect(Collectors.groupingBy(Introducible::subject));
        var left = most(aboutLines.values().stream().flatMap(List::stream));
        for (var day = in.monday(); day.isBefore(in.monday().plusDays(7)) && left > 0; day = day.plusDays(1)) {
            if (!day.isBefore(in.from()) && !in.quietDays().contains(day) && circleIntroduces(day, aboutLines)) {
                left--;
            }
        }
    }

    private boolean circleIntroduces(LocalDate day, Map<Handle, List<Introducible>> aboutLines) {
        var noon = noon(day, in.roster().circle().orElseThrow().handle());
        var order = in.line().stream()
                .filter(place -> aboutLines.containsKey(place.subject().handle()))
                .map(place -> new Unheard(place, weeksUnheard(place, noon), introduced(place)))
                .sorted(Comparator.comparing(Unheard::urgency).reversed())
                .toList();
        for (var unheard : order) {
            var place = unheard.place();
            var lines = aboutLines.getOrDefault(place.subject().handle(), List.of()).stream()
                    .filter(line -> !said.contains(line.text()))
                    .toList();
            if (lines.size() > LAST_LINES || unheard.weeks() >= LONG_UNHEARD_WEEKS) {
                var words = lines.stream()
                        .filter(line -> isFree(line, day))
                        .min(Comparator.comparing(line -> in.chance().of("words", line.text())));
                if (words.isPresent()) {
                    take(place, words.get(), day);
                    return true;
                }
            }
        }
        return false;
    }

    private record Unheard(Line.Place place, double weeks, long introduced) {
        double urgency() {
            return place.lag() - introduced + weeks;
        }
    }

    private long introduced(Line.Place place) {
        return history.about(place.subject().handle())
                .filter(spoken -> spoken.turn() == 0)
                .count();
    }

    /** Weeks to the nearest turn about her, past or planned. */
    private double weeksUnheard(Line.Place place, Instant at) {
        var nearest = history.about(place.subject().handle())
                .mapToDouble(spoken -> Duration.between(spoken.at(), at).abs().toHours() / HOURS_A_WEEK)
                .min()
                .orElse(Line.LONGEST_WAIT_WEEKS);
        return Math.min(Line.LONGEST_WAIT_WEEKS, nearest);
    }

    private static int most(Stream<Introducible> store) {
        var texts = (int) store.count();
        return texts == 0 ? 0 : Math.max(1, texts / SHARE_OF_STORE);
    }

    private boolean isFree(Introducible words, LocalDate day) {
        return !said.contains(words.text())
                && permits.first(proposal(words), dayOf(day, words.voice()), history)
                        .isPresent();
    }

    private void take(Line.Place place, Introducible words, LocalDate day) {
        var what = proposal(words);
        said.add(words.text());
        introductions.add(new Introduction(day, new Dealt(what, Why.of(in.roster(), history, what, place))));
        history = history.and(new Spoken(
                0,
                Kind.INTRODUCTION,
                what.voice(),
                in.roster().isCircle(what.voice()),
                what.subject(),
                what.author(),
                Optional.empty(),
                what.words(),
                noon(day, what.voice()),
                false));
    }

    private Proposal proposal(Introducible words) {
        return Proposal.introduction(
                words.voice(),
                words.subject(),
                words.text(),
                words.composed(),
                in.modes().getOrDefault(words.voice(), Mode.OFF));
    }

    private LocalDate dayOf(Handle voice) {
        return in.monday().with(TemporalAdjusters.nextOrSame(days.get(voice)));
    }

    private Window dayOf(LocalDate day, Handle voice) {
        var zone = in.roster().waking(voice).orElseThrow().zone();
        return new Window(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** An instant of that day at which the voice is awake: the middle of its hours. */
    private Instant noon(LocalDate day, Handle voice) {
        var waking = in.roster().waking(voice).orElseThrow();
        var from = day.atTime(waking.from()).atZone(waking.zone()).toInstant();
        var to = day.atTime(waking.to()).atZone(waking.zone()).toInstant();
        return to.isAfter(from) ? from.plus(Duration.between(from, to).dividedBy(2)) : from;
    }
}
