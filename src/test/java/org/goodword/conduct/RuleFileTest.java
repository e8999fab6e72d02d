package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.goodword.platform.Call;
import org.goodword.platform.Tariff;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileTest {
    @TempDir
    Path folder;

    private final Scene scene = new Scene();

    private Rules readChanged(UnaryOperator<String> change) {
        try {
            var before = Files.readString(Scene.RULE_FILE);
            var after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            return RuleFile.read(Files.writeString(folder.resolve("x.yaml"), after), "x.yaml", scene.own());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> faultsOf(UnaryOperator<String> change) {
        return faults(() -> readChanged(change));
    }

    private List<String> faultsOfOwn(String name, String value) {
        scene.numbers.put(name, value);
        return faults(scene::rules);
    }

    private static List<String> faults(Runnable reading) {
        var faulty = catchThrowableOfType(Faulty.class, reading::run);
        assertThat(faulty).isNotNull();
        return faulty.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void theFileThatComesWithItHasACheckForEachRuleAndARuleForEachCheck() {
        var rules = scene.rules();
        assertThat(rules.platform()).isEqualTo("x");
        assertThat(rules.all()).extracting(Rule::id).containsExactlyElementsOf(Checks.BY_RULE.keySet());
        assertThat(rules.all()).allSatisfy(rule -> {
            assertThat(rule.reason()).endsWith(".").doesNotContain("!");
            assertThat(rule.read()).isAfter(LocalDate.parse("2026-06-30"));
            assertThat(rule.source().at().isPresent()).isEqualTo(rule.origin() != Rule.Origin.OURS);
        });
        assertThat(rules.count(Figure.RETURN_DAYS)).isEqualTo(90);
        assertThat(rules.number(Figure.NEAR_COPY)).isEqualByComparingTo("0.5");
    }

    @Test
    void pricesAndPublishedLimitsAreInTheTariff() {
        var tariff = scene.rules().tariff();
        assertThat(tariff.prices()).containsOnlyKeys(Call.values());
        assertThat(tariff.price(Call.PUBLISH)).isEqualTo(new Usd(15));
        assertThat(tariff.price(Call.PUBLISH_WITH_LINK)).isEqualTo(new Usd(200));
        assertThat(tariff.price(Call.READ)).isEqualTo(new Usd(5));
        assertThat(tariff.longestWindow()).contains(Duration.ofDays(1));
        assertThat(tariff.limits())
                .contains(
                        new Tariff.Limit(List.of(Call.REPOST), false, 50, Duration.ofMinutes(15)),
                        new Tariff.Limit(
                                List.of(Call.PUBLISH, Call.PUBLISH_WITH_LINK), true, 10_000, Duration.ofDays(1)));
    }

    @Test
    void anOrganisersStricterNumberTakesThePlaceOfTheFiles() {
        scene.numbers.put("no-trade.return-days", "120");
        scene.numbers.put("fresh.fresh-hours", " 48 ");
        scene.numbers.put("own-words.near-copy", "0.4");
        var rules = scene.rules();
        assertThat(rules.count(Figure.RETURN_DAYS)).isEqualTo(120);
        assertThat(rules.time(Figure.FRESH_HOURS)).isEqualTo(Duration.ofDays(2));
        assertThat(rules.number(Figure.NEAR_COPY)).isEqualByComparingTo(new BigDecimal("0.4"));
        assertThat(rules.rule("no-trade").orElseThrow().numbers().values())
                .extracting(Rule.Amount::own)
                .containsExactly(true, false);
    }

    @Test
    void aStricterNumberIsReallyKept() {
        scene.numbers.put("no-trade.return-days", "91");
        scene.carried(Scene.BEN, Scene.ANN, Duration.ofDays(90));
        assertThat(scene.ask("no-trade", scene.repost())).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aLooserNumberIsAFaultWhereTheRuleIsNotOurs() {
        assertThat(faultsOfOwn("no-trade.return-days", "89"))
                .containsExactly("bot.properties: conduct.no-trade.return-days: 89 is looser than the rule file allows;"
                        + " write 90 or more");
        scene.numbers.clear();
        assertThat(faultsOfOwn("fresh.fresh-hours", "73"))
                .containsExactly("bot.properties: conduct.fresh.fresh-hours: 73 is looser than the rule file allows;"
                        + " write 72 or less");
    }

    @Test
    void aLooserNumberIsFreeWhereTheRuleIsOurs() {
        scene.numbers.put("pace.turns-a-week", "4");
        scene.numbers.put("repeat.repeat-days", "60");
        assertThat(scene.rules().count(Figure.TURNS_A_WEEK)).isEqualTo(4);
        assertThat(scene.rules().count(Figure.REPEAT_DAYS)).isEqualTo(60);
    }

    @Test
    void aNumberThatThingsAreCountedByCannotBeChanged() {
        assertThat(faultsOfOwn("share.counted-days", "14"))
                .hasSize(1)
                .first()
                .asString()
                .contains("leave the key out");
    }

    @Test
    void everyWrongNumberOfTheOrganisersIsNamedAtOnce() {
        scene.numbers.put("no-trade.retrun-days", "120");
        scene.numbers.put("repeat.repeat-days", "soon");
        scene.numbers.put("own-words.near-copy", "40");
        scene.numbers.put("blast.members-to-a-daily-write", "0");
        assertThat(faults(scene::rules))
                .containsExactlyInAnyOrder(
                        "bot.properties: conduct.no-trade.retrun-days: the rulebook has no such number; did you mean"
                                + " \"no-trade.return-days\"?",
                        "bot.properties: conduct.repeat.repeat-days: \"soon\" is no number; write a whole number from 0"
                                + " to 100000",
                        "bot.properties: conduct.own-words.near-copy: \"40\" is out of range; write a part of one, such"
                                + " as 0.5",
                        "bot.properties: conduct.blast.members-to-a-daily-write: \"0\" is out of range; write a whole"
                                + " number from 1 to 100000");
    }

    @Test
    void aDisclosureThatNamesNobodyIsAFault() {
        var own = scene.own();
        var silent =
                new Settings.Conduct(own.numbers(), "A fellow member:", own.circleDisclosure(), false, false, false);
        assertThat(faults(() -> RuleFile.read(Scene.RULE_FILE, "x.yaml", silent)))
                .containsExactly("bot.properties: conduct.disclosure.member: the disclosure does not name the business;"
                        + " write it with {subject} in it");
    }

    @Test
    void aRuleWithoutACheckAndACheckWithoutARuleAreFaults() {
        assertThat(faultsOf(text -> text.replace("- id: rivals", "- id: revals")))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault)
                        .matches("x\\.yaml:\\d+:\\d+: \"revals\" is no rule the program has a check for; did you mean"
                                + " \"rivals\".*"))
                .anySatisfy(fault -> assertThat(fault).contains("the rule \"rivals\" is missing"));
    }

    @Test
    void aRuleThatStandsTwiceIsAFault() {
        assertThat(faultsOf(text -> text.replace("- id: rivals", "- id: industry")))
                .anySatisfy(fault -> assertThat(fault).contains("\"industry\" stands here again"))
                .anySatisfy(fault -> assertThat(fault).contains("the rule \"rivals\" is missing"));
    }

    @Test
    void aMissingNumberAndAStrangeOneAreFaultsWithTheirPlace() {
        assertThat(faultsOf(text -> text.replace("ring-days: 30", "rang-days: 30")))
                .hasSize(2)
                .anySatisfy(
                        fault -> assertThat(fault).matches("x\\.yaml:\\d+:\\d+: the number \"ring-days\" is missing.*"))
                .anySatisfy(fault -> assertThat(fault).contains("rang-days").contains("did you mean"));
    }

    @Test
    void aNumberInTwoGroupsIsAFault() {
        assertThat(faultsOf(text ->
                        text.replace("at-most: {months: 12}", "at-most: {months: 12}\n      at-least: {months: 12}")))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"months\" stands here again");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var faults = faultsOf(text -> text.replace("kind: law", "kind: lore")
                .replace("repost: 0.015", "repost: cheap")
                .replace("member-reposts: approve", "member-reposts: always")
                .replace("{calls: [signed-in], per: account", "{calls: [signed-out], per: nobody")
                .replace("hashtags: [otleytraders]", "tags: []")
                .replace("weighted-length: 280", "weighted-length: long")
                .replace("near-copy: 0.5", "near-copy: 1.5"));
        assertThat(String.join("\n", faults))
                .contains("lore", "cheap", "always", "signed-out", "nobody", "\"tags\"", "\"hashtags\"", "long", "1.5");
        assertThat(faults).allSatisfy(fault -> assertThat(fault).matches("x\\.yaml:\\d+:\\d+: .+; .+"));
    }

    @Test
    void aMissingFileIsOneFault() {
        assertThat(faults(() -> RuleFile.read(folder.resolve("none.yaml"), "config/rules/none.yaml", scene.own())))
                .containsExactly("config/rules/none.yaml: there is no such file; write it, or name the right one");
    }

    @Test
    void theCirclesOwnHashtagsMayBeUsed() {
        var rules = readChanged(text -> text.replace("hashtags: [otleytraders]", "hashtags: [OtleyHour]"));
        var rulebook = new Rulebook(rules, scene.words(), scene.facts());
        assertThat(rulebook.ask("tags", scene.introduction("Oak #otleyhour"), scene.at, scene.facts(), Moment.PLANNING))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(rules.rule("tags").orElseThrow().lists()).containsEntry("hashtags", Set.of("otleyhour"));
    }
}
