package org.goodword.rounds;

import java.util.HashSet;
import java.util.List;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.roster.Mode;

/** Checks against the books what the letter promises: nothing went out twice, and nothing without a yes. */
final class Promises {
    private Promises() {}

    static boolean kept(Turns turns, List<Booked> ofWeek) {
        var said = new HashSet<String>();
        return ofWeek.stream()
                .filter(turn -> turn.state() == State.SENT)
                .allMatch(turn -> said.add(whatItSaid(turn)) && hadItsYes(turns, turn));
    }

    private static String whatItSaid(Booked turn) {
        var what = turn.what();
        return what.words()
                .orElseGet(() -> what.voice() + " " + what.post().orElseThrow().id());
    }

    private static boolean hadItsYes(Turns turns, Booked turn) {
        return turn.what().mode() != Mode.APPROVE
                || turns.story(turn.id()).stream().anyMatch(step -> step.to() == State.APPROVED);
    }
}
