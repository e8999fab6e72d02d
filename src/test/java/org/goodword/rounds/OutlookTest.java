package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.goodword.outbox.Approvals;
import org.goodword.outbox.TakingBack;
import org.goodword.platform.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weeks from 7 September on, seen from the Monday of the week before. */
class OutlookTest {
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(6));
    private static final Handle BAKER = Handle.of("bluebirdbakes");

    @TempDir
    Path home;

    private Village village;

    @BeforeEach
    void dealAWeekAndItsFirstMorning() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Outlook.Compared compared(Supposition supposition) {
        return Outlook.compare(house(), supposition, 3, NOON);
    }

    private House house() {
        var stopping = new Stopping(village.books, village.circle);
        return new House(
                village.settings,
                village.circle,
                village.books,
                village.platform,
                new Rounds(
                        village.week(),
                        village.redeal(),
                        village.morning(),
                        new DispatchRound(village.books, village.circle, village.platform, stopping, () -> NOON),
                        new SampleRound(
                                village.books,
                                village.circle,
                                village.platform,
                                new DispatchRound(
                                        village.books, village.circle, village.platform, stopping, () -> NOON)),
                        new LetterRound(village.books, village.circle, village.week(), letter -> {}, "goodword"),
                        village.leaving()),
                new Approvals(village.books.turns(), new NextMinuteLeft(village.books, village.circle)),
                new TakingBack(
                        village.books.turns(), stopping, village.platform, () -> DispatchRound.shelf(village.circle)),
                stopping,
                village.membership(),
                () -> {});
    }

    @Test
    void theFirstWeekIsAsItWouldBeDealtNow() {
        var next = compared(new Supposition.WithoutCircle()).without().get(0);
        var foreseen = village.week().foresee(WEEK.next(), NOON);

        assertThat(next.week()).isEqualTo(WEEK.next());
        assertThat(next.days()).isEqualTo(foreseen.plan().days());
        assertThat(next.introductions()).isEqualTo(foreseen.introductions().size());
    }

    @Test
    void supposingWhatIsSoChangesNothing() {
        var capacity = village.circle.roster(NOON).member(BAKER).orElseThrow().capacity();

        var compared = compared(new Supposition.Capacity(BAKER, capacity));

        assertThat(compared.with()).isEqualTo(compared.without());
    }

    @Test
    void supposingChangesNothingInTheBooks() {
        var turns = village.allTurns();
        var calls = village.platform.calls.size();

        compared(new Supposition.Leaves(BAKER));

        assertThat(village.allTurns()).isEqualTo(turns);
        assertThat(village.platform.calls).hasSize(calls);
        assertThat(village.books.journal().plan(WEEK.next().name())).isEmpty();
        assertThat(village.circle.roster(NOON).member(BAKER)).isPresent();
    }

    @Test
    void whoPausesOrLeavesHasNoDayAndIsNotHeard() {
        assertThat(compared(new Supposition.Pauses(BAKER)).with()).allSatisfy(week -> {
            assertThat(week.days()).isNotEmpty().doesNotContainKey(BAKER);
            assertThat(week.heard()).isNotEmpty().doesNotContain(BAKER);
        });
        assertThat(compared(new Supposition.Leaves(BAKER)).with()).allSatisfy(week -> {
            assertThat(week.days()).isNotEmpty().doesNotContainKey(BAKER);
            assertThat(week.heard()).isNotEmpty().doesNotContain(BAKER);
        });
    }

    @Test
    void whoWantsNothingIsNotHeardButSpeaks() {
        assertThat(compared(new Supposition.Want(BAKER, 0)).with()).allSatisfy(week -> {
            assertThat(week.days()).containsKey(BAKER);
            assertThat(week.heard()).doesNotContain(BAKER);
        });
    }

    @Test
    void whoHasNoCapacityHasNoDay() {
        assertThat(compared(new Supposition.Capacity(BAKER, 0)).with())
                .allSatisfy(week -> assertThat(week.days()).doesNotContainKey(BAKER));
    }

    @Test
    void withoutTheCirclesAccountFewerAreHeardAndItCostsLess() {
        var compared = compared(new Supposition.WithoutCircle());

        assertThat(heard(compared.with())).isLessThan(heard(compared.without()));
        for (var week = 0; week < 3; week++) {
            assertThat(compared.with().get(week).introductions())
                    .isLessThan(compared.without().get(week).introductions());
            assertThat(compared.with().get(week).cost())
                    .isLessThan(compared.without().get(week).cost());
        }
    }

    private static int heard(List<Outlook.Coming> weeks) {
        return weeks.stream().mapToInt(week -> week.heard().size()).sum();
    }
}
