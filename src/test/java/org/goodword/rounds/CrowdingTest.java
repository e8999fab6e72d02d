package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.MONDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.goodword.rotation.History;
import org.goodword.rotation.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdingTest {
    private static final Instant NOON = Instant.parse("2026-08-31T11:10:00Z");
    private static final Instant NIGHT = Instant.parse("2026-09-01T01:10:00Z");

    @TempDir
    Path home;

    @Test
    void anHourFillsUpMinuteByMinute() {
        try (var village = new Village(home)) {
            var window = new Window(MONDAY, MONDAY.plus(Duration.ofHours(36)));
            var crowding = new Crowding(village.circle.roster(MONDAY), new History(List.of()), window);
            assertThat(crowding.at(NOON)).isZero();

            crowding.add(NOON.plusSeconds(900));
            var one = crowding.at(NOON);
            crowding.add(NOON.plusSeconds(1_800));

            assertThat(one).isBetween(0.01, 0.2);
            assertThat(crowding.at(NOON)).isEqualTo(2 * one);
            assertThat(crowding.at(NOON.plusSeconds(3_600))).isZero();
        }
    }

    @Test
    void aTurnAtNightCrowdsMoreThanOneAtNoon() {
        try (var village = new Village(home)) {
            var window = new Window(MONDAY, MONDAY.plus(Duration.ofHours(36)));
            var crowding = new Crowding(village.circle.roster(MONDAY), new History(List.of()), window);
            crowding.add(NOON);
            crowding.add(NIGHT);

            assertThat(crowding.at(NIGHT)).isGreaterThan(crowding.at(NOON));
        }
    }
}
