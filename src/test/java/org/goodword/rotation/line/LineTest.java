package org.goodword.rotation.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.goodword.rotation.Towns.MORNING;
import static org.goodword.rotation.Towns.member;
import static org.goodword.rotation.Towns.plain;
import static org.goodword.rotation.Towns.sent;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Towns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineTest {
    private static final Member ANN = plain("ann");
    private static final Member BEN = plain("ben");
    private static final Member CAT = plain("cat");
    private static final Audience ALIKE = new Audience(Map.of(), Map.of());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static List<Line.Place> line(List<Member> members, Spoken... past) {
        return Line.of(members, new History(List.of(past)), ALIKE, MORNING, new Chance(7));
    }

    private static List<Handle> order(List<Line.Place> line) {
        return line.stream().map(place -> place.subject().handle()).toList();
    }

    @Test
    void whoWasNeverHeardStandsBeforeWhoWas() {
        var line = line(
                List.of(ANN, BEN, CAT),
                sent(1, CAT.handle(), ANN.handle(), 30),
                sent(2, CAT.handle(), BEN.handle(), 80));

        assertThat(line.get(0).subject()).isEqualTo(CAT);
        assertThat(line.get(0).lastHeard()).isEmpty();
        assertThat(line.get(0).lag()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void ofTwoEquallyHeardTheOneLongerUnheardComesFirst() {
        var line = line(
                List.of(ANN, BEN), sent(1, CAT.handle(), ANN.handle(), 30), sent(2, CAT.handle(), BEN.handle(), 80));

        assertThat(order(line)).containsExactly(BEN.handle(), ANN.handle());
    }

    @Test
    void aMorningServesFirstWhoHasWaitedLongestEvenIfOthersAreFurtherBehind() {
        var behind = new Line.Place(ANN, 3, 3, Optional.of(MORNING.minus(Duration.ofDays(7))), false);
        var unheard = new Line.Place(BEN, -1, -1, Optional.of(MORNING.minus(Duration.ofDays(35))), false);
        var alike = new Line.Place(CAT, 1, 1, Optional.of(MORNING.minus(Duration.ofDays(7))), false);
        var newcomer = new Line.Place(plain("dot"), 0, 0, Optional.empty(), true);

        assertThat(Line.asServed(List.of(alike, behind, unheard, newcomer), MORNING))
                .containsExactly(newcomer, unheard, behind, alike);
    }

    @Test
    void whatLiesBeyondTheHorizonCountsNoMore() {
        var line = line(List.of(ANN, BEN), sent(1, CAT.handle(), ANN.handle(), 92));

        assertThat(line).allSatisfy(place -> assertThat(place.lag()).isZero());
        assertThat(order(line)).containsExactly(BEN.handle(), ANN.handle());
    }

    @Test
    void aNewcomerComesFirstInHerFirstFortnight() {
        var newcomer = member("dot", "bakery", "Far Wick", 1, LocalDate.parse("2026-09-10"));

        var line = line(List.of(ANN, BEN, newcomer), sent(1, CAT.handle(), ANN.handle(), 3));

        assertThat(line.get(0).subject()).isEqualTo(newcomer);
        assertThat(line.get(0).newcomer()).isTrue();
    }

    @Test
    void aNewcomerWhoWasHeardStandsInLineLikeOthers() {
        var newcomer = member("dot", "bakery", "Far Wick", 1, LocalDate.parse("2026-09-10"));

        var line = line(List.of(ANN, newcomer), sent(1, CAT.handle(), newcomer.handle(), 1));

        assertThat(order(line)).containsExactly(ANN.handle(), newcomer.handle());
        assertThat(line).noneMatch(Line.Place::newcomer);
    }

    @Test
    void whoJoinedLaterIsOwedForTheTimeSheHasBeenHereOnly() {
        var joined = LocalDate.ofInstant(MORNING, ZoneOffset.UTC).minusDays(21);
        var late = member("eve", "bakery", "Nether Wick", 3, joined);
        var past = new ArrayList<Spoken>();
        for (var week = 0; week < 13; week++) {
            past.add(sent(past.size() + 1, CAT.handle(), ANN.handle(), 2 + 7 * week));
            past.add(sent(past.size() + 1, CAT.handle(), BEN.handle(), 3 + 7 * week));
            if (week < 3) {
                past.add(sent(past.size() + 1, CAT.handle(), late.handle(), 4 + 7 * week));
            }
        }

        var line = line(List.of(ANN, BEN, late), past.toArray(Spoken[]::new));

        assertThat(line).allSatisfy(place -> assertThat(place.lag()).isCloseTo(0, within(0.1)));
    }

    @Test
    void afterAFortnightNobodyIsNew() {
        var joined = member("dot", "bakery", "Far Wick", 1, LocalDate.parse("2026-09-01"));

        assertThat(line(List.of(joined, ANN))).noneMatch(Line.Place::newcomer);
    }

    @Test
    void speakingForOthersEarnsNothing() {
        var quiet = line(List.of(ANN, BEN), sent(1, CAT.handle(), ANN.handle(), 30));

        var spoke = line(
                List.of(ANN, BEN),
                sent(1, CAT.handle(), ANN.handle(), 30),
                sent(2, BEN.handle(), Handle.of("elsewhere"), 20));

        assertThat(spoke).isEqualTo(quiet);
    }

    @Test
    void aLargeVoiceCountsForMoreThanASmallOne() {
        var audience = new Audience(Map.of(ANN.handle(), 20_000, BEN.handle(), 20, CAT.handle(), 500), Map.of());
        var past =
                new History(List.of(sent(1, ANN.handle(), BEN.handle(), 10), sent(2, BEN.handle(), ANN.handle(), 10)));

        var line = Line.of(List.of(ANN, BEN), past, audience, MORNING, new Chance(7));

        assertThat(order(line)).containsExactly(ANN.handle(), BEN.handle());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatSomeAreBehindOthersAreAhead(long seed) {
        var line = Towns.town(seed).line();

        assertThat(line.stream().mapToDouble(Line.Place::lag).sum()).isLessThan(1e-6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereEveryoneWantsEnoughTheLagsSumToNothing(long seed) {
        var town = Towns.town(seed);
        var eager = town.roster().members().stream()
                .map(one -> member(one.handle().name(), one.trade(), one.area(), 50, LocalDate.parse("2026-01-01")))
                .toList();

        var line = Line.of(eager, town.history(), town.audience(), MORNING, new Chance(seed));

        assertThat(line.stream().mapToDouble(Line.Place::lag).sum()).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfMembersChangesNothing(long seed) {
        var town = Towns.town(seed);
        var mixed = new ArrayList<>(town.roster().members());
        Collections.shuffle(mixed, new Random(seed));

        assertThat(order(Line.of(mixed, town.history(), town.audience(), MORNING, new Chance(seed))))
                .isEqualTo(order(town.line()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMostOwedStandsFirst(long seed) {
        var line = Towns.town(seed).line();

        assertThat(line)
                .isSortedAccordingTo((one, other) -> one.newcomer() != other.newcomer()
                        ? Boolean.compare(other.newcomer(), one.newcomer())
                        : Double.compare(other.lag(), one.lag()));
    }
}
