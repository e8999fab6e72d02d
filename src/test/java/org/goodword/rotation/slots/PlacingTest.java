package org.goodword.rotation.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacingTest {
    private static final Instant MORNING = Instant.parse("2026-09-15T06:30:00Z");
    private static final Window DAY = new Window(MORNING, MORNING.plus(Duration.ofHours(17)));
    private static final Duration APART = Duration.ofMinutes(45);

    /** Any two turns are three quarters of an hour apart. */
    private static final Permits SPACED = (what, at, history) -> history.all().stream()
                    .allMatch(other -> Duration.between(other.at(), at).abs().compareTo(APART) >= 0)
            ? Optional.empty()
            : Optional.of(new Permits.Objection("spacing", "too near another", Optional.empty()));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Placing placing(Roster roster) {
        return new Placing(SPACED, roster, new History(List.of()), DAY);
    }

    private static Placing.Wish wish(int voice, double aim) {
        return new Placing.Wish(Street.says(voice, voice + 1), DAY, MORNING, aim);
    }

    private static Waking hours(int minute, int minutes) {
        var from = LocalTime.of(7, 0).plusMinutes(minute);
        return new Waking(
                ZoneOffset.UTC,
                from,
                from.plusMinutes(minutes),
                Street.hours("08:00", "20:00").days());
    }

    @Test
    void theTurnWithTheFewestMinutesChoosesFirst() {
        var roster = Street.roster(List.of(Street.hours("08:00", "20:00"), Street.hours("11:00", "11:01")));
        var free = wish(0, 0.25);
        var tight = wish(1, 0.5);

        var minutes = placing(roster).place(List.of(free, tight));

        assertThat(minutes).containsEntry(tight, Instant.parse("2026-09-15T11:00:00Z"));
        assertThat(Duration.between(minutes.get(free), minutes.get(tight)).abs())
                .isGreaterThanOrEqualTo(APART);
    }

    @Test
    void whereNoMinuteIsLeftOneTurnInTheWayMoves() {
        // 7:15 to 7:25 at its end, 8:45 to 10:05 at its beginning: between the two no minute is left from 8 to 9:30
        var roster = Street.roster(List.of(hours(15, 10), hours(105, 80), hours(60, 90)));
        var early = wish(0, 0.999);
        var inTheWay = wish(1, 0);
        var late = wish(2, 0.5);
        var day = new Window(MORNING.minus(Duration.ofHours(1)), DAY.until());
        var alone = new Placing(SPACED, roster, new History(List.of()), day).place(List.of(early, inTheWay));

        var all = new Placing(SPACED, roster, new History(List.of()), day).place(List.of(early, inTheWay, late));

        assertThat(alone).containsEntry(inTheWay, Instant.parse("2026-09-15T08:45:00Z"));
        assertThat(all).hasSize(3).containsEntry(early, Instant.parse("2026-09-15T07:24:00Z"));
        assertThat(all.get(inTheWay)).isNotEqualTo(alone.get(inTheWay));
        assertThat(areApart(all)).isTrue();
    }

    @Test
    void twoTurnsOfOneVoiceShareADayThatIsJustLongEnoughForBoth() {
        var roster = Street.roster("08:00", "17:30", 1);
        Permits sixHours = (what, at, history) -> history.all().stream()
                        .allMatch(
                                other -> Duration.between(other.at(), at).abs().toHours() >= 6)
                ? Optional.empty()
                : Optional.of(new Permits.Objection("pace", "too near another", Optional.empty()));

        for (var aim = 0.0; aim < 1; aim += 0.05) {
            var one = new Placing.Wish(Street.says(0, 1), DAY, MORNING, aim);
            var other = new Placing.Wish(Street.says(0, 2), DAY, MORNING, 1 - aim / 2 - 0.01);

            var minutes = new Placing(sixHours, roster, new History(List.of()), DAY).place(List.of(one, other));

            assertThat(minutes).as("aim %.2f", aim).hasSize(2);
        }
    }

    @Test
    void aTurnThatStoodBeforeThisMorningStaysWhereItIs() {
        var roster = Street.roster(List.of(Street.hours("08:00", "08:30"), Street.hours("08:00", "20:00")));
        var first = new Placing(SPACED, roster, new History(List.of()), DAY);
        first.place(List.of(wish(0, 0)));

        var second = new Placing(SPACED, roster, first.history(), DAY);
        var minutes = second.place(List.of(new Placing.Wish(Street.says(0, 2), DAY, MORNING, 0.5), wish(1, 0)));

        assertThat(minutes).hasSize(1);
        assertThat(second.history().all())
                .hasSize(2)
                .anyMatch(spoken -> spoken.at().equals(Instant.parse("2026-09-15T08:00:00Z")));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFullMorningKeepsItsHoursItsSpacingAndItsHistory(long seed) {
        var dice = new SplittableRandom(seed);
        var houses = 6 + dice.nextInt(8);
        var hours = IntStream.range(0, houses)
                .mapToObj(house -> hours(dice.nextInt(400), 30 + dice.nextInt(200)))
                .toList();
        var roster = Street.roster(hours);
        var wishes = IntStream.range(0, houses)
                .mapToObj(house -> wish(house, dice.nextDouble()))
                .toList();

        var placing = placing(roster);
        var minutes = placing.place(wishes);

        assertThat(areApart(minutes)).isTrue();
        minutes.forEach((wish, at) -> assertThat(
                        roster.waking(wish.what().voice()).orElseThrow().allows(at))
                .isTrue());
        assertThat(new HashSet<>(placing.history().all().stream()
                        .map(spoken -> spoken.at())
                        .toList()))
                .isEqualTo(new HashSet<>(minutes.values()));
    }

    private static int withoutMoving(List<Placing.Wish> wishes, Roster roster) {
        var history = new History(List.of());
        var placed = 0;
        for (var wish : wishes) {
            var one = new Placing(SPACED, roster, history, DAY);
            placed += one.place(List.of(wish)).size();
            history = one.history();
        }
        return placed;
    }

    @Test
    void thoseThatMoveBringInTurnsThatWouldOtherwiseBeLost() {
        var moved = 0;
        var without = 0;
        for (var seed = 1L; seed <= 60; seed++) {
            var dice = new SplittableRandom(seed);
            var roster = Street.roster(IntStream.range(0, 10)
                    .mapToObj(house -> hours(dice.nextInt(300), 120))
                    .toList());
            var wishes = IntStream.range(0, 10)
                    .mapToObj(house -> wish(house, dice.nextDouble()))
                    .toList();
            moved += placing(roster).place(wishes).size();
            without += withoutMoving(wishes, roster);
        }

        assertThat(moved).isGreaterThan(without);
    }

    private static boolean areApart(Map<Placing.Wish, Instant> minutes) {
        var inOrder = new ArrayList<>(minutes.values());
        inOrder.sort(null);
        return IntStream.range(1, inOrder.size())
                .allMatch(next -> Duration.between(inOrder.get(next - 1), inOrder.get(next))
                                .compareTo(APART)
                        >= 0);
    }
}
