package org.goodword.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;
import org.junit.jupiter.api.Test;

class WeeklyReachTest {
    private static final PostId ONE = new PostId("1");
    private static final PostId TWO = new PostId("2");

    private static Snapshot reading(PostId post, long shown) {
        return new Snapshot(post, Instant.EPOCH, new Counts(shown, 3, 2, 100, 100, 100));
    }

    @Test
    void theLatestReadingsAreAddedUp() {
        var reach = WeeklyReach.of(List.of(ONE, TWO), Map.of(ONE, reading(ONE, 100), TWO, reading(TWO, 40)), Set.of());

        assertThat(reach).isEqualTo(new WeeklyReach(OptionalLong.of(140), OptionalLong.of(10), 0, 0));
    }

    @Test
    void aPostCountsOnceHoweverManyTurnsItHad() {
        var reach = WeeklyReach.of(List.of(ONE, ONE, ONE), Map.of(ONE, reading(ONE, 100)), Set.of());

        assertThat(reach.shown()).hasValue(100);
    }

    @Test
    void whatWasNotReadIsUnknownAndNeverNothing() {
        var reach = WeeklyReach.of(List.of(ONE, TWO), Map.of(), Set.of());

        assertThat(reach).isEqualTo(new WeeklyReach(OptionalLong.empty(), OptionalLong.empty(), 2, 0));
    }

    @Test
    void timesShownThatThePlatformDoesNotTellAreUnknownThoughTheAnswersAreKnown() {
        var untold = new Snapshot(
                TWO,
                Instant.EPOCH,
                new Counts(
                        OptionalLong.empty(),
                        OptionalLong.of(3),
                        OptionalLong.of(1),
                        OptionalLong.of(0),
                        OptionalLong.of(0),
                        OptionalLong.empty()));

        assertThat(WeeklyReach.of(List.of(TWO), Map.of(TWO, untold), Set.of()))
                .isEqualTo(new WeeklyReach(OptionalLong.empty(), OptionalLong.of(4), 1, 0));
        assertThat(WeeklyReach.of(List.of(ONE, TWO), Map.of(ONE, reading(ONE, 100), TWO, untold), Set.of()))
                .isEqualTo(new WeeklyReach(OptionalLong.of(100), OptionalLong.of(9), 1, 0));
    }

    @Test
    void whatWasReadAndShownToNobodyIsNothing() {
        var reach = WeeklyReach.of(List.of(ONE, TWO), Map.of(ONE, reading(ONE, 0)), Set.of());

        assertThat(reach.shown()).hasValue(0);
        assertThat(reach.unread()).isEqualTo(1);
    }

    @Test
    void aDeletedPostIsInNoTotalAndNotCountedAsUnread() {
        var reach =
                WeeklyReach.of(List.of(ONE, TWO), Map.of(ONE, reading(ONE, 100), TWO, reading(TWO, 40)), Set.of(TWO));

        assertThat(reach).isEqualTo(new WeeklyReach(OptionalLong.of(100), OptionalLong.of(5), 0, 1));
    }

    @Test
    void whereAllWereDeletedNothingIsKnown() {
        var reach = WeeklyReach.of(List.of(TWO), Map.of(TWO, reading(TWO, 40)), Set.of(TWO));

        assertThat(reach).isEqualTo(new WeeklyReach(OptionalLong.empty(), OptionalLong.empty(), 0, 1));
    }

    @Test
    void aDeletedPostOfAnotherWeekIsNotThisWeeks() {
        var reach = WeeklyReach.of(List.of(ONE), Map.of(ONE, reading(ONE, 100)), Set.of(TWO));

        assertThat(reach.deleted()).isZero();
    }

    @Test
    void aWeekWithoutPostsKnowsNothing() {
        assertThat(WeeklyReach.of(List.of(), Map.of(), Set.of()))
                .isEqualTo(new WeeklyReach(OptionalLong.empty(), OptionalLong.empty(), 0, 0));
    }
}
