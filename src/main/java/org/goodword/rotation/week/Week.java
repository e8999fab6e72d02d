package org.goodword.rotation.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.Dealt;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.line.Line;

/**
 * The week's deal: each voice's day, the introductions (their texts exist), and the line of who is due. Introductions are
 * scarce, because a text is used once: at most a quarter of the unused ones in a week, and at least one.
 */
public final class Week {
    private final Input in;
    private final Map<Handle, DayOfWeek> days;
    private final Introducing introducing;

    private Week(Input in, Permits permits) {
        this.in = in;
        this.days = VoiceDays.deal(in.voices(), in.daysBefore(), in.quiet(), in.chance());
        this.introducing = new Introducing(in, permits);
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
            Audience audience,
            Chance chance) {

        List<Member> voices() {
            return roster.members().stream().filter(Week::isVoice).toList();
        }

        /** The weekdays of this week on which nothing goes out. */
        public Set<DayOfWeek> quiet() {
            return quietDays.stream()
                    .filter(day -> !day.isBefore(monday) && day.isBefore(monday.plusDays(7)))
                    .map(LocalDate::getDayOfWeek)
                    .collect(Collectors.toUnmodifiableSet());
        }

        LocalDate date(DayOfWeek day) {
            return monday.with(TemporalAdjusters.nextOrSame(day));
        }
    }

    /** An introduction with its day; its minute is found on the day's morning. */
    public record Introduction(LocalDate day, Dealt dealt) {}

    /** What the week's deal gave. */
    public record Dealing(Map<Handle, DayOfWeek> days, List<Introduction> introductions, int unusedWords) {}

    public static Dealing deal(Input in, Permits permits) {
        var week = new Week(in, permits);
        week.byMembers();
        week.byTheCircle();
        return new Dealing(week.days, week.introducing.taken(), in.words().size());
    }

    /** Whether she speaks for others at all, and so has a day. */
    public static boolean isVoice(Member member) {
        return member.capacity() > 0
                && (member.consent().introductions() != Mode.OFF
                        || member.consent().reposts() != Mode.OFF);
    }

    private void byMembers() {
        var left = introducing.mostByMembers(0);
        for (var place : in.line()) {
            if (left == 0) {
                return;
            }
            var words = introducing
                    .goodWords(place)
                    .filter(one -> days.containsKey(one.voice()))
                    .filter(one -> !dayOf(one.voice()).isBefore(in.from()))
                    .filter(one -> introducing.isFree(one, dayOf(one.voice())))
                    .findFirst();
            if (words.isPresent()) {
                introducing.take(place, words.get(), dayOf(words.get().voice()));
                left--;
            }
        }
    }

    /**
     * The circle account introduces one member a day: of those who have words left, whoever has gone unheard longest and
     * is most owed.
     */
    private void byTheCircle() {
        var left = introducing.mostByCircle(0);
        for (var day = in.monday(); day.isBefore(in.monday().plusDays(7)) && left > 0; day = day.plusDays(1)) {
            if (!day.isBefore(in.from()) && !in.quietDays().contains(day) && circleIntroduces(day)) {
                left--;
            }
        }
    }

    private boolean circleIntroduces(LocalDate day) {
        var order = in.line().stream()
                .filter(place -> introducing.hasLines(place.subject().handle()))
                .map(place -> new Unheard(place, urgency(place, day)))
                .sorted(Comparator.comparing(Unheard::urgency).reversed())
                .map(Unheard::place)
                .toList();
        for (var place : order) {
            var line = introducing.line(place, day);
            if (line.isPresent()) {
                introducing.take(place, line.get(), day);
                return true;
            }
        }
        return false;
    }

    private record Unheard(Line.Place place, double urgency) {}

    private double urgency(Line.Place place, LocalDate day) {
        return place.lag() - introduced(place) + introducing.weeksUnheard(place, day);
    }

    private long introduced(Line.Place place) {
        return introducing
                .history()
                .about(place.subject().handle())
                .filter(spoken -> spoken.turn() == 0)
                .count();
    }

    private LocalDate dayOf(Handle voice) {
        return in.monday().with(TemporalAdjusters.nextOrSame(days.get(voice)));
    }
}
