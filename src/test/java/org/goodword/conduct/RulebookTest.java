package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.conduct.Scene.ANN;
import static org.goodword.conduct.Scene.BEN;
import static org.goodword.conduct.Scene.CIRCLE;
import static org.goodword.conduct.Scene.NOON;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.conduct.RuleFixtures.Expected;
import org.goodword.conduct.RuleFixtures.Fixture;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.roster.Waking;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits.Objection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulebookTest {

    @TestFactory
    Stream<DynamicTest> eachRuleSaysWhatItsFixturesExpect() {
        return RuleFixtures.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.rule() + ": " + fixture.what() + " is " + fixture.expected(), () -> check(fixture)));
    }

    private static void check(Fixture fixture) {
        var verdict = fixture.verdict().apply(new Scene());
        var found = verdict.match(() -> Expected.ALLOWED, refused -> Expected.REFUSED, later -> Expected.LATER);
        assertThat(found).as(verdict.toString()).isEqualTo(fixture.expected());
        var rule = verdict.match(fixture::rule, Verdict.Refused::rule, Verdict.Later::rule);
        assertThat(rule).isEqualTo(fixture.rule());
    }

    @Test
    void everyRuleHasAFixtureItAllowsAndOneItDoesNot() {
        var ids = Checks.BY_RULE.keySet();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(23);
        assertThat(rulesWith(true)).isEqualTo(ids);
        assertThat(rulesWith(false)).isEqualTo(ids);
    }

    private static Set<String> rulesWith(boolean allowed) {
        return RuleFixtures.all().stream()
                .filter(fixture -> (fixture.expected() == Expected.ALLOWED) == allowed)
                .map(Fixture::rule)
                .collect(Collectors.toSet());
    }

    @Test
    void theSceneOfTheFixturesIsAllowedByEveryRule() {
        for (var moment : Moment.values()) {
            var scene = new Scene();
            scene.moment = moment;
            assertThat(scene.judge(scene.repost())).isEqualTo(Verdict.ALLOWED);
            assertThat(scene.judge(scene.introduction())).isEqualTo(Verdict.ALLOWED);
            assertThat(scene.judge(scene.repost(CIRCLE, BEN))).isEqualTo(Verdict.ALLOWED);
            assertThat(scene.judge(scene.introduction(CIRCLE, BEN, Scene.TEXT))).isEqualTo(Verdict.ALLOWED);
        }
    }

    @Test
    void theFirstObjectionWinsAndAllAreTold() {
        var scene = new Scene();
        scene.stopped.put(ANN, "paused");
        scene.carried(BEN, ANN, Duration.ofDays(3));
        scene.at = NOON.minus(Duration.ofHours(6));
        var all = scene.rulebook().objections(scene.repost(), scene.at, scene.facts(), Moment.PLANNING);
        assertThat(all)
                .extracting(verdict -> verdict.match(() -> "", Verdict.Refused::rule, Verdict.Later::rule))
                .containsExactly("opt-out", "no-trade", "hours");
        assertThat(scene.judge(scene.repost())).isEqualTo(all.get(0));
    }

    @Test
    void theRotationHearsTheRuleAndTheSentence() {
        var scene = new Scene().openRepost(BEN, ANN, Duration.ofDays(3));
        var rulebook = scene.rulebook();
        assertThat(rulebook.objection(scene.repost(), NOON, new History(scene.history)))
                .contains(new Objection(
                        "no-trade",
                        "Ben's Joinery speaks up for Ann Bakes within 90 days of this; it would look like a favour"
                                + " returned",
                        Optional.empty()));
        assertThat(rulebook.objection(scene.repost(), NOON, new History(List.of())))
                .isEmpty();
        var atNight = NOON.plus(Duration.ofHours(12));
        assertThat(rulebook.objection(scene.repost(CIRCLE, BEN), atNight, new History(List.of())))
                .map(Objection::rule)
                .contains("hours");
    }

    @Test
    void aModeIsTheStrictestOfAllThatWasSaid() {
        var scene = new Scene();
        assertThat(scene.rulebook().mode(scene.roster(), ANN, Kind.REPOST)).isEqualTo(Mode.APPROVE);
        assertThat(scene.rulebook().mode(scene.roster(), CIRCLE, Kind.REPOST)).isEqualTo(Mode.AUTOMATIC);
        scene.acknowledged = true;
        assertThat(scene.rulebook().mode(scene.roster(), ANN, Kind.REPOST)).isEqualTo(Mode.AUTOMATIC);
        assertThat(scene.rulebook().mode(scene.roster(), ANN, Kind.INTRODUCTION))
                .isEqualTo(Mode.APPROVE);
        scene.members.remove(scene.ann);
        assertThat(scene.rulebook().mode(scene.roster(), ANN, Kind.REPOST)).isEqualTo(Mode.OFF);
    }

    @Test
    void aWaitEndsAtAnInstantThatIsReallyFree() {
        var scene = new Scene();
        scene.openRepost(Scene.CAT, BEN, Duration.ofMinutes(10));
        scene.openRepost(Scene.CAT, BEN, Duration.ofMinutes(-30));
        scene.openRepost(Scene.CAT, BEN, Duration.ofMinutes(-110));
        // between -30 and -110 there are 80 minutes: too few for a turn with 45 on either side
        assertThat(from(scene.ask("spacing", scene.repost()))).contains(NOON.plus(Duration.ofMinutes(155)));
    }

    @Test
    void hoursNameTheNextMinuteThatIsOpen() {
        var scene = new Scene();
        scene.at = Instant.parse("2026-09-15T19:00:00Z");
        scene.quietDays.add(LocalDate.parse("2026-09-16"));
        assertThat(from(scene.ask("hours", scene.repost()))).contains(Instant.parse("2026-09-17T07:00:00Z"));
    }

    @Test
    void hoursThatAChangeOfTheClocksSkipsOpenAtTheChange() {
        var scene = new Scene();
        scene.ann.waking =
                new Waking(Scene.LONDON, LocalTime.of(1, 30), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class));
        scene.at = Instant.parse("2026-03-29T00:10:00Z");
        assertThat(from(scene.ask("hours", scene.repost()))).contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void hoursPastMidnightBelongToTheDayTheyBeganOn() {
        var scene = new Scene();
        scene.ann.waking = Scene.waking(18, 2, EnumSet.of(DayOfWeek.FRIDAY));
        scene.at = Instant.parse("2026-09-19T00:59:59Z");
        assertThat(scene.ask("hours", scene.repost())).isEqualTo(Verdict.ALLOWED);
        scene.at = scene.at.plusSeconds(1);
        assertThat(from(scene.ask("hours", scene.repost()))).contains(Instant.parse("2026-09-25T17:00:00Z"));
    }

    @Test
    void aNewListOfWhatWasSaidIsHeardAtOnce() {
        var scene = new Scene();
        var rulebook = scene.rulebook();
        assertThat(rulebook.judge(scene.introduction(), NOON, scene.facts(), Moment.SENDING))
                .isEqualTo(Verdict.ALLOWED);
        scene.said.add(new Facts.Said(1, Scene.TEXT, NOON.minusSeconds(1)));
        assertThat(rulebook.with(scene.facts()).judge(scene.introduction(), NOON, scene.facts(), Moment.SENDING))
                .isInstanceOf(Verdict.Refused.class);
    }

    private static Optional<Instant> from(Verdict verdict) {
        return verdict.match(Optional::empty, refused -> Optional.empty(), later -> Optional.of(later.from()));
    }
}
