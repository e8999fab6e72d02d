package org.goodword.rotation.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.line.Line;

/**
 * A week dealt again in its midst, after somebody joined, left, paused, came back or agreed to something else, or the
 * organiser struck a turn. What was sent, asked or approved stays, and so does all else that may: a planned introduction
 * falls away only where a rule about who may speak for whom forbids it by now. Whoever lost one so, and whoever has joined
 * since, may be given another text on a day that is left. Where the circle's account has no such day for a newcomer, the one
 * it was to introduce who is owed least gives way, unless the organiser pinned that turn. Dealt twice, nothing more changes.
 */
public final class Redeal {
    private final Week.Input in;
    private final Running running;
    private final Permits who;
    private final Map<Handle, DayOfWeek> days;
    private final Introducing introducing;
    private final List<Standing> standing;
    private final List<Withdrawal> withdrawn = new ArrayList<>();
    private final List<Addition> added = new ArrayList<>();
    private final Set<Handle> lost;

    private Redeal(Week.Input in, Running running, Permits permits, Permits who) {
        this.in = in;
        this.running = running;
        this.who = who;
        this.days = VoiceDays.again(in.voices(), running.days(), in.quiet(), this::isOpen, in.chance());
        this.introducing = new Introducing(in, permits);
        this.standing = new ArrayList<>(running.introductions());
        this.lost = new HashSet<>(running.lost());
    }

    /**
     * The week as it stands.
     *
     * @param days each voice's day
     * @param line who was in line when the week was dealt
     * @param introductions those of this week that are planned, under way or out
     * @param lost whose introduction of this week fell away before anybody was asked, or was struck by the organiser
     * @param opens each voice's first day that is still to be dealt
     */
    public record Running(
            Map<Handle, DayOfWeek> days,
            Set<Handle> line,
            List<Standing> introductions,
            Set<Handle> lost,
            Function<Handle, LocalDate> opens) {
        public Running {
            days = Map.copyOf(days);
            line = Set.copyOf(line);
            introductions = List.copyOf(introductions);
            lost = Set.copyOf(lost);
        }
    }

    /**
     * An introduction that stands.
     *
     * @param planned nobody was asked yet; otherwise it is out of reach
     * @param pinned the organiser wants it kept
     */
    public record Standing(long turn, LocalDate day, Proposal what, boolean planned, boolean pinned) {}

    /** @param why a sentence */
    public record Withdrawal(long turn, String why) {}

    /** @param why a sentence */
    public record Addition(Week.Introduction introduction, String why) {}

    /**
     * What changes.
     *
     * @param days each voice's day from now on
     */
    public record Changes(Map<Handle, DayOfWeek> days, List<Withdrawal> withdrawn, List<Addition> added) {}

    /**
     * @param permits every rule, for what is added
     * @param who the rules about who may speak for whom and whether the words still stand, whatever else is said: all that
     *     ends a planned turn before its day
     */
    public static Changes deal(Week.Input in, Running running, Permits permits, Permits who) {
        var redeal = new Redeal(in, running, permits, who);
        redeal.withdraw();
        redeal.introduceAgain();
        return new Changes(redeal.days, List.copyOf(redeal.withdrawn), List.copyOf(redeal.added));
    }

    private boolean isOpen(Handle voice, DayOfWeek day) {
        return isOpen(voice, in.date(day));
    }

    private boolean isOpen(Handle voice, LocalDate day) {
        return !day.isBefore(running.opens().apply(voice)) && !in.quietDays().contains(day);
    }

    private void withdraw() {
        for (var one : running.introductions()) {
            if (one.planned()) {
                whyNot(one).ifPresent(why -> withdraw(one, why));
            }
        }
    }

    private Optional<String> whyNot(Standing one) {
        var voice = one.what().voice();
        if (in.roster().waking(voice).isEmpty()) {
            return Optional.of(voice + " is no longer in the roster.");
        }
        return who.objection(one.what(), introducing.noon(one.day(), voice), introducing.history())
                .map(Permits.Objection::sentence);
    }

    private void withdraw(Standing one, String why) {
        withdrawn.add(new Withdrawal(one.turn(), why));
        introducing.without(one.turn());
        standing.remove(one);
        lost.add(one.what().subject());
    }

    /** Newcomers first, then in the order of the line. One who gives way stands behind, and may be given another. */
    private void introduceAgain() {
        for (var place : in.line()) {
            if (hasJoined(place)) {
                introduce(place, place.subject().name() + " has joined since the week was dealt.");
            }
        }
        for (var place : in.line()) {
            if (!hasJoined(place) && lost.contains(place.subject().handle())) {
                introduce(
                        place,
                        "In place of what fell away for " + place.subject().name() + ".");
            }
        }
    }

    private boolean hasJoined(Line.Place place) {
        return place.newcomer() && !running.line().contains(place.subject().handle());
    }

    private void introduce(Line.Place place, String why) {
        if (!isIntroduced(place.subject().handle())) {
            byMember(place)
                    .or(() -> byCircle(place))
                    .or(() -> hasJoined(place) ? byCircleInsteadOfAnother(place) : Optional.empty())
                    .ifPresent(introduction -> added.add(new Addition(introduction, why)));
        }
    }

    private boolean isIntroduced(Handle subject) {
        return Stream.concat(
                        standing.stream().map(Standing::what),
                        added.stream().map(one -> one.introduction().dealt().what()))
                .anyMatch(what -> what.subject().equals(subject));
    }

    private Optional<Week.Introduction> byMember(Line.Place place) {
        var dealt =
                (int) standing.stream().filter(one -> !isByCircle(one.what())).count();
        var more = added.stream()
                .filter(one -> !isByCircle(one.introduction().dealt().what()))
                .count();
        if (dealt + more >= introducing.mostByMembers(dealt)) {
            return Optional.empty();
        }
        return introducing
                .goodWords(place)
                .flatMap(words -> dayOf(words.voice())
                        .filter(day -> introducing.isFree(words, day))
                        .map(day -> introducing.take(place, words, day))
                        .stream())
                .findFirst();
    }

    private Optional<LocalDate> dayOf(Handle voice) {
        return Optional.ofNullable(days.get(voice)).map(in::date).filter(day -> isOpen(voice, day));
    }

    private boolean isByCircle(Proposal what) {
        return in.roster().isCircle(what.voice());
    }

    private Optional<Week.Introduction> byCircle(Line.Place place) {
        var dealt =
                (int) standing.stream().filter(one -> isByCircle(one.what())).count();
        var taken = circlesDays();
        if (in.roster().circle().isEmpty() || taken.size() >= introducing.mostByCircle(dealt)) {
            return Optional.empty();
        }
        var circle = in.roster().circle().get().handle();
        return IntStream.range(0, 7)
                .mapToObj(in.monday()::plusDays)
                .filter(day -> isOpen(circle, day) && !taken.contains(day))
                .flatMap(day -> introducing.line(place, day).stream().map(line -> introducing.take(place, line, day)))
                .findFirst();
    }

    private Set<LocalDate> circlesDays() {
        var taken = new HashSet<LocalDate>();
        standing.stream().filter(one -> isByCircle(one.what())).forEach(one -> taken.add(one.day()));
        added.stream()
                .map(Addition::introduction)
                .filter(one -> isByCircle(one.dealt().what()))
                .forEach(one -> taken.add(one.day()));
        return taken;
    }

    private Optional<Week.Introduction> byCircleInsteadOfAnother(Line.Place newcomer) {
        if (!introducing.hasLines(newcomer.subject().handle())) {
            return Optional.empty();
        }
        var order = in.line().stream().map(place -> place.subject().handle()).toList();
        var givesWay = standing.stream()
                .filter(one -> one.planned() && !one.pinned() && isByCircle(one.what()))
                .filter(one -> isOpen(one.what().voice(), one.day())
                        && !isNew(one.what().subject()))
                .filter(one -> introducing
                        .lineInsteadOf(one.turn(), newcomer, one.day())
                        .isPresent())
                .max(Comparator.comparing(one -> order.indexOf(one.what().subject())));
        givesWay.ifPresent(
                one -> withdraw(one, "It gave way to " + newcomer.subject().name() + ", who has joined since."));
        return givesWay.flatMap(
                one -> introducing.line(newcomer, one.day()).map(line -> introducing.take(newcomer, line, one.day())));
    }

    private boolean isNew(Handle subject) {
        return in.line().stream()
                .anyMatch(place -> place.newcomer() && place.subject().handle().equals(subject));
    }
}
