package org.goodword.rotation.week;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.goodword.roster.Mode;
import org.goodword.rotation.Dealt;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Window;
import org.goodword.rotation.line.Evening;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.line.Why;
import org.goodword.rotation.line.Worth;

/** Introductions being dealt to days, from the words in store. Each one taken stands in the way of the next. */
final class Introducing {
    /** A week uses at most one in so many of the texts in store. */
    private static final int SHARE_OF_STORE = 4;

    /** A member's last line is kept until she has gone unheard for so long: a seldom poster has nothing else. */
    private static final double LAST_LINE_WEEKS = 2.5;

    /** The same of the line before her last. */
    private static final double LAST_BUT_ONE_WEEKS = 1.0;

    private final Week.Input in;
    private final Permits permits;
    private final Evening evening;
    private final Map<Handle, List<Introducible>> goodWords;
    private final Map<Handle, List<Introducible>> aboutLines;
    private final List<Week.Introduction> taken = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private History history;

    Introducing(Week.Input in, Permits permits) {
        this.in = in;
        this.permits = permits;
        this.evening = new Evening(in.roster(), in.line(), in.audience());
        this.history = in.history();
        this.goodWords = in.words().stream()
                .filter(words -> !isByCircle(words))
                .collect(Collectors.groupingBy(Introducible::subject));
        this.aboutLines =
                in.words().stream().filter(this::isByCircle).collect(Collectors.groupingBy(Introducible::subject));
    }

    private boolean isByCircle(Introducible words) {
        return in.roster().isCircle(words.voice());
    }

    History history() {
        return history;
    }

    List<Week.Introduction> taken() {
        return taken.stream()
                .sorted(Comparator.comparing(Week.Introduction::day))
                .toList();
    }

    /** A turn that no longer stands is no longer in the way. */
    void without(long turn) {
        history = history.without(turn);
    }

    /** How many texts a week may use of what members say of one another, so many of them having been dealt to it already. */
    int mostByMembers(int dealt) {
        return most(goodWords, dealt);
    }

    /** The same of what the circle's account may say. */
    int mostByCircle(int dealt) {
        return most(aboutLines, dealt);
    }

    private static int most(Map<Handle, List<Introducible>> store, int dealt) {
        var texts = dealt + store.values().stream().mapToInt(List::size).sum();
        return texts == 0 ? 0 : Math.max(1, texts / SHARE_OF_STORE);
    }

    boolean hasLines(Handle subject) {
        return aboutLines.containsKey(subject);
    }

    /** What members may say of her, the voice that suits her best first, but for pairs better kept for the other way round. */
    Stream<Introducible> goodWords(Line.Place place) {
        return goodWords.getOrDefault(place.subject().handle(), List.of()).stream()
                .filter(words -> !evening.isBetterTurnedRound(words.voice(), place))
                .sorted(Comparator.comparing((Introducible words) -> -worth(words, place))
                        .thenComparing(words -> in.chance().of("words", words.text())));
    }

    private double worth(Introducible words, Line.Place place) {
        var voice = words.voice();
        return Worth.together(in.roster(), history, voice, place.subject(), noon(in.monday(), voice))
                + evening.of(voice, place);
    }

    /** What the circle's account may say of her on that day; her last lines are kept for a time when she has nothing else. */
    Optional<Introducible> line(Line.Place place, LocalDate day) {
        var lines = aboutLines.getOrDefault(place.subject().handle(), List.of()).stream()
                .filter(line -> !said.contains(line.text()))
                .toList();
        var kept = weeksUnheard(place, day) < keptWeeks(lines.size());
        return kept
                ? Optional.empty()
                : lines.stream()
                        .filter(line -> isFree(line, day))
                        .min(Comparator.comparing(line -> in.chance().of("words", line.text())));
    }

    private static double keptWeeks(int lines) {
        return switch (lines) {
            case 1 -> LAST_LINE_WEEKS;
            case 2 -> LAST_BUT_ONE_WEEKS;
            default -> 0;
        };
    }

    /** The same if that turn did not stand. */
    Optional<Introducible> lineInsteadOf(long turn, Line.Place place, LocalDate day) {
        var asItIs = history;
        history = asItIs.without(turn);
        var line = line(place, day);
        history = asItIs;
        return line;
    }

    /** Weeks to the nearest turn about her, past or planned. */
    double weeksUnheard(Line.Place place, LocalDate day) {
        var at = noon(day, in.roster().circle().orElseThrow().handle());
        return Line.weeks(history.about(place.subject().handle())
                .map(spoken -> Duration.between(spoken.at(), at).abs())
                .min(Comparator.naturalOrder()));
    }

    boolean isFree(Introducible words, LocalDate day) {
        return !said.contains(words.text())
                && permits.first(proposal(words), whole(day, words.voice()), history)
                        .isPresent();
    }

    Week.Introduction take(Line.Place place, Introducible words, LocalDate day) {
        var what = proposal(words);
        var introduction = new Week.Introduction(day, new Dealt(what, Why.of(in.roster(), history, what, place)));
        said.add(words.text());
        taken.add(introduction);
        history = history.and(Spoken.of(what, in.roster(), noon(day, what.voice()), false));
        return introduction;
    }

    private Proposal proposal(Introducible words) {
        return Proposal.introduction(
                words.voice(),
                words.subject(),
                words.text(),
                words.composed(),
                in.modes().getOrDefault(words.voice(), Mode.OFF));
    }

    private Window whole(LocalDate day, Handle voice) {
        var zone = in.roster().waking(voice).orElseThrow().zone();
        return new Window(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** An instant of that day at which the voice is awake: the middle of its hours. */
    Instant noon(LocalDate day, Handle voice) {
        var waking = in.roster().waking(voice).orElseThrow();
        var from = day.atTime(waking.from()).atZone(waking.zone()).toInstant();
        var to = day.atTime(waking.to()).atZone(waking.zone()).toInstant();
        return to.isAfter(from) ? from.plus(Duration.between(from, to).dividedBy(2)) : from;
    }
}
