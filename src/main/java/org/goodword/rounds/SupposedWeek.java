package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Rulebook;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Lots;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Deal;
import org.goodword.rotation.morning.Table;
import org.goodword.rotation.slots.Slots;
import org.goodword.rounds.books.Books;

/**
 * A week of mornings played through on supposed posts and answers: members post as often as lately, and of what waits for
 * a yes the usual share goes out.
 */
final class SupposedWeek {
    private final Circle circle;
    private final WeekRound rounds;
    private final Roster roster;
    private final Rulebook rulebook;
    private final Audience audience;
    private final double yes;
    private final Chance chance;
    private final Map<Handle, Integer> made;
    private final Set<Handle> heard = new HashSet<>();
    private History history = new History(List.of());

    SupposedWeek(
            Books books,
            Circle circle,
            WeekRound rounds,
            Roster roster,
            Rulebook rulebook,
            Audience audience,
            double yes,
            Instant now) {
        this.circle = circle;
        this.rounds = rounds;
        this.roster = roster;
        this.rulebook = rulebook;
        this.audience = audience;
        this.yes = yes;
        this.chance = new Chance(circle.settings().plan().seed());
        this.made = books.posts().made(now.minus(WeekCost.FOUR_WEEKS));
    }

    record Played(Set<Handle> heard, History history) {}

    Played play(WeekOf week, Map<Handle, DayOfWeek> days, List<Turn> introductions, History before) {
        history = before;
        for (var date = week.monday(); !date.isAfter(week.sunday()); date = date.plusDays(1)) {
            if (!circle.settings().plan().quietDays().contains(date)) {
                var today = date;
                introductions.stream()
                        .filter(turn -> turn.day().equals(today))
                        .forEach(turn -> answer(turn.what(), today));
                new Calendar(circle)
                        .zones(week.begins(circle.settings().circle().zone()))
                        .forEach(zone -> morning(today, zone, days));
            }
        }
        return new Played(heard, history);
    }

    private void morning(LocalDate date, ZoneId zone, Map<Handle, DayOfWeek> days) {
        var window = Morning.window(date, zone, circle);
        var chairs = new Chairs(roster, rulebook, history, window).of(date, zone, days);
        if (chairs.isEmpty()) {
            return;
        }
        var subjects = rounds.subjects(roster, window.from());
        var table = new Table(
                window,
                roster,
                chairs,
                Line.of(subjects, history, audience, window.from(), chance),
                candidates(date, window, subjects),
                history,
                audience,
                chance);
        Deal.deal(table, rulebook, this::isLeftAlone).forEach(dealt -> answer(dealt.what(), date));
    }

    private boolean isLeftAlone(Candidate candidate) {
        return chance.of("supposed lot", candidate.post().id().value()) < 1.0 / Lots.BLOCK;
    }

    /** Posts of the last two days, as many as each has made lately. */
    private List<Candidate> candidates(LocalDate date, Window window, List<Member> subjects) {
        var oldest = window.from().minus(rulebook.rules().time(Figure.DEAL_HOURS));
        var candidates = new ArrayList<Candidate>();
        for (var subject : subjects) {
            for (var ago = 1; ago <= 2; ago++) {
                var day = date.minusDays(ago);
                IntStream.range(0, posts(subject.handle(), day))
                        .mapToObj(post -> candidate(subject.handle(), day, post))
                        .filter(candidate -> candidate.post().at().isAfter(oldest)
                                && candidate.post().at().isBefore(window.from()))
                        .forEach(candidates::add);
            }
        }
        return candidates;
    }

    private int posts(Handle author, LocalDate day) {
        var aDay = made.isEmpty()
                ? WeekCost.USUAL_POSTS / 7.0
                : made.getOrDefault(author, 0) / (double) WeekCost.FOUR_WEEKS.toDays();
        return (int) (aDay + chance.of("supposed posts", author, day));
    }

    private Candidate candidate(Handle author, LocalDate day, int post) {
        var id = day.toEpochDay() * 1_000_000_000L + chance.below(1_000_000_000, "supposed post", author, day, post);
        var zone = roster.waking(author).orElseThrow().zone();
        var at = day.atStartOfDay(zone)
                .toInstant()
                .plusSeconds(chance.below(86_400, "supposed hour", author, day, post));
        return new Candidate(
                author,
                author,
                new Post(
                        new PostId(Long.toString(id)),
                        author.name(),
                        at,
                        "",
                        true,
                        false,
                        Optional.empty(),
                        Counts.NONE));
    }

    /** What goes out stands in the way of what comes after; what does not leaves no trace. */
    private void answer(Proposal what, LocalDate date) {
        var waking = roster.waking(what.voice()).orElseThrow();
        var window = Morning.window(date, waking.zone(), circle);
        var goesOut = switch (what.mode()) {
            case AUTOMATIC -> true;
            case APPROVE -> chance.of("supposed answer", date, what.voice(), what.subject(), what.kind()) < yes;
            case SUGGEST, OFF -> false;
        };
        if (goesOut) {
            Slots.place(
                            window,
                            window.from().plus(Booking.TIME_TO_ANSWER),
                            waking,
                            chance.of("slot", date, what.voice(), what.subject(), what.kind()),
                            minute -> rulebook.objection(what, minute, history).isEmpty())
                    .ifPresent(minute -> wentOut(what, minute));
        }
    }

    private void wentOut(Proposal what, Instant at) {
        heard.add(what.subject());
        history = history.and(Spoken.of(what, roster, at, true));
    }
}
