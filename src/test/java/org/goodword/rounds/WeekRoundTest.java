package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rounds.books.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeekRoundTest {
    @TempDir
    Path home;

    /** Stands for the plug being pulled. */
    private static final class PlugPulled extends Error {}

    @Test
    void onSundayTheNextWeekIsDealt() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);

            var plan = village.books.journal().plan(WEEK.name()).orElseThrow();
            assertThat(plan.days()).hasSizeGreaterThan(15);
            assertThat(plan.line()).hasSize(24);
            assertThat(village.turns(State.PLANNED))
                    .isNotEmpty()
                    .allMatch(turn -> turn.turn().week().equals(WEEK.name()))
                    .allMatch(turn -> !turn.turn().day().isBefore(WEEK.monday()))
                    .allMatch(turn -> !turn.turn().day().isAfter(WEEK.sunday()));
            assertThat(village.books.registry().followers()).hasSize(25);
        }
    }

    @Test
    void whoIsSuspendedIsToldOfAsSuchAndNotAsMisspelt() {
        try (var village = new Village(home)) {
            village.platform.missing.put(Handle.of("@plainsums"), "X has suspended this account");
            village.platform.missing.put(Handle.of("@bluebirdbakes"), "X knows no account of that name");

            village.week().run(SUNDAY);

            assertThat(village.books.notices().open())
                    .extracting(notice -> notice.what() + " " + notice.action())
                    .containsExactlyInAnyOrder(
                            "@plainsums: X has suspended this account. goodword members pause @plainsums",
                            "@bluebirdbakes: X knows no account of that name. Correct it in the roster");
        }
    }

    @Test
    void aWeekIsDealtOnce() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            var dealt = village.ids();

            village.week().run(SUNDAY.plusSeconds(60));
            village.week().run(SUNDAY.plus(Duration.ofDays(2)));

            assertThat(village.ids()).isEqualTo(dealt);
            assertThat(village.platform.calls).hasSize(1);
        }
    }

    @Test
    void aWeekDealtLateIntroducesNobodyOnADayThatIsOver() {
        try (var village = new Village(home)) {
            village.week().run(Village.MONDAY.plus(Duration.ofDays(2)).plus(Duration.ofHours(8)));

            // on Wednesday afternoon: Wednesday's own morning is not made up any more
            assertThat(village.turns(State.PLANNED))
                    .isNotEmpty()
                    .allMatch(turn -> turn.turn().day().isAfter(WEEK.monday().plusDays(2)));
            assertThat(village.books.journal().plan(WEEK.name()).orElseThrow().days())
                    .describedAs("voices keep days all over the week for the weeks to come")
                    .containsValue(java.time.DayOfWeek.MONDAY);
        }
    }

    @Test
    void aWeekDealtLateInTheMorningStillIntroducesToday() {
        try (var village = new Village(home)) {
            village.week().run(Village.MONDAY.plus(Duration.ofDays(2)).plus(Duration.ofHours(5)));

            assertThat(village.turns(State.PLANNED))
                    .anyMatch(turn -> turn.turn().day().equals(WEEK.monday().plusDays(2)));
        }
    }

    @Test
    void aDealThatWasMissedIsMadeUpWithinItsWeek() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY.plus(Duration.ofDays(2)));

            assertThat(village.books.journal().plan(WEEK.name())).isPresent();
            assertThat(village.books.journal().plan(WEEK.next().name())).isEmpty();
        }
    }

    @Test
    void aCircleThatPlansOnFridayDealsTheWeekThatComes() {
        try (var village = new Village(home, "plan.at = friday 18:00\n")) {
            village.week().run(SUNDAY.minus(Duration.ofDays(2)));

            assertThat(village.books.journal().plan(WEEK.name())).isPresent();
            assertThat(village.books.journal().plan(WEEK.before().name())).isEmpty();
        }
    }

    @Test
    void foreseeingChangesNothing() {
        try (var village = new Village(home)) {
            var foreseen = village.week().foresee(WEEK, SUNDAY);

            assertThat(foreseen.introductions()).isNotEmpty();
            assertThat(village.allTurns()).isEmpty();
            assertThat(village.books.journal().plan(WEEK.name())).isEmpty();
        }
    }

    @Test
    void whatIsForeseenIsWhatIsDealt() {
        try (var village = new Village(home)) {
            var foreseen = village.week().foresee(WEEK, SUNDAY);

            village.week().run(SUNDAY);

            assertThat(village.turns(State.PLANNED))
                    .extracting(turn -> turn.what())
                    .containsExactlyInAnyOrderElementsOf(
                            foreseen.introductions().stream().map(Turn::what).toList());
        }
    }

    @Test
    void aCrashBeforeThePlanIsWrittenDealsNothingTwice() {
        try (var village = new Village(home)) {
            var cut = village.withoutPowerAt(new CutJournal(village.books.journal(), true));
            assertThatThrownBy(() -> new WeekRound(cut, village.circle, village.platform).run(SUNDAY))
                    .isInstanceOf(PlugPulled.class);
            var dealt = village.ids();
            assertThat(dealt).isNotEmpty();

            village.week().run(SUNDAY.plusSeconds(60));

            assertThat(village.ids()).isEqualTo(dealt);
            assertThat(village.books.journal().plan(WEEK.name())).isPresent();
        }
    }

    @Test
    void aCrashAfterThePlanIsWrittenIsMadeGood() {
        try (var village = new Village(home)) {
            var cut = village.withoutPowerAt(new CutJournal(village.books.journal(), false));
            assertThatThrownBy(() -> new WeekRound(cut, village.circle, village.platform).run(SUNDAY))
                    .isInstanceOf(PlugPulled.class);
            var dealt = village.ids();
            var plan = village.books.journal().plan(WEEK.name());

            village.week().run(SUNDAY.plusSeconds(60));

            assertThat(village.ids()).isEqualTo(dealt);
            assertThat(village.books.journal().plan(WEEK.name())).isEqualTo(plan);
            assertThat(village.books.journal().isDone(WeekRound.NAME, WEEK.name()))
                    .isTrue();
        }
    }

    /** A journal whose program ends before it writes the plan, or right after. */
    private record CutJournal(Journal journal, boolean before) implements Journal {
        @Override
        public void plan(Plan plan) {
            if (!before) {
                journal.plan(plan);
            }
            throw new PlugPulled();
        }

        @Override
        public boolean isDone(String round, String key) {
            return journal.isDone(round, key);
        }

        @Override
        public void done(String round, String key, Instant at) {
            journal.done(round, key, at);
        }

        @Override
        public Optional<Instant> lastDone(String round) {
            return journal.lastDone(round);
        }

        @Override
        public void running(Instant at) {
            journal.running(at);
        }

        @Override
        public Optional<Instant> lastRunning() {
            return journal.lastRunning();
        }

        @Override
        public void wasOff(Window off) {
            journal.wasOff(off);
        }

        @Override
        public List<Window> offSince(Instant since) {
            return journal.offSince(since);
        }

        @Override
        public Optional<Plan> plan(String week) {
            return journal.plan(week);
        }

        @Override
        public Optional<Plan> planBefore(String week) {
            return journal.planBefore(week);
        }

        @Override
        public void approve(String week, Instant at) {
            journal.approve(week, at);
        }
    }
}
