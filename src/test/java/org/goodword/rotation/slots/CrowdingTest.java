package org.goodword.rotation.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.goodword.rotation.History;
import org.goodword.rotation.Window;
import org.junit.jupiter.api.Test;

class CrowdingTest {
    private static final Instant MORNING = Instant.parse("2026-08-31T05:30:00Z");
    private static final Instant NOON = Instant.parse("2026-08-31T11:10:00Z");
    private static final Instant NIGHT = Instant.parse("2026-09-01T01:10:00Z");

    private final Crowding crowding = new Crowding(
            Street.roster("08:00", "20:00", 8),
            new History(List.of()),
            new Window(MORNING, MORNING.plus(Duration.ofHours(36))));

    @Test
    void anHourFillsUpTurnByTurnAndEmptiesAgain() {
        assertThat(crowding.at(NOON)).isZero();

        crowding.add(NOON.plusSeconds(900));
        assertThat(crowding.at(NOON)).isEqualTo(1 / 8.0);

        crowding.add(NOON.plusSeconds(1_800));
        assertThat(crowding.at(NOON)).isEqualTo(2 / 8.0);
        assertThat(crowding.at(NOON.plusSeconds(3_600))).isZero();

        crowding.remove(NOON.plusSeconds(900));
        assertThat(crowding.at(NOON)).isEqualTo(1 / 8.0);
    }

    @Test
    void aTurnAtNightCrowdsMoreThanOneAtNoon() {
        crowding.add(NOON);
        crowding.add(NIGHT);

        assertThat(crowding.at(NIGHT)).isGreaterThan(crowding.at(NOON));
    }
}
