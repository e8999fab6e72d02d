package org.goodword.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        // 2026-11-25 is a Wednesday
        "06:30,                2026-11-25T12:00:00Z, 2026-11-26T06:30:00Z",
        "6:30,                 2026-11-25T06:29:59Z, 2026-11-25T06:30:00Z",
        "sunday 18:00,         2026-11-25T12:00:00Z, 2026-11-29T18:00:00Z",
        "Sun 18:00,            2026-11-29T18:00:00Z, 2026-12-06T18:00:00Z",
        "monday 08:00,         2026-11-25T12:00:00Z, 2026-11-30T08:00:00Z",
        "saturday 00:00,       2026-11-25T12:00:00Z, 2026-11-28T00:00:00Z",
        "0 15 9 ? * MON-FRI,   2026-11-27T10:00:00Z, 2026-11-30T09:15:00Z",
        "0 0 18 ? * 1,         2026-11-25T12:00:00Z, 2026-11-29T18:00:00Z",
        "0 0 9 L * ?,          2026-11-25T12:00:00Z, 2026-11-30T09:00:00Z",
    })
    void comesRoundStrictlyLater(String text, Instant after, Instant next) {
        assertThat(When.parse(text).next(after, LONDON)).contains(next);
    }

    @Test
    void goesByTheClocksOfTheZoneItIsAskedFor() {
        var when = When.parse("06:30");
        var after = Instant.parse("2026-07-01T12:00:00Z");

        assertThat(when.next(after, LONDON)).contains(Instant.parse("2026-07-02T05:30:00Z"));
        assertThat(when.next(after, ZoneId.of("Asia/Kolkata"))).contains(Instant.parse("2026-07-02T01:00:00Z"));
    }

    @Test
    void aTimeInTheHourThatIsLeftOutDoesNotComeThatDay() {
        // in London 01:00 to 02:00 is left out on 29 March 2026
        assertThat(When.parse("01:30").next(Instant.parse("2026-03-28T12:00:00Z"), LONDON))
                .contains(Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(When.parse("02:00").next(Instant.parse("2026-03-28T12:00:00Z"), LONDON))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void aTimeInTheHourThatIsRepeatedComesOnce() {
        // in London 01:00 to 02:00 is repeated on 25 October 2026
        var first = When.parse("01:30")
                .next(Instant.parse("2026-10-24T12:00:00Z"), LONDON)
                .orElseThrow();

        assertThat(first).isBetween(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(When.parse("01:30").next(first, LONDON)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void theSameMomentIsEqualHoweverItIsWritten() {
        assertThat(When.parse("sunday 18:00"))
                .isEqualTo(When.parse("SUN 18:00"))
                .hasToString("sunday 18:00");
        assertThat(When.parse("sunday 18:00").cron()).isEqualTo("0 0 18 ? * SUN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25:00 | \"25:00\" is no time of day",
                "funday 18:00 | \"funday\" is no day of the week",
                "sunday six | \"six\" is no time of day",
                "0 0 9 31 2 ? | \"0 0 9 31 2 ?\" names a date that never comes",
                "0 0 9 * * MON | \"0 0 9 * * MON\" is no time",
                "every other day | \"every other day\" is no time",
            })
    void whatIsNoTimeIsQuoted(String text, String message) {
        assertThatThrownBy(() -> When.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void nothingIsNoTime() {
        assertThatThrownBy(() -> When.parse("  ")).isInstanceOf(IllegalArgumentException.class);
    }
}
