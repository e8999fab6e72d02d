package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;
import org.junit.jupiter.api.Test;

/** Bounds that only a broken design would miss, even on a busy machine; what was measured is in the messages. */
class SpeedTest {
    @Test
    void signedReadsAreAnsweredByTheThousand() throws IOException {
        try (var far = new Far()) {
            var path = "/2/users/" + far.id("bluebirdbakes") + "/tweets?max_results=10&tweet.fields=public_metrics";
            read(far, path, 300);
            var before = System.nanoTime();
            read(far, path, 1_000);
            var perSecond = 1_000 * 1e9 / (System.nanoTime() - before);

            System.out.printf("signed reads a second, client and server together: %.0f%n", perSecond);
            assertThat(perSecond).as("signed reads a second").isGreaterThan(250);
        }
    }

    private static void read(Far far, String path, int times) {
        for (var i = 0; i < times; i++) {
            far.now = far.now.plusSeconds(2);
            assertThat(far.as("hillstjoinery", "GET", path).status()).isEqualTo(200);
        }
    }

    @Test
    void aSeasonOfTheTownIsQuicklyLived() {
        var residents = IntStream.range(0, 24)
                .mapToObj(i -> new Resident("shop" + i, "Shop", "bakery", 0, 0, Far.LONDON, List.of()))
                .toList();
        var before = System.nanoTime();
        var town = Town.of(1, Far.FOUNDED, residents, Lift.MODEST);
        var seen = 0L;
        for (var day = 0; day < 84; day++) {
            var now = Far.FOUNDED.plus(Duration.ofDays(day));
            for (var resident : residents) {
                for (var post : town.timeline(resident.handle(), now, 0, Long.MAX_VALUE, 10)) {
                    seen += town.tally(post, now).impressions();
                }
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - before);

        System.out.printf("84 days of 24 residents: %d ms%n", took.toMillis());
        assertThat(seen).isPositive();
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }
}
