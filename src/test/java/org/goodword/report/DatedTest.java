package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-29, 23 to 29 November 2026",
        "2026-11-30, 2026-12-06, 30 November to 6 December 2026",
        "2026-12-28, 2027-01-03, 28 December 2026 to 3 January 2027",
        "2026-11-03, 2026-11-03, 3 November 2026"
    })
    void aWeekSaysMonthAndYearOnlyAsOftenAsNeeded(LocalDate from, LocalDate to, String words) {
        assertThat(Dated.span(from, to)).isEqualTo(words);
    }

    @Test
    void aDaySaysItsYearOnlyWhenItIsAnother() {
        var today = LocalDate.of(2027, 1, 3);

        assertThat(Dated.day(LocalDate.of(2027, 1, 2), today)).isEqualTo("2 January");
        assertThat(Dated.day(LocalDate.of(2026, 11, 3), today)).isEqualTo("3 November 2026");
    }

    @Test
    void aMinuteSaysItsWeekday() {
        assertThat(Dated.minute(LocalDateTime.of(2026, 11, 24, 9, 5))).isEqualTo("Tuesday 24 November at 09:05");
    }

    @Test
    void aWeekIsCalledByItsNumber() {
        assertThat(Dated.weekNumber("2026-W48")).isEqualTo("48");
        assertThat(Dated.weekNumber("2027-W01")).isEqualTo("1");
    }
}
