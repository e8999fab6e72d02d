package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarTest {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    Path home;

    @Test
    void roundsAreDueByTheClockOfTheCircleAcrossTheChangeOfTheClocks() {
        try (var village = new Village(home)) {
            var calendar = new Calendar(village.circle);
            // the clocks go back on 25 October
            var saturday = Instant.parse("2026-10-24T12:00:00Z");

            assertThat(calendar.nextWeek(saturday)).isEqualTo("2026-10-25T18:00:00Z");
            assertThat(calendar.nextMorning(LONDON, saturday)).isEqualTo("2026-10-25T06:30:00Z");
            assertThat(calendar.nextReading(saturday)).isEqualTo("2026-10-25T05:00:00Z");
            assertThat(calendar.nextLetter(saturday)).isEqualTo("2026-10-26T08:00:00Z");
            assertThat(calendar.nextReading(saturday.minus(Duration.ofDays(1)))).isEqualTo("2026-10-24T04:00:00Z");
        }
    }

    @Test
    void aMorningIsDueByTheClockOfItsOwnZone() {
        try (var village = new Village(home)) {
            var calendar = new Calendar(village.circle);

            assertThat(calendar.nextMorning(NEW_YORK, MONDAY)).isEqualTo("2026-08-31T10:30:00Z");
        }
    }

    @Test
    void whatIsDueNowIsNotDueAgain() {
        try (var village = new Village(home)) {
            var calendar = new Calendar(village.circle);

            assertThat(calendar.nextMorning(LONDON, MONDAY.minusMillis(1))).isEqualTo(MONDAY);
            assertThat(calendar.nextMorning(LONDON, MONDAY)).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void everyZoneThatHasVoicesHasMorningsAndTheCirclesOwnToo() {
        try (var village = new Village(home, "circle.time-zone = America/New_York\n")) {
            assertThat(new Calendar(village.circle).zones(SUNDAY)).containsExactly(NEW_YORK, DUBLIN, LONDON);
        }
    }

    @Test
    void theDispatcherIsDueAtTheFirstSlotOrEndOfAWindow() {
        try (var village = new Village(home)) {
            var calendar = new Calendar(village.circle);
            assertThat(calendar.nextDispatch(village.books)).isEmpty();
            village.week().run(SUNDAY);
            village.morning().run(LONDON, MONDAY);
            var firstSlot = village.turns(State.READY).stream()
                    .map(turn -> turn.turn().slot())
                    .min(Instant::compareTo)
                    .orElseThrow();

            assertThat(calendar.nextDispatch(village.books)).contains(firstSlot);
            village.turns(State.READY).forEach(turn -> withdraw(village, turn));
            var firstEnd = village.turns(State.ASKED, State.PLANNED).stream()
                    .map(turn -> turn.turn().window().until())
                    .min(Instant::compareTo)
                    .orElseThrow();

            assertThat(calendar.nextDispatch(village.books)).contains(firstEnd);
        }
    }

    private static void withdraw(Village village, Booked turn) {
        village.books.turns().move(turn, State.WITHDRAWN, MONDAY, "Struck.");
    }

    @Test
    void whatIsNotKnownIsDueWhenALookAtItCounts() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            village.morning().run(LONDON, MONDAY);
            var turns = village.books.turns();
            var turn = village.turns(State.READY).get(0);
            var slot = turn.turn().slot();
            village.turns(State.READY).stream().skip(1).forEach(one -> withdraw(village, one));

            turns.move(turns.move(turn, State.SENDING, slot, "It leaves."), State.UNKNOWN, slot, "No answer came.");

            assertThat(new Calendar(village.circle).nextDispatch(village.books))
                    .contains(slot.plus(Duration.ofMinutes(10)));
        }
    }
}
