package org.goodword.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.goodword.roster.Roster;
import org.goodword.sandbox.town.Resident;

/** The people of a town that is made from a roster: its members, and the circle's own account. */
public final class Residents {
    /** The town is there before the circle, so that its members have posts behind them. */
    public static final Duration TOWN_OLDER = Duration.ofDays(28);

    /** The circle account has an audience from the start, and posts nothing by itself. */
    private static final int CIRCLE_FOLLOWERS = 600;

    private static final double NEARLY_SILENT = 0.01;

    private Residents() {}

    public static List<Resident> of(Roster roster) {
        var residents = new ArrayList<Resident>();
        for (var member : roster.members()) {
            residents.add(new Resident(
                    member.handle().name(),
                    member.name(),
                    member.trade(),
                    0,
                    0,
                    member.waking().zone(),
                    NewWords.posts(member.handle())));
        }
        roster.circle()
                .ifPresent(account -> residents.add(new Resident(
                        account.handle().name(),
                        account.name(),
                        "association",
                        CIRCLE_FOLLOWERS,
                        NEARLY_SILENT,
                        account.waking().zone(),
                        List.of("We are the traders of the town."))));
        return residents;
    }
}
