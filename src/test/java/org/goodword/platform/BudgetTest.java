package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.goodword.settings.Settings.Ceilings;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A Wednesday in summer time. */
    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");

    /** Monday 7 September, midnight in London. */
    private static final Instant MONDAY = Instant.parse("2026-09-06T23:00:00Z");

    private static final Usd CENT = Usd.parse("0.010");

    private final MemoryLedger ledger = new MemoryLedger();

    private Budget budget(String weekly, String monthly) {
        return new Budget(new Ceilings(Usd.parse(weekly), Usd.parse(monthly)), ledger, LONDON);
    }

    @ParameterizedTest
    @CsvSource({
        "READING, 4.240, 4.241",
        "LOOKING, 4.590, 4.591",
        "ASKING, 4.840, 4.841",
        "WRITING, 4.990, 4.991",
    })
    void readingsYieldFirstThenLookingThenAsksAndWritesLast(Purpose purpose, String enough, String tooMuch) {
        ledger.spent(MONDAY, enough);
        assertThat(budget("5.00", "20.00").objection(purpose, CENT, NOW)).isEmpty();

        ledger.spent(MONDAY, Usd.parse(tooMuch).less(Usd.parse(enough)).amount().toPlainString());
        assertThat(budget("5.00", "20.00").objection(purpose, CENT, NOW)).isPresent();
    }

    @Test
    void whatIsPutByForApprovedTurnsIsLeftFreeByAllElse() {
        ledger.spent(MONDAY, "4.00").reserving("0.95");

        assertThat(budget("5.00", "20.00").objection(Purpose.ASKING, CENT, NOW))
                .hasValueSatisfying(reason -> assertThat(reason).contains("$0.95 is put by for approved turns"));
        assertThat(budget("5.00", "20.00").objection(Purpose.WRITING, CENT, NOW))
                .isEmpty();
    }

    @Test
    void theWeekBeginsOnMondayByTheCirclesClock() {
        ledger.spent(MONDAY.minusSeconds(1), "5.00");
        assertThat(budget("5.00", "20.00").objection(Purpose.WRITING, CENT, NOW))
                .isEmpty();

        ledger.spent(MONDAY, "5.00");
        assertThat(budget("5.00", "20.00").objection(Purpose.WRITING, CENT, NOW))
                .isPresent();
    }

    @Test
    void theMonthBeginsOnTheFirstByTheCirclesClock() {
        var first = Instant.parse("2026-08-31T23:00:00Z");
        ledger.spent(first.minusSeconds(1), "20.00");
        assertThat(budget("5.00", "20.00").objection(Purpose.WRITING, CENT, NOW))
                .isEmpty();

        ledger.spent(first, "20.00");
        assertThat(budget("5.00", "20.00").objection(Purpose.WRITING, CENT, NOW))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("month").contains("budget.monthly-usd"));
    }

    @Test
    void anObjectionSaysWhatWasSpentAndWhenThereIsMoneyAgain() {
        ledger.spent(MONDAY, "4.60");

        var shortfall =
                budget("5.00", "20.00").shortfall(Purpose.READING, CENT, NOW).orElseThrow();

        assertThat(shortfall.reason())
                .isEqualTo("the week's budget of $5.00 has nothing left for readings: $4.60 is spent;"
                        + " it starts afresh on Monday 14 September, or raise budget.weekly-usd");
        assertThat(shortfall.until()).isEqualTo(Instant.parse("2026-09-13T23:00:00Z"));
    }

    @Test
    void whereBothCeilingsAreReachedTheLaterEndCounts() {
        ledger.spent(MONDAY, "20.00");

        var shortfall =
                budget("5.00", "20.00").shortfall(Purpose.WRITING, CENT, NOW).orElseThrow();

        assertThat(shortfall.until()).isEqualTo(Instant.parse("2026-09-30T23:00:00Z"));
    }
}
