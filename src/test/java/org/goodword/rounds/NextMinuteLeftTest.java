package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.PostId;
import org.goodword.roster.Waking;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextMinuteLeftTest {
    @TempDir
    Path home;

    /** 23:30 in London, when every shop of the circle but the night oven is shut. */
    private static final Instant NIGHT = Instant.parse("2026-08-31T22:30:00Z");

    private Village village;

    @BeforeEach
    void dealAMorning() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Booked asked() {
        return village.asked.stream()
                .filter(one -> one.turn().slot().isBefore(NIGHT))
                .findFirst()
                .orElseThrow();
    }

    /** Else it would keep its distance from that. */
    private void sayNoToWhatElseTheVoiceWasAsked() {
        village.asked.stream()
                .filter(other -> other.what().voice().equals(asked().what().voice()) && other.id() != asked().id())
                .forEach(other -> village.books.turns().move(other, State.DECLINED, MONDAY, "The voice said no."));
    }

    private Optional<Instant> slot(Instant yesAt) {
        return new NextMinuteLeft(village.books, village.circle).slot(asked().turn(), yesAt);
    }

    private Waking waking() {
        return village.circle.roster(MONDAY).waking(asked().what().voice()).orElseThrow();
    }

    @Test
    void aYesInTimeKeepsTheSlotThatTheVoiceWasShown() {
        var slot = asked().turn().slot();

        assertThat(slot(MONDAY)).contains(slot);
        assertThat(slot(slot)).contains(slot);
    }

    @Test
    void aLateYesGetsALaterMinuteInsideHoursAndWindow() {
        var late = asked().turn().slot().plusSeconds(1);

        assertThat(slot(late)).hasValueSatisfying(minute -> {
            assertThat(minute).isAfter(late);
            assertThat(waking().allows(minute)).isTrue();
            assertThat(asked().turn().window().contains(minute)).isTrue();
        });
    }

    @Test
    void aYesAtNightWaitsForTheVoicesMorning() {
        assertThat(waking().allows(NIGHT)).isFalse();
        sayNoToWhatElseTheVoiceWasAsked();

        assertThat(slot(NIGHT)).hasValueSatisfying(minute -> {
            assertThat(minute).isAfter(NIGHT.plus(Duration.ofHours(5)));
            assertThat(waking().allows(minute)).isTrue();
            assertThat(waking().allows(minute.minus(Duration.ofHours(3)))).isFalse();
        });
    }

    @Test
    void theMinuteKeepsItsDistanceFromWhatWentOutMeanwhile() {
        var late = asked().turn().slot().plusSeconds(60);
        var other = village.turns(State.READY).get(0);
        var turns = village.books.turns();
        turns.sent(
                turns.move(other, State.SENDING, late, "The request leaves."),
                new PostId("81"),
                late,
                late,
                "X took it.");

        assertThat(slot(late))
                .hasValueSatisfying(minute -> assertThat(minute).isAfterOrEqualTo(late.plus(Duration.ofMinutes(45))));
    }

    @Test
    void whenItsTimeIsAlmostOverThereIsNoMinuteLeft() {
        assertThat(slot(asked().turn().window().until().minusMillis(1))).isEmpty();
    }

    @Test
    void aVoiceThatLeftMeanwhileHasNoMinute() {
        var late = asked().turn().slot().plusSeconds(60);
        village.membership().leave(asked().what().voice(), MONDAY, "the terminal");

        assertThat(slot(late)).isEmpty();
    }
}
