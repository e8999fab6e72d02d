package org.goodword.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.goodword.outbox.State;
import org.goodword.sandbox.town.Books;
import org.goodword.settings.Usd;

/**
 * What a rehearsal came to.
 *
 * @param byState turns by the state they ended in
 * @param usualWay what reading every member's posts of the last thirty days each day would have cost
 * @param townBilled what the town's own till says
 * @param trueLift by how much carried posts were really shown more often, as the town made it
 * @param letter the last letter's page
 * @param lastTurn a turn that can be asked about
 * @param effects what the town recorded, people's own presses included
 */
public record Result(
        int weeks,
        long seed,
        int members,
        Map<State, Integer> byState,
        Audit.Harm harm,
        Usd spent,
        Usd townBilled,
        Usd usualWay,
        int heardEver,
        Duration longestWait,
        double heardPerWeek,
        int carried,
        int leftAlone,
        double trueLift,
        Path letter,
        long lastTurn,
        List<Books.Effect> effects) {
    public Result {
        byState = Map.copyOf(byState);
        effects = List.copyOf(effects);
    }

    public int turns() {
        return byState.values().stream().mapToInt(count -> count).sum();
    }

    public int in(State... states) {
        return List.of(states).stream()
                .mapToInt(state -> byState.getOrDefault(state, 0))
                .sum();
    }
}
