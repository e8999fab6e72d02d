package org.goodword.rotation.week;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rotation.Towns.member;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.goodword.roster.Member;
import org.goodword.rotation.Chance;
import org.goodword.rotation.Towns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceDaysTest {
    private static final Set<DayOfWeek> NO_QUIET_DAYS = Set.of();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Member working(String name, DayOfWeek first, DayOfWeek... others) {
        return member(name, "bakery", "Far Wick", 3, LocalDate.parse("2026-01-01"), EnumSet.of(first, others));
    }

    private static List<Member> daily(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Towns.plain("m" + number))
                .toList();
    }

    private static long spread(Collection<DayOfWeek> days) {
        var loads = days.stream().collect(groupingBy(day -> day, counting()));
        var most = loads.values().stream().max(Long::compare).orElse(0L);
        var least = loads.size() < 7
                ? 0
                : loads.values().stream().min(Long::compare).orElse(0L);
        return most - least;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyVoiceGetsADayOnWhichItWorks(long seed) {
        var members = Towns.town(seed).roster().members();

        var days = VoiceDays.deal(members, Map.of(), NO_QUIET_DAYS, new Chance(seed));

        assertThat(days).hasSize(members.size());
        assertThat(members).allMatch(voice -> voice.waking().days().contains(days.get(voice.handle())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void voicesThatWorkDailyAreSpreadEvenly(long seed) {
        var days = VoiceDays.deal(daily(1 + (int) (seed % 40)), Map.of(), NO_QUIET_DAYS, new Chance(seed));

        assertThat(spread(days.values())).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theDaysStayFromWeekToWeek(long seed) {
        var members = Towns.town(seed).roster().members();
        var before = VoiceDays.deal(members, Map.of(), NO_QUIET_DAYS, new Chance(seed));

        assertThat(VoiceDays.deal(members, before, NO_QUIET_DAYS, new Chance(seed + 1)))
                .isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfMembersChangesNothing(long seed) {
        var members = Towns.town(seed).roster().members();
        var mixed = new ArrayList<>(members);
        Collections.shuffle(mixed, new Random(seed));

        assertThat(VoiceDays.deal(mixed, Map.of(), NO_QUIET_DAYS, new Chance(seed)))
                .isEqualTo(VoiceDays.deal(members, Map.of(), NO_QUIET_DAYS, new Chance(seed)));
    }

    @Test
    void aNewVoiceMovesNobodyAndTakesTheLightestDay() {
        var seven = daily(7);
        var before = VoiceDays.deal(seven, Map.of(), NO_QUIET_DAYS, new Chance(1));
        var six = seven.subList(0, 6);
        var free = before.get(seven.get(6).handle());
        var joined = new ArrayList<>(six);
        joined.add(Towns.plain("newcomer"));

        var after = VoiceDays.deal(joined, before, NO_QUIET_DAYS, new Chance(1));

        assertThat(six)
                .allSatisfy(voice -> assertThat(after.get(voice.handle())).isEqualTo(before.get(voice.handle())));
        assertThat(after.get(joined.get(6).handle())).isEqualTo(free);
    }

    @Test
    void aQuietDayMovesOnlyItsOwnVoices() {
        var members = daily(14);
        var before = VoiceDays.deal(members, Map.of(), NO_QUIET_DAYS, new Chance(1));

        var after = VoiceDays.deal(members, before, Set.of(DayOfWeek.MONDAY), new Chance(1));

        assertThat(after).hasSize(14).doesNotContainValue(DayOfWeek.MONDAY);
        assertThat(before)
                .allSatisfy((voice, day) -> assertThat(after.get(voice))
                        .satisfies(now -> assertThat(now == day || day == DayOfWeek.MONDAY)
                                .isTrue()));
    }

    @Test
    void whoWorksOnNoDayThatIsLeftIsNotAsked() {
        var monday = working("ann", DayOfWeek.MONDAY);

        assertThat(VoiceDays.deal(List.of(monday), Map.of(), Set.of(DayOfWeek.MONDAY), new Chance(1)))
                .isEmpty();
    }

    @Test
    void aDaySheNoLongerWorksOnIsGivenUp() {
        var ann = working("ann", DayOfWeek.TUESDAY);

        assertThat(VoiceDays.deal(List.of(ann), Map.of(ann.handle(), DayOfWeek.MONDAY), NO_QUIET_DAYS, new Chance(1)))
                .isEqualTo(Map.of(ann.handle(), DayOfWeek.TUESDAY));
    }
}
