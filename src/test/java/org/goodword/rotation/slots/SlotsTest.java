package org.goodword.rotation.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.goodword.roster.Waking;
import org.goodword.rotation.Chance;
import org.goodword.rotation.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlotsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Window window(Instant from, int hours) {
        return new Window(from, from.plus(Duration.ofHours(hours)));
    }

    private static Waking hours(String from, String to) {
        return new Waking(LONDON, LocalTime.parse(from), LocalTime.parse(to), DAILY);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSlotIsAWholeMinuteInsideWindowAndHours(long seed) {
        var dice = new SplittableRandom(seed);
        var start = Instant.parse("2026-03-20T00:00:00Z").plusSeconds(dice.nextInt(40_000_000));
        var window = window(start, 1 + dice.nextInt(36));
        var from = start.plusSeconds(dice.nextInt(7200) - 3600);
        var waking =
                new Waking(LONDON, LocalTime.of(dice.nextInt(24), 0), LocalTime.of(dice.nextInt(24), 30), days(dice));

        var slot = Slots.place(window, from, waking, dice.nextDouble(), minute -> true);

        assertThat(slot.stream()).allSatisfy(minute -> {
            assertThat(window.contains(minute)).isTrue();
            assertThat(minute.isBefore(from)).isFalse();
            assertThat(waking.allows(minute)).isTrue();
            assertThat(minute).isEqualTo(minute.truncatedTo(ChronoUnit.MINUTES));
        });
    }

    private static Set<DayOfWeek> days(SplittableRandom dice) {
        var days = EnumSet.of(DayOfWeek.of(1 + dice.nextInt(7)));
        days.add(DayOfWeek.of(1 + dice.nextInt(7)));
        return days;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void turnsKeepTheirSpacing(long seed) {
        var dice = new SplittableRandom(seed);
        var window = window(Instant.parse("2026-09-15T05:30:00Z"), 36);
        var gap = Duration.ofMinutes(45);
        var taken = new ArrayList<Instant>();
        IntStream.range(0, 12)
                .forEach(turn -> Slots.place(
                                window,
                                window.from(),
                                hours("08:00", "20:00"),
                                dice.nextDouble(),
                                minute -> isApart(taken, minute, gap))
                        .ifPresent(taken::add));

        assertThat(taken).hasSize(12);
        assertThat(taken)
                .allMatch(minute -> taken.stream()
                        .filter(other -> !other.equals(minute))
                        .allMatch(other -> Duration.between(minute, other).abs().compareTo(gap) >= 0));
        assertThat(taken).doesNotHaveDuplicates();
    }

    private static boolean isApart(List<Instant> taken, Instant minute, Duration gap) {
        return taken.stream()
                .allMatch(other -> Duration.between(minute, other).abs().compareTo(gap) >= 0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-10-25, 25", "2027-03-28, 23", "2026-10-26, 24"})
    void aWholeDayHasTheHoursItHas(LocalDate day, int hours) {
        var midnight = day.atStartOfDay(LONDON).toInstant();
        var window = new Window(midnight, day.plusDays(1).atStartOfDay(LONDON).toInstant());
        var minutes = new ArrayList<Instant>();

        Slots.place(window, midnight, hours("00:00", "00:00"), 0, minute -> {
            minutes.add(minute);
            return false;
        });

        assertThat(minutes.stream().distinct()).hasSize(hours * 60);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "2026-10-25, 01:15, 01:45",
        "2027-03-28, 00:30, 02:30",
        "2026-10-24, 08:00, 19:00",
        "2026-10-25, 08:00, 19:00",
        "2027-03-27, 22:00, 03:00",
        "2027-03-28, 08:00, 19:00"
    })
    void acrossAChangeOfTheClocksSlotsStayInsideLocalHours(LocalDate day, String from, String to) {
        var window = new Window(
                day.atStartOfDay(LONDON).toInstant(),
                day.plusDays(2).atStartOfDay(LONDON).toInstant());
        var waking = hours(from, to);

        var slots = IntStream.range(0, 500)
                .mapToObj(step -> Slots.place(window, window.from(), waking, step / 500.0, minute -> true))
                .flatMap(Optional::stream)
                .toList();

        assertThat(slots).hasSize(500).allMatch(waking::allows).allMatch(window::contains);
    }

    @Test
    void hoursThatTheSpringSkipsGiveNoSlot() {
        var day = LocalDate.parse("2027-03-28");
        var window = new Window(
                day.atStartOfDay(LONDON).toInstant(),
                day.plusDays(1).atStartOfDay(LONDON).toInstant());

        assertThat(Slots.place(window, window.from(), hours("01:05", "01:55"), 0.5, minute -> true))
                .isEmpty();
    }

    @Test
    void theAimSpreadsSlotsOverTheDay() {
        var window = window(Instant.parse("2026-09-15T07:00:00Z"), 12);
        var chance = new Chance(3);

        var hours = IntStream.range(0, 400)
                .mapToObj(turn -> Slots.place(
                                window, window.from(), hours("08:00", "20:00"), chance.of("slot", turn), minute -> true)
                        .orElseThrow())
                .map(slot -> slot.truncatedTo(ChronoUnit.HOURS))
                .distinct();

        assertThat(hours).hasSize(12);
    }

    @Test
    void ofAFewMinutesThatWillDoTheLeastCrowdedIsTaken() {
        var window = window(Instant.parse("2026-09-15T07:00:00Z"), 12);
        var anywhere = Slots.place(window, window.from(), hours("08:00", "20:00"), 0.3, minute -> true)
                .orElseThrow();

        var elsewhere = Slots.of(
                        Slots.minutes(window, window.from(), hours("08:00", "20:00")),
                        0.3,
                        minute -> true,
                        minute -> minute.equals(anywhere) ? 1 : 0)
                .orElseThrow();

        assertThat(elsewhere).isNotEqualTo(anywhere);
        assertThat(window.contains(elsewhere)).isTrue();
    }

    @Test
    void theOnlyMinuteLeftIsFound() {
        var window = window(Instant.parse("2026-09-15T07:00:00Z"), 30);
        var only = Instant.parse("2026-09-15T16:43:00Z");

        assertThat(Slots.place(window, window.from(), hours("08:00", "20:00"), 0.1, only::equals))
                .contains(only);
    }

    @Test
    void aLateYesGetsTheNextMinuteThatWillDo() {
        var window = window(Instant.parse("2026-09-15T05:30:00Z"), 36);
        var evening = Instant.parse("2026-09-15T18:30:30Z");

        assertThat(Slots.next(window, evening, hours("08:00", "20:00"), minute -> true))
                .contains(Instant.parse("2026-09-15T18:31:00Z"));
        assertThat(Slots.next(window, evening, hours("08:00", "19:00"), minute -> true))
                .contains(Instant.parse("2026-09-16T07:00:00Z"));
        assertThat(Slots.next(window, window.until(), hours("08:00", "20:00"), minute -> true))
                .isEmpty();
    }

    /** A turn of one voice at a minute. */
    private record Placed(int voice, Instant at) {}

    @Test
    void aThousandDaysKeepEverySpacingAndNoHourIsCrowded() {
        var zones = List.of("Europe/London", "Europe/Berlin", "America/New_York");
        var voices = IntStream.range(0, 24)
                .mapToObj(voice -> new Waking(
                        ZoneId.of(zones.get(voice % 3)), LocalTime.of(7 + voice % 3, 0), LocalTime.of(20, 0), DAILY))
                .toList();
        var dice = new SplittableRandom(11);
        var placed = new ArrayList<Placed>();
        var left = 0;

        for (var day = LocalDate.parse("2026-01-01");
                day.isBefore(LocalDate.parse("2028-09-27"));
                day = day.plusDays(1)) {
            for (var turn = 0; turn < 5; turn++) {
                var voice = (int) ((day.toEpochDay() * 5 + turn) % voices.size());
                var morning = day.atTime(6, 30).atZone(voices.get(voice).zone()).toInstant();
                var lately = placed.subList(Math.max(0, placed.size() - 40), placed.size());
                var slot = Slots.place(
                        window(morning, 36),
                        morning,
                        voices.get(voice),
                        dice.nextDouble(),
                        minute -> keepsSpacing(lately, voice, minute));
                slot.ifPresent(minute -> placed.add(new Placed(voice, minute)));
                left += slot.isEmpty() ? 1 : 0;
            }
        }

        var inOrder = placed.stream().map(Placed::at).sorted().toList();
        assertThat(left).isZero();
        assertThat(IntStream.range(1, inOrder.size()))
                .allMatch(next -> !Duration.between(inOrder.get(next - 1), inOrder.get(next))
                        .minusMinutes(45)
                        .isNegative());
        assertThat(crowding(placed, voices)).isLessThan(1.5);
    }

    private static boolean keepsSpacing(List<Placed> lately, int voice, Instant minute) {
        return lately.stream().allMatch(other -> {
            var apart = Duration.between(other.at(), minute).abs();
            return apart.toMinutes() >= 45 && (other.voice() != voice || apart.toHours() >= 6);
        });
    }

    /** The fullest hour of the day, beside what it would hold if turns followed the voices that are awake. */
    private static double crowding(List<Placed> placed, List<Waking> voices) {
        var turns = new double[24];
        var awake = new double[24];
        placed.forEach(one -> turns[hour(one.at())]++);
        for (var at = Instant.parse("2026-01-01T00:30:00Z");
                at.isBefore(Instant.parse("2028-09-27T00:00:00Z"));
                at = at.plus(Duration.ofHours(1))) {
            var instant = at;
            awake[hour(at)] +=
                    voices.stream().filter(voice -> voice.allows(instant)).count();
        }
        var all = Arrays.stream(awake).sum();
        return IntStream.range(0, 24)
                .filter(hour -> awake[hour] > 0)
                .mapToDouble(hour -> turns[hour] / placed.size() / (awake[hour] / all))
                .max()
                .orElse(0);
    }

    private static int hour(Instant at) {
        return (int) (at.getEpochSecond() / 3600 % 24);
    }
}
