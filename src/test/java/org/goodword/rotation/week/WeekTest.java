package org.goodword.rotation.week;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rotation.Towns.CIRCLE;
import static org.goodword.rotation.Towns.MONDAY;
import static org.goodword.rotation.Towns.member;
import static org.goodword.rotation.Towns.plain;
import static org.goodword.rotation.Towns.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Towns;
import org.goodword.rotation.Towns.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeekTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Week.Dealing deal(Town town, List<Introducible> words, Set<LocalDate> quiet) {
        return Week.deal(town.week(words, quiet), Towns.permits(town.roster()));
    }

    private static boolean byCircle(Week.Introduction introduction) {
        return introduction.dealt().what().voice().equals(CIRCLE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWeekUsesAtMostAQuarterOfTheWordsAndAtLeastOneMayBeUsed(long seed) {
        var town = Towns.town(seed);
        var words = town.words();
        var goodWords =
                words.stream().filter(word -> !word.voice().equals(CIRCLE)).count();
        var aboutLines = words.size() - goodWords;

        var dealing = deal(town, words, Set.of());

        assertThat(dealing.unusedWords()).isEqualTo(words.size());
        assertThat(dealing.introductions()).filteredOn(one -> !byCircle(one)).hasSizeLessThanOrEqualTo((int)
                Math.max(1, goodWords / 4));
        assertThat(dealing.introductions()).filteredOn(WeekTest::byCircle).hasSizeLessThanOrEqualTo((int)
                Math.max(1, aboutLines / 4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theCircleIntroducesOneMemberADayAndNoneOnAQuietDay(long seed) {
        var town = Towns.town(seed);
        var quiet = MONDAY.plusDays(seed % 7);

        var dealing = deal(town, town.words(), Set.of(quiet));

        var days = dealing.introductions().stream()
                .filter(WeekTest::byCircle)
                .map(Week.Introduction::day)
                .toList();
        assertThat(days)
                .doesNotHaveDuplicates()
                .doesNotContain(quiet)
                .allMatch(day -> !day.isBefore(MONDAY) && day.isBefore(MONDAY.plusDays(7)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTextIsDealtTwiceAndNoneThatIsNotInStore(long seed) {
        var town = Towns.town(seed);
        var words = town.words();
        var twice = new ArrayList<>(words);
        twice.addAll(words);

        var texts = deal(town, twice, Set.of()).introductions().stream()
                .map(one -> one.dealt().what().words().orElseThrow())
                .toList();

        assertThat(texts).doesNotHaveDuplicates();
        assertThat(words).extracting(Introducible::text).containsAll(texts);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMemberIntroducesOnItsOwnDayOnly(long seed) {
        var town = Towns.town(seed);

        var dealing = deal(town, town.words(), Set.of());

        assertThat(dealing.introductions()).filteredOn(one -> !byCircle(one)).allSatisfy(one -> {
            var what = one.dealt().what();
            assertThat(one.day().getDayOfWeek()).isEqualTo(dealing.days().get(what.voice()));
            assertThat(what.voice()).isNotEqualTo(what.subject()).isEqualTo(what.author());
            assertThat(what.mode()).isEqualTo(Mode.APPROVE);
        });
        assertThat(dealing.introductions()).isSortedAccordingTo(Comparator.comparing(Week.Introduction::day));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyIsIntroducedByMembersTwiceInAWeek(long seed) {
        var town = Towns.town(seed);

        var subjects = deal(town, town.words(), Set.of()).introductions().stream()
                .filter(one -> !byCircle(one))
                .collect(groupingBy(one -> one.dealt().what().subject(), counting()));

        assertThat(subjects.values()).allMatch(count -> count == 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfMembersAndWordsChangesNothing(long seed) {
        var town = Towns.town(seed);
        var mixer = new Random(seed);
        var members = new ArrayList<>(town.roster().members());
        var words = new ArrayList<>(town.words());
        Collections.shuffle(members, mixer);
        Collections.shuffle(words, mixer);
        var mixed = new Town(seed, Towns.roster(members), town.chairs(), town.candidates(), town.history());

        assertThat(deal(mixed, words, Set.of())).isEqualTo(deal(town, town.words(), Set.of()));
    }

    @Test
    void theInventedTownsGiveAWeekSomethingToDo() {
        var dealt = seeds().mapToObj(Towns::town)
                .flatMap(town -> deal(town, town.words(), Set.of()).introductions().stream())
                .toList();

        assertThat(dealt).filteredOn(WeekTest::byCircle).hasSizeGreaterThan(100);
        assertThat(dealt).filteredOn(one -> !byCircle(one)).hasSizeGreaterThan(100);
    }

    @Test
    void oneTextInStoreMayStillBeUsed() {
        var town = small(plain("ann"), member("ben", "joinery", "Far Wick", 3, LocalDate.parse("2026-01-01")));
        var only = List.of(text(Handle.of("ann"), Handle.of("ben"), "One oak."));

        assertThat(deal(town, only, Set.of()).introductions()).hasSize(1);
    }

    @Test
    void withoutWordsThereAreNoIntroductions() {
        var town = small(plain("ann"), member("ben", "joinery", "Far Wick", 3, LocalDate.parse("2026-01-01")));

        var dealing = deal(town, List.of(), Set.of());

        assertThat(dealing.introductions()).isEmpty();
        assertThat(dealing.days()).containsOnlyKeys(Handle.of("ann"), Handle.of("ben"));
    }

    @Test
    void whatARuleRefusesIsNotDealt() {
        var town = small(plain("ann"), member("ben", "joinery", "Far Wick", 3, LocalDate.parse("2026-01-01")));
        var words = List.of(text(Handle.of("ann"), Handle.of("ben"), "One oak."));
        Permits never = (proposal, at, history) ->
                Optional.of(new Permits.Objection("consent", "not agreed", Optional.empty()));

        assertThat(Week.deal(town.week(words, Set.of()), never).introductions()).isEmpty();
    }

    @Test
    void whoIsMostOwedIsIntroducedFirst() {
        var ann = plain("ann");
        var ben = member("ben", "joinery", "Far Wick", 3, LocalDate.parse("2026-01-01"));
        var cat = member("cat", "florist", "Far Wick", 3, LocalDate.parse("2026-01-01"));
        var heard = new History(List.of(Towns.sent(1, CIRCLE, ben.handle(), 10)));
        var town = new Town(1, Towns.roster(List.of(ann, ben, cat)), List.of(), List.of(), heard);
        var words = List.of(text(CIRCLE, ben.handle(), "About Ben."), text(CIRCLE, cat.handle(), "About Cat."));

        var dealing = deal(town, words, Set.of());

        assertThat(dealing.introductions())
                .extracting(one -> one.dealt().what().subject())
                .containsExactly(cat.handle());
        assertThat(dealing.introductions())
                .extracting(one -> one.day().getDayOfWeek())
                .containsExactly(DayOfWeek.MONDAY);
    }

    private static Town small(Member... members) {
        return new Town(1, Towns.roster(List.of(members)), List.of(), List.of(), new History(List.of()));
    }
}
