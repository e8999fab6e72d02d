package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.SUNDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeanShownTest {
    private static final Handle ANN = Handle.of("ann");
    private static final Handle BEN = Handle.of("ben");
    private static final Duration SETTLED = Duration.ofDays(7);

    @TempDir
    Path home;

    @Test
    void tenSettledPostsGiveAMeanAndNineSayNothing() {
        try (var village = new Village(home)) {
            IntStream.rangeClosed(1, 10).forEach(post -> read(village, post, ANN, SETTLED, 100L * post));
            IntStream.rangeClosed(11, 19).forEach(post -> read(village, post, BEN, SETTLED, 900));

            assertThat(new MeanShown(village.books.posts()).at(SUNDAY)).containsOnlyKeys(ANN);
            assertThat(new MeanShown(village.books.posts()).at(SUNDAY)).containsEntry(ANN, 550.0);
        }
    }

    @Test
    void aReadingOnTheSecondDaySaysNothingYet() {
        try (var village = new Village(home)) {
            IntStream.rangeClosed(1, 12).forEach(post -> read(village, post, ANN, Duration.ofDays(2), 5));

            assertThat(new MeanShown(village.books.posts()).at(SUNDAY)).isEmpty();
        }
    }

    @Test
    void theWeekDealsByWhatWasMeasured() {
        try (var village = new Village(home)) {
            var expected = village.week().audience(SUNDAY).of(ANN);
            IntStream.rangeClosed(1, 10).forEach(post -> read(village, post, ANN, SETTLED, 4_000));

            assertThat(village.week().audience(SUNDAY).of(ANN)).isEqualTo(4_000).isNotEqualTo(expected);
        }
    }

    @Test
    void aReadingThatDoesNotTellTimesShownIsLeftOut() {
        try (var village = new Village(home)) {
            IntStream.rangeClosed(1, 10).forEach(post -> read(village, post, ANN, SETTLED, 550));
            var untold = new PostId("11");
            village.books.posts().found(List.of(post(untold, ANN, SUNDAY.minus(Duration.ofDays(40)))));
            village.books.posts().read(List.of(new Snapshot(untold, SUNDAY, Counts.NONE)));

            assertThat(new MeanShown(village.books.posts()).at(SUNDAY)).containsEntry(ANN, 550.0);
        }
    }

    private static void read(Village village, int number, Handle author, Duration age, long shown) {
        var id = new PostId(Integer.toString(number));
        var at = SUNDAY.minus(Duration.ofDays(40)).plusSeconds(number);
        village.books.posts().found(List.of(post(id, author, at)));
        village.books.posts().read(List.of(new Snapshot(id, at.plus(age), new Counts(shown, 0, 0, 0, 0, 0))));
    }

    private static Seen post(PostId id, Handle author, Instant at) {
        return new Seen(
                id, author, "u-" + author.name(), author, at, Optional.empty(), false, false, true, Optional.empty());
    }
}
