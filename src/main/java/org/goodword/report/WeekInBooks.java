package org.goodword.report;

import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.reach.WeeklyReach;
import org.goodword.settings.Usd;

/**
 * One week as the books have it.
 *
 * @param week ISO week, as {@code 2026-W36}
 * @param turns every turn that was dealt to it, however it ended
 * @param reach of the posts that its turns made or carried
 */
public record WeekInBooks(String week, List<Booked> turns, WeeklyReach reach, Usd spent) {
    public WeekInBooks {
        turns = List.copyOf(turns);
    }

    public List<Booked> sent() {
        return turns.stream().filter(turn -> turn.state() == State.SENT).toList();
    }

    public List<Booked> open() {
        return turns.stream().filter(turn -> State.OPEN.contains(turn.state())).toList();
    }

    /** Who was spoken up for. */
    public List<Handle> heard() {
        return sent().stream()
                .map(turn -> turn.what().subject())
                .distinct()
                .sorted()
                .toList();
    }

    /** The posts that its turns made or carried. */
    public static List<PostId> posts(List<Booked> turns) {
        return turns.stream()
                .filter(turn -> turn.state() == State.SENT)
                .map(Booked::made)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
