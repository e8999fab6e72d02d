package org.goodword.roster;

import java.util.Set;

/**
 * A trade of {@code config/trades.yaml}.
 *
 * @param complements trades whose customers are often the same, in another moment
 * @param rivals trades that compete with this one wherever they are
 */
public record Trade(String name, String industry, Set<String> complements, Set<String> rivals) {
    public Trade {
        complements = Set.copyOf(complements);
        rivals = Set.copyOf(rivals);
    }
}
