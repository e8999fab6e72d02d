package org.goodword.conduct;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.conduct.Verdict.Refused;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.rotation.Spoken;

/** How often, how far apart, and at what hours. */
final class TimeChecks {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int DAYS_TO_LOOK_AHEAD = 35;
    private static final int GAPS_TO_LOOK_AHEAD = 96;

    private TimeChecks() {}

    static Verdict fewVoices(Case c) {
        if (!c.isRepost()) {
            return Verdict.ALLOWED;
        }
        var post = c.what().post().orElseThrow();
        var carried = c.facts()
                .history()
                .of(post.id())
                .filter(turn -> turn.kind() == Kind.REPOST && c.counts(turn))
                .toList();
        var alike =
                carried.stream().filter(turn -> turn.byCircle() == c.byCircle()).count();
        var most = c.rules().count(c.byCircle() ? Figure.CIRCLE_VOICES : Figure.MEMBER_VOICES);
        if (alike >= most) {
            return new Refused("few-voices", "this post of " + c.name(c.what().author()) + " has a voice already");
        }
        var gap = c.rules().time(Figure.VOICES_APART_HOURS);
        return c.from(
                Optional.of(Sliding.nextApart(times(carried.stream()), c.at(), gap)),
                "few-voices",
                "another voice carries this post within " + gap.toHours() + " h of this");
    }

    static Verdict pace(Case c) {
        var verdicts = Stream.concat(c.byCircle() ? circlePace(c) : memberPace(c), subjectPace(c).stream());
        return verdicts.filter(verdict -> verdict != Verdict.ALLOWED)
                .findFirst()
                .orElse(Verdict.ALLOWED);
    }

    private static Stream<Verdict> memberPace(Case c) {
        return Stream.of(turnsAWeek(c), asksAWeek(c), introductions(c), turnsApart(c));
    }

    private static Verdict turnsAWeek(Case c) {
        var most = Math.min(
                c.rules().count(Figure.TURNS_A_WEEK),
                c.voice().map(voice -> voice.capacity()).orElse(0));
        return c.from(
                Sliding.next(times(c.by(c.what().voice())), c.at(), WEEK, most),
                "pace",
                c.voiceName() + " speaks " + times(most) + " a week at most");
    }

    private static Verdict asksAWeek(Case c) {
        if (c.moment() != Moment.PLANNING || c.what().mode() != Mode.APPROVE) {
            return Verdict.ALLOWED;
        }
        var most = c.rules().count(Figure.ASKS_A_WEEK);
        var asked = c.by(c.what().voice()).filter(turn -> isAsked(c, turn.kind()));
        return c.from(
                Sliding.next(times(asked), c.at(), WEEK, most),
                "pace",
                c.voiceName() + " is asked " + times(most) + " a week at most");
    }

    private static boolean isAsked(Case c, Kind kind) {
        return c.voice()
                .map(voice -> voice.mode(kind).stricter(c.rules().loosest(kind, false)) == Mode.APPROVE)
                .orElse(false);
    }

    private static Verdict introductions(Case c) {
        if (c.isRepost()) {
            return Verdict.ALLOWED;
        }
        var gap = c.rules().time(Figure.INTRODUCTION_DAYS);
        var others = c.by(c.what().voice()).filter(turn -> turn.kind() == Kind.INTRODUCTION);
        return c.from(
                Optional.of(Sliding.nextApart(times(others), c.at(), gap)),
                "pace",
                c.voiceName() + " introduces somebody once in " + gap.toDays() + " days at most");
    }

    private static Verdict turnsApart(Case c) {
        var gap = c.rules().time(Figure.TURNS_APART_HOURS);
        return c.from(
                Optional.of(Sliding.nextApart(times(c.by(c.what().voice())), c.at(), gap)),
                "pace",
                c.voiceName() + " speaks within " + gap.toHours() + " h of this already");
    }

    private static Stream<Verdict> circlePace(Case c) {
        var most = c.rules().count(c.isRepost() ? Figure.CIRCLE_REPOSTS_A_DAY : Figure.CIRCLE_INTRODUCTIONS_A_DAY);
        var others = c.by(c.what().voice())
                .filter(turn -> turn.kind() == c.what().kind())
                .map(turn -> day(c, turn.at()))
                .toList();
        var reason = c.voiceName() + " " + c.what().kind().verb() + " " + times(most) + " a day at most";
        return Stream.of(c.from(most < 1 ? Optional.empty() : Optional.of(freeDay(c, others, most)), "pace", reason));
    }

    private static Instant freeDay(Case c, List<LocalDate> taken, int most) {
        var day = day(c, c.at());
        while (full(taken, day, most)) {
            day = day.plusDays(1);
        }
        return day.equals(day(c, c.at()))
                ? c.at()
                : day.atStartOfDay(c.facts().circleZone()).toInstant();
    }

    private static boolean full(List<LocalDate> taken, LocalDate day, int most) {
        return taken.stream().filter(day::equals).count() >= most;
    }

    private static LocalDate day(Case c, Instant at) {
        return at.atZone(c.facts().circleZone()).toLocalDate();
    }

    private static Optional<Verdict> subjectPace(Case c) {
        if (!c.isRepost()) {
            return Optional.empty();
        }
        var gap = c.rules().time(c.byCircle() ? Figure.CARRIED_BY_CIRCLE_DAYS : Figure.CARRIED_DAYS);
        var others = c.about(c.what().subject())
                .filter(turn -> turn.kind() == Kind.REPOST && turn.byCircle() == c.byCircle());
        return Optional.of(c.from(
                Optional.of(Sliding.nextApart(times(others), c.at(), gap)),
                "pace",
                c.subjectName() + " is carried by " + (c.byCircle() ? "the circle account" : "a member") + " once in "
                        + gap.toDays() + " days at most"));
    }

    static Verdict hours(Case c) {
        return c.from(
                firstOpen(c),
                "hours",
                isQuiet(c, c.at())
                        ? day(c, c.at()) + " is a quiet day"
                        : "it is outside the waking hours of " + c.voiceName());
    }

    private static boolean isQuiet(Case c, Instant at) {
        return c.facts().quietDays().contains(day(c, at));
    }

    /** Hours open where the voice's own begin, or where a day does: its own or, after a quiet one, the circle's. */
    private static Optional<Instant> firstOpen(Case c) {
        var waking = c.roster().waking(c.what().voice());
        if (waking.isEmpty()) {
            return Optional.empty();
        }
        var hours = waking.get();
        var today = c.at().atZone(hours.zone()).toLocalDate();
        var starts = Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
                .limit(DAYS_TO_LOOK_AHEAD)
                .flatMap(day -> Stream.of(
                        day.atTime(hours.from()).atZone(hours.zone()).toInstant(),
                        day.atStartOfDay(hours.zone()).toInstant(),
                        day.atStartOfDay(c.facts().circleZone()).toInstant()));
        // an hour that a change of the clocks skips opens at the change
        var change = Optional.ofNullable(hours.zone().getRules().nextTransition(c.at()))
                .map(ZoneOffsetTransition::getInstant);
        var later =
                Stream.concat(starts, change.stream()).filter(c.at()::isBefore).sorted();
        return Stream.concat(Stream.of(c.at()), later)
                .filter(at -> hours.allows(at) && !isQuiet(c, at))
                .findFirst();
    }

    static Verdict spacing(Case c) {
        var gap = c.rules().spacing(c.roster().members().size());
        var turns = c.around(gap.multipliedBy(GAPS_TO_LOOK_AHEAD)).stream().map(Spoken::at);
        var writes = Stream.concat(turns, c.facts().writes().stream())
                .filter(c.at().minus(gap)::isBefore)
                .sorted()
                .toList();
        return c.from(
                Optional.of(Sliding.nextApart(writes, c.at(), gap)),
                "spacing",
                "another post of the circle goes out within " + inWords(gap) + " of this");
    }

    /** Rounded up, so that what is said is true; in seconds where minutes would be too coarse. */
    private static String inWords(Duration gap) {
        var seconds = gap.plusSeconds(1).minusNanos(1).toSeconds();
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    static Verdict share(Case c) {
        if (c.byCircle()) {
            return Verdict.ALLOWED;
        }
        var most = Math.max(c.rules().count(Figure.ALWAYS_ALLOWED), shareOf(c));
        var window = c.rules().time(Figure.COUNTED_DAYS);
        return c.from(
                Sliding.next(times(c.by(c.what().voice())), c.at(), window, most),
                "share",
                "by what " + c.voiceName() + " posts itself, it speaks for others " + times(most) + " in "
                        + window.toDays() + " days at most");
    }

    /** The most turns that are no more than the allowed part of turns and own posts together. */
    private static int shareOf(Case c) {
        var part = c.rules().number(Figure.PART_OF_POSTS);
        var own = c.facts().originals().getOrDefault(c.what().voice(), 0);
        return part.multiply(BigDecimal.valueOf(own))
                .divideToIntegralValue(BigDecimal.ONE.subtract(part))
                .intValueExact();
    }

    static List<Instant> times(Stream<Spoken> turns) {
        return turns.map(Spoken::at).sorted().toList();
    }

    private static String times(int most) {
        return switch (most) {
            case 0 -> "not at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> most + " times";
        };
    }
}
