package org.goodword.roster.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetHoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:00-19:00            | 08:00 | 19:00 | ''",
                "8-18                   | 08:00 | 18:00 | ''",
                "9am to 5.30pm          | 09:00 | 17:30 | ''",
                "12pm - 12am            | 12:00 | 00:00 | ''",
                "mon-sat 9:30–17:30     | 09:30 | 17:30 | mon-sat",
                "Monday to Friday, 9-17 | 09:00 | 17:00 | mon-fri",
                "Mon, Wed & Fri 10-16   | 10:00 | 16:00 | mon,wed,fri",
                "10:00-22:00 daily      | 10:00 | 22:00 | daily",
                "0:00-24:00             | 00:00 | 24:00 | ''",
            })
    void hoursAreReadAsPeopleWriteThem(String cell, String from, String to, String days) {
        assertThat(SheetHours.read(cell)).isEqualTo(new Newcomer.Hours(from, to, days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"late", "25-26", "9", "9-17 except tuesdays", "13pm-14pm"})
    void whatCannotBeToldIsNotGuessedAt(String cell) {
        assertThatThrownBy(() -> SheetHours.read(cell))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(cell);
    }
}
