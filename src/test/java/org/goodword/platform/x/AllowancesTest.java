package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.SignInsOf.JOINERY;
import static org.goodword.platform.x.XClientTest.NOW;
import static org.goodword.platform.x.XClientTest.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.goodword.platform.Account;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.PostId;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** X's own count of what is left is believed, and no call is wasted on a closed door. */
class AllowancesTest {
    private static final String DONE = "{\"data\":{\"retweeted\":true,\"rest_id\":\"9\"}}";
    private static final Instant RESET = NOW.plus(Duration.ofMinutes(10));

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final ScriptedX x = new ScriptedX();
    private final XClient client = new XClient(app(x.baseUrl(), Secret.NONE), SignInsOf.everyone(), time::get);

    @AfterEach
    void close() {
        x.close();
    }

    private Outcome<PostId> repostBy(Account voice) {
        return client.repost(voice, new PostId("5"));
    }

    private static Map<String, String> left(String kind, int remaining, Instant reset) {
        return Map.of(kind + "-remaining", "" + remaining, kind + "-reset", "" + reset.getEpochSecond());
    }

    @Test
    void whenNothingIsLeftXIsNotAskedBeforeTheReset() {
        x.answers(200, DONE, left("x-rate-limit", 0, RESET)).answers(200, DONE);

        assertThat(repostBy(BLUEBIRD)).isInstanceOf(Done.class);
        var later = (Later<PostId>) repostBy(BLUEBIRD);

        assertThat(later.pushedBack()).isFalse();
        assertThat(later.from()).isBetween(RESET, RESET.plusSeconds(59));
        assertThat(x.asked()).hasSize(1);

        time.set(RESET);
        assertThat(repostBy(BLUEBIRD)).isInstanceOf(Done.class);
    }

    @Test
    void oneAccountsDoorIsNotAnothers() {
        x.answers(200, DONE, left("x-rate-limit", 0, RESET))
                .answers(200, DONE)
                .answers(201, "{\"data\":{\"id\":\"7\"}}");

        repostBy(BLUEBIRD);

        assertThat(repostBy(JOINERY)).isInstanceOf(Done.class);
        assertThat(client.publish(BLUEBIRD, "Ask them.", false)).isInstanceOf(Done.class);
    }

    @Test
    void theAppsDayIsEveryones() {
        x.answers(200, DONE, left("x-app-limit-24hour", 0, NOW.plus(Duration.ofHours(5))));

        repostBy(BLUEBIRD);

        assertThat(((Later<?>) repostBy(JOINERY)).from()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(5)));
    }

    @Test
    void anAccountsDayOutlastsItsQuarterOfAnHour() {
        x.answers(
                429,
                "",
                Map.of(
                        "x-rate-limit-remaining",
                        "40",
                        "x-rate-limit-reset",
                        "" + RESET.getEpochSecond(),
                        "x-user-limit-24hour-remaining",
                        "0",
                        "x-user-limit-24hour-reset",
                        "" + NOW.plus(Duration.ofHours(7)).getEpochSecond()));

        var later = (Later<?>) repostBy(BLUEBIRD);

        assertThat(later.pushedBack()).isTrue();
        assertThat(later.from())
                .isBetween(
                        NOW.plus(Duration.ofHours(7)),
                        NOW.plus(Duration.ofHours(7)).plusSeconds(59));
    }

    @Test
    void tooManyWaitsForTheResetAndALittleMore() {
        x.answers(429, "", left("x-rate-limit", 0, RESET));

        var first = (Later<?>) repostBy(BLUEBIRD);
        var second = (Later<?>) repostBy(BLUEBIRD);

        assertThat(first.pushedBack()).isTrue();
        assertThat(second.pushedBack()).isFalse();
        assertThat(first.from()).isEqualTo(second.from()).isBetween(RESET, RESET.plusSeconds(59));
        assertThat(x.asked()).hasSize(1);
    }

    @Test
    void aWrongClockAtTheFarSideClosesNothingForLong() {
        x.answers(429, "", left("x-rate-limit", 0, NOW.plus(Duration.ofDays(400))))
                .answers(429, "", Map.of("x-rate-limit-remaining", "0", "x-rate-limit-reset", "99999999999999999999"));

        assertThat(((Later<?>) repostBy(BLUEBIRD)).from()).isBefore(NOW.plus(Duration.ofMinutes(17)));
        assertThat(((Later<?>) repostBy(JOINERY)).from()).isBefore(NOW.plus(Duration.ofMinutes(17)));
    }

    @Test
    void aFreshAllowanceOpensTheDoorAgain() {
        x.answers(200, DONE, left("x-rate-limit", 0, RESET))
                .answers(200, DONE, left("x-rate-limit", 49, RESET.plus(Allowances.WINDOW)))
                .answers(200, DONE);
        repostBy(BLUEBIRD);
        time.set(RESET);

        assertThat(repostBy(BLUEBIRD)).isInstanceOf(Done.class);
        assertThat(repostBy(BLUEBIRD)).isInstanceOf(Done.class);
    }
}
