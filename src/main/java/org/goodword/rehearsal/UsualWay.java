package org.goodword.rehearsal;

import java.time.Duration;
import java.time.Instant;
import org.goodword.roster.Roster;
import org.goodword.sandbox.town.Town;
import org.goodword.settings.Usd;

/** What it would have cost to read every member's posts of the last thirty days once a day, as trackers usually do. */
record UsualWay(Town town, Roster roster, Instant end) {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    /** X's price of a post that is read, autumn 2026. */
    private static final Usd A_POST = new Usd(5);

    Usd cost(int weeks) {
        var cost = Usd.ZERO;
        for (var member : roster.members()) {
            for (var post : town.timeline(member.handle().name(), end)) {
                cost = cost.plus(A_POST.times(timesRead(post.at(), weeks)));
            }
        }
        return cost;
    }

    /** On so many days of the season the post was at most thirty days old. */
    private long timesRead(Instant made, int weeks) {
        var begin = end.minus(Duration.ofDays(weeks * 7L));
        var from = made.isAfter(begin) ? made : begin;
        var until = made.plus(LOOKED_BACK).isBefore(end) ? made.plus(LOOKED_BACK) : end;
        return Math.max(0, Duration.between(from, until).toDays());
    }
}
