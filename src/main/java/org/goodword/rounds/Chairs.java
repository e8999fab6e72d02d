package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Rulebook;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Window;
import org.goodword.rotation.morning.Chair;

/**
 * Who sits at the table of a morning, with how many places.
 *
 * @param history what was sent and what is open; an ask that is open takes one of its voice's places
 */
record Chairs(Roster roster, Rulebook rulebook, History history, Window window) {

    /** The voices of that zone whose day it is, and the circle account in its own. */
    List<Chair> of(LocalDate date, ZoneId zone, Map<Handle, DayOfWeek> days) {
        var chairs = new ArrayList<Chair>();
        for (var member : roster.members()) {
            var today = days.get(member.handle()) == date.getDayOfWeek();
            if (today && member.waking().zone().equals(zone)) {
                chair(member.handle(), Math.min(member.capacity(), asks())).ifPresent(chairs::add);
            }
        }
        roster.circle()
                .filter(account -> account.waking().zone().equals(zone))
                .flatMap(account -> chair(account.handle(), rulebook.rules().count(Figure.CIRCLE_REPOSTS_A_DAY)))
                .ifPresent(chairs::add);
        return chairs;
    }

    private int asks() {
        return rulebook.rules().count(Figure.ASKS_A_WEEK);
    }

    private Optional<Chair> chair(Handle voice, int most) {
        var mode = rulebook.mode(roster, voice, Kind.REPOST);
        var today = history.by(voice)
                .filter(spoken -> !spoken.sent() && window.contains(spoken.at()))
                .count();
        var circleAccount = roster.isCircle(voice);
        var places = circleAccount ? most : (int) Math.max(0, most - today);
        return mode == Mode.OFF || places == 0
                ? Optional.empty()
                : Optional.of(new Chair(voice, circleAccount, places, mode));
    }
}
