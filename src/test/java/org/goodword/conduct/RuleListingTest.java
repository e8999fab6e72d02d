package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RuleListingTest {
    private final Scene scene = new Scene();

    @Test
    void aRuleIsListedWithItsReasonNumbersAndSource() {
        scene.numbers.put("no-trade.return-days", "120");
        assertThat(RuleListing.lines(scene.rules(), LocalDate.parse("2026-09-15")))
                .startsWith("The rules for x, by sources read on 2026-09-01", "", "consent (platform)")
                .containsSubsequence(
                        "no-trade (platform)",
                        "    A good word is never returned as a favour, neither directly nor round a ring of three.",
                        "    numbers: return-days 120 (your own), ring-days 30",
                        "repeat (ours)",
                        "    source: our own, read 2026-09-01");
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        var lines = RuleListing.lines(scene.rules(), LocalDate.parse("2027-09-15"));
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void aSourceIsOldAfterNinetyDays() {
        var onTheDay = RuleListing.lines(scene.rules(), LocalDate.parse("2026-11-30"));
        assertThat(onTheDay).noneMatch(line -> line.contains("2026-09-01: read it again"));
        var aDayLater = RuleListing.lines(scene.rules(), LocalDate.parse("2026-12-01"));
        assertThat(aDayLater).anyMatch(line -> line.contains("2026-09-01: read it again"));
        assertThat(String.join(" ", aDayLater)).contains("24 of 24 sources were read more than 90 days ago.");
    }
}
