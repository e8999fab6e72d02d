package org.goodword.rotation.line;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.goodword.roster.Member;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;

/**
 * The line of who is due. Over thirteen weeks what went out is shared out like water, equally up to each one's
 * {@code want}; who got less than that stands further forward. It is the organiser's book-keeping about who has gone
 * unheard: never a balance, never earned by speaking, unchanged by a no.
 */
public final class Line {
    /** Over how long a stretch fairness is sought. */
    public static final Duration HORIZON = Duration.ofDays(91);

    /**
     * Over how long what was seen is evened out. Six weeks even out sooner, thirty-nine what would otherwise stay uneven for
     * good: measured, the three together do better than any one.
     */
    private static final List<Duration> STRETCHES = List.of(Duration.ofDays(42), HORIZON, Duration.ofDays(273));

    /** Measured with the weight that evenness has in {@link Evening}. */
    private static final double HALF = 0.5;

    /** A newcomer comes first within her first fortnight: the circle's welcome. */
    public static final Duration WELCOME = Duration.ofDays(14);

    private Line() {}

    /**
     * One place in the line.
     *
     * @param lag turns she is behind (above 0) or ahead of (below 0) an equal share, in turns and in reach, half each
     * @param reachLag the same in what was seen alone, over six, thirteen and thirty-nine weeks: half of the three
     *     together, in turns of the mean voice
     * @param newcomer joined within the last fortnight and not heard yet
     */
    public record Place(Member subject, double lag, double reachLag, Optional<Instant> lastHeard, boolean newcomer) {

        /**
         * In which order a morning serves those who have something to carry: by the square of the weeks without being
         * heard, and a little by what they are behind, in turns; newcomers before all. A member who seldom posts so does
         * not wait for another post of hers because others were a little further behind that day.
         */
        double urgency(Instant now) {
            return (newcomer ? BEFORE_ALL : BEHIND * lag) + weeksUnheard(now) * weeksUnheard(now);
        }

        /** Ahead of her share by more turns than she has waited weeks. */
        public boolean isAhead(Instant now) {
            return !newcomer && lag + weeksUnheard(now) < 0;
        }

        private double weeksUnheard(Instant now) {
            return weeks(lastHeard.map(last -> Duration.between(last, now)));
        }
    }

    private static final double HOURS_A_WEEK = 168;
    private static final double LONGEST_WAIT_WEEKS = 13;

    /** Measured over years of 10, 24 and 40 members: more leaves members unheard, less leaves turns uneven. */
    private static final double BEHIND = 0.3;

    private static final double BEFORE_ALL = 1000;

    /** The members who may be spoken for, most owed first; ties by longest unheard, then by a hash of the seed. */
    public static List<Place> of(
            List<Member> subjects, History history, Audience audience, Instant now, Chance chance) {
        var mean = audience.mean(subjects);
        var stretches = STRETCHES.stream()
                .map(stretch -> Share.of(subjects, history, audience, mean, stretch, now))
                .toList();
        var quarter = stretches.get(STRETCHES.indexOf(HORIZON));
        var places = new ArrayList<Place>();
        for (var subject : subjects) {
            var behind = stretches.stream()
                    .mapToDouble(share -> share.reachLag(subject.handle()))
                    .sum();
            var heard = history.lastHeard(subject.handle());
            places.add(new Place(
                    subject,
                    quarter.lag(subject.handle()),
                    HALF * behind,
                    heard,
                    heard.isEmpty() && isNew(subject, now)));
        }
        places.sort(Comparator.comparing(Place::newcomer)
                .reversed()
                .thenComparing(Place::lag, Comparator.reverseOrder())
                .thenComparing(place -> place.lastHeard().orElse(Instant.MIN))
                .thenComparing(place -> chance.of("line", now, place.subject().handle())));
        return List.copyOf(places);
    }

    /** The line in the order in which the mornings from then on serve it: whoever has gone unheard longest first. */
    public static List<Place> asServed(List<Place> line, Instant now) {
        return line.stream()
                .sorted(Comparator.comparing((Place place) -> place.urgency(now))
                        .reversed())
                .toList();
    }

    /** How many weeks of silence count: thirteen at most, and where she was not heard at all. */
    public static double weeks(Optional<Duration> unheard) {
        return unheard.map(silence -> Math.min(LONGEST_WAIT_WEEKS, silence.toHours() / HOURS_A_WEEK))
                .orElse(LONGEST_WAIT_WEEKS);
    }

    private static boolean isNew(Member subject, Instant now) {
        return joined(subject).plus(WELCOME).isAfter(now);
    }

    static Instant joined(Member subject) {
        return subject.consent().since().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
