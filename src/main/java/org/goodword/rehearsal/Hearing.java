package org.goodword.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.rounds.WeekOf;

/**
 * How evenly a season's members were heard.
 *
 * @param roster of the members who are still there
 */
record Hearing(List<Booked> turns, Roster roster, WeekOf first, ZoneId zone, int weeks) {

    int everHeard() {
        return (int) sent().map(turn -> turn.what().subject()).distinct().count();
    }

    /** Members spoken up for in a week, on average. */
    double heardPerWeek() {
        return (double) sent().map(turn -> turn.turn().week() + turn.what().subject())
                        .distinct()
                        .count()
                / weeks;
    }

    /** The longest any member went unheard, from the first day of the season to its last. */
    Duration longestWait() {
        return roster.members().stream()
                .map(Member::handle)
                .map(this::longestWait)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Duration longestWait(Handle member) {
        var longest = Duration.ZERO;
        var since = first.begins(zone);
        var end = first.monday().plusWeeks(weeks).atStartOfDay(zone).toInstant();
        var moments = Stream.concat(
                        sent().filter(turn -> turn.what().subject().equals(member))
                                .map(turn -> turn.sentAt().orElseThrow()),
                        Stream.of(end))
                .sorted()
                .toList();
        for (Instant moment : moments) {
            var wait = Duration.between(since, moment);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            since = moment;
        }
        return longest;
    }

    private Stream<Booked> sent() {
        return turns.stream().filter(turn -> turn.state() == State.SENT);
    }
}
