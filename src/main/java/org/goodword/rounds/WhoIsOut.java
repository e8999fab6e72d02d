package org.goodword.rounds;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.goodword.platform.Handle;
import org.goodword.rounds.books.Books;

/** Everybody who is stopped, paused or resting: since when, why, and the one thing that helps. */
public final class WhoIsOut {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private WhoIsOut() {}

    /**
     * One who is out.
     *
     * @param why with the day since which it is so, to go on after a name
     * @param help what ends it; a command where one does
     */
    public record Out(Handle who, String why, String help) {}

    /** In the order of their handles. */
    public static List<Out> of(Books books, Circle circle, Instant now) {
        var zone = circle.settings().circle().zone();
        var out = new ArrayList<Out>();
        new TreeMap<>(circle.stopped(now)).forEach((who, why) -> out.add(new Out(who, why, help(books, who, why))));
        Rests.of(books, circle.rulebook().get().rules(), now)
                .forEach((who, rest) -> out.add(new Out(
                        who,
                        "rests since " + day(rest.since(), zone) + ": X turned it away over several members",
                        "each morning one turn tries whether it is over; look at the account on X")));
        return List.copyOf(out);
    }

    /** A pause ends when its member says so; what the platform did is found out anew, by a sign-in or by looking. */
    private static String help(Books books, Handle who, String why) {
        if (!books.registry().isTurnedAway(who)) {
            return "goodword members resume " + who;
        }
        return why.contains("members sign-in")
                ? "goodword members sign-in " + who
                : "Look at the account on X; once X takes it again it goes on by itself";
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
