package org.goodword.roster;

import java.util.Set;

/** An area of {@code config/areas.yaml} and the areas it borders on. */
public record Area(String name, Set<String> neighbours) {
    public Area {
        neighbours = Set.copyOf(neighbours);
    }
}
