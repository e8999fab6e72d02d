package org.goodword.rotation;

import java.util.List;
import java.util.Map;
import org.goodword.platform.Handle;
import org.goodword.rotation.morning.Draw;
import org.goodword.rotation.morning.Table;

/** The greedy deal with an {@link Outlook} renewed each morning: what is much dearer today than another day is kept. */
final class OutlookDeal {
    /** Measured: 2 to 4 are alike, less gives up turns. */
    private static final double MOST_REGRET = 3;

    private OutlookDeal() {}

    static List<Dealt> deal(Table table, Permits permits, Draw draw) {
        var regrets = new Outlook(table, (voice, subject) -> canBeToday(table, voice, subject)).regrets();
        return GreedyDeal.deal(table, permits, draw, (voice, subject) -> taste(regrets, voice, subject));
    }

    private static double taste(Map<Handle, Map<Handle, Double>> regrets, Handle voice, Handle subject) {
        var regret = regrets.getOrDefault(voice, Map.of()).getOrDefault(subject, 0.0);
        return regret > MOST_REGRET ? Double.NEGATIVE_INFINITY : -regret;
    }

    /** Whoever is not at the table has her day later this week. */
    private static boolean canBeToday(Table table, Handle voice, Handle subject) {
        return table.chairs().stream().noneMatch(chair -> chair.voice().equals(voice))
                || table.candidates().stream()
                        .anyMatch(candidate -> candidate.subject().equals(subject));
    }
}
