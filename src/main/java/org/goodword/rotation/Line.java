package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;

/**
 * The line of who is due. Over thirteen weeks what went out is shared out like water, equally up to each one's
 * {@code want}; who got less than that stands further forward. It is the organiser's book-keeping about who has gone
 * unheard: never a balance, never earned by speaking, unchanged by a no.
 */
public final class Line {
    /** Over how long a stretch fairness is sought. */
    public static final Duration HORIZON = Duration.ofDays(91);

    /** A newcomer comes first within her first fortnight: the circle's welcome. */
    public static final Duration WELCOME = Duration.ofDays(14);

    private Line() {}

    /**
     * One place in the line.
     *
     * @param lag turns she is behind (above 0) or ahead of (below 0) an equal share, in turns and in reach, half each
     * @param reachLag the same in what was seen alone, in turns of the mean voice
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
        boolean isAhead(Instant now) {
            return !newcomer && lag + weeksUnheard(now) < 0;
        }

        private double weeksUnheard(Instant now) {
            var weeks = lastHeard.map(last -> Duration.between(last, now).toHours() / HOURS_A_WEEK);
            return Math.min(LONGEST_WAIT_WEEKS, weeks.orElse(LONGEST_WAIT_WEEKS));
        }
    }

    static final double HOURS_A_WEEK = 168;
    static final double LONGEST_WAIT_WEEKS = 13;

    /** Measured over years of 10, 24 and 40 members: more leaves members unheard, less leaves turns uneven. */
    private static final double BEHIND = 0.3;

    private static final double BEFORE_ALL = 1000;

    /** The members who may be spoken for, most owed first; ties by longest unheard, then by a hash of the seed. */
    public static List<Place> of(
            List<Member> subjects, History history, Audience audience, Instant now, Chance chance) {
        var from = now.minus(HORIZON);
        var mean = subjects.stream()
                .mapToDouble(member -> audience.of(member.handle()))
                .average()
                .orElse(1);
        var received = new HashMap<Handle, Received>();
        for (var subject : subjects) {
            received.put(subject.handle(), received(subject, history, audience, from, mean));
        }
        var entitled = shares(
                subjects, received.values().stream().mapToDouble(Received::half).sum(), now);
        var seen = received.values().stream().mapToDouble(Received::reach).sum()
                / Math.max(
                        1e-9,
                        received.values().stream().mapToDouble(Received::half).sum());
        var places = new ArrayList<Place>();
        for (var subject : subjects) {
            var share = entitled.getOrDefault(subject.handle(), 0.0);
            var got = received.getOrDefault(subject.handle(), Received.NOTHING);
            var heard = history.lastHeard(subject.handle());
            places.add(new Place(
                    subject,
                    share - got.half(),
                    share * seen - got.reach(),
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

    /** What came to a member: turns, and what they were expected to be shown, in turns of the mean voice. */
    private record Received(double turns, double reach) {
        static final Received NOTHING = new Received(0, 0);

        double half() {
            return 0.5 * turns + 0.5 * reach;
        }
    }

    private static Received received(Member subject, History history, Audience audience, Instant from, double mean) {
        var lately = history.about(subject.handle())
                .filter(spoken -> spoken.at().isAfter(from))
                .toList();
        return new Received(
                lately.size(),
                lately.stream()
                        .mapToDouble(spoken -> audience.of(spoken.voice()) / mean)
                        .sum());
    }

    private static boolean isNew(Member subject, Instant now) {
        return joined(subject).plus(WELCOME).isAfter(now);
    }

    private static Instant joined(Member subject) {
        return subject.consent().since().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Water-filling: equal shares, each up to what the member wants for the time she has been here. */
    private static Map<Handle, Double> shares(List<Member> subjects, double total, Instant now) {
        var caps = new HashMap<Handle, Double>();
        for (var subject : subjects) {
            var here = Duration.between(joined(subject), now);
            var weeks = Math.max(1, Math.min(here.toDays(), HORIZON.toDays()) / 7.0);
            caps.put(subject.handle(), subject.want() * weeks);
        }
        var level =
                WaterFill.level(caps.values().stream().mapToDouble(cap -> cap).toArray(), total);
        var shares = new HashMap<Handle, Double>();
        caps.forEach((handle, cap) -> shares.put(handle, Math.min(cap, level)));
        return shares;
    }
}
