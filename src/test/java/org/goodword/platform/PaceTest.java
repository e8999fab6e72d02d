package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Tariff.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Optional<Handle> BLUEBIRD = Optional.of(Handle.of("@bluebirdbakes"));
    private static final Optional<Handle> JOINERY = Optional.of(Handle.of("@hillstjoinery"));

    private final MemoryLedger ledger = new MemoryLedger();
    private final Pace pace = new Pace(
            () -> new Tariff(
                    Map.of(),
                    List.of(
                            new Limit(List.of(Call.REPOST), false, 50, QUARTER),
                            new Limit(List.of(Call.READ), true, 10, QUARTER),
                            new Limit(
                                    List.of(Call.PUBLISH, Call.PUBLISH_WITH_LINK, Call.REPOST),
                                    false,
                                    300,
                                    Duration.ofHours(3)))),
            ledger,
            ZoneId.of("Europe/London"));

    @Test
    void halfOfALimitIsLeftFree() {
        ledger.called(NOW.minusSeconds(60), Call.REPOST, BLUEBIRD, 24);
        assertThat(pace.wait(Call.REPOST, BLUEBIRD, NOW)).isEmpty();

        ledger.called(NOW.minusSeconds(60), Call.REPOST, BLUEBIRD, 1);
        var wait = pace.wait(Call.REPOST, BLUEBIRD, NOW).orElseThrow();

        assertThat(wait.reason()).contains("@bluebirdbakes").contains("50 in 15 min");
        assertThat(wait.from()).isEqualTo(NOW.plus(QUARTER));
    }

    @Test
    void theWaitEndsWhenEnoughCallsHaveAged() {
        ledger.called(NOW.minus(Duration.ofMinutes(12)), Call.REPOST, BLUEBIRD, 25);

        assertThat(pace.wait(Call.REPOST, BLUEBIRD, NOW).orElseThrow().from())
                .isEqualTo(NOW.plus(QUARTER.dividedBy(4)));
    }

    @Test
    void anAccountsLimitIsItsOwn() {
        ledger.called(NOW, Call.REPOST, BLUEBIRD, 25);

        assertThat(pace.wait(Call.REPOST, JOINERY, NOW)).isEmpty();
    }

    @Test
    void theAppsLimitIsEveryones() {
        ledger.called(NOW, Call.READ, BLUEBIRD, 3).called(NOW, Call.READ, Optional.empty(), 2);

        assertThat(pace.wait(Call.READ, JOINERY, NOW).orElseThrow().reason()).contains("the app");
    }

    @Test
    void callsThatShareALimitAreCountedTogether() {
        var earlier = NOW.minus(Duration.ofHours(1));
        ledger.called(earlier, Call.PUBLISH, BLUEBIRD, 100).called(earlier, Call.REPOST, BLUEBIRD, 50);

        assertThat(pace.wait(Call.PUBLISH_WITH_LINK, BLUEBIRD, NOW)
                        .orElseThrow()
                        .reason())
                .contains("300 in 3 h");
    }

    @Test
    void oncePushedBackAnAccountGoesOn() {
        ledger.pushedBack(NOW.minus(Duration.ofHours(1)), BLUEBIRD);

        assertThat(pace.wait(Call.REPOST, BLUEBIRD, NOW)).isEmpty();
    }

    @Test
    void twiceWithinADayItRestsForADayFromTheSecond() {
        var second = NOW.minus(Duration.ofHours(20));
        ledger.pushedBack(second.minus(Duration.ofHours(23)), BLUEBIRD).pushedBack(second, BLUEBIRD);

        var wait = pace.wait(Call.REPOST, BLUEBIRD, NOW).orElseThrow();

        assertThat(wait.reason())
                .isEqualTo("@bluebirdbakes was told \"too many\" twice within a day, so it rests for a day, until"
                        + " Wednesday 9 September at 15:00");
        assertThat(pace.wait(Call.REPOST, BLUEBIRD, NOW.plusSeconds(61)))
                .map(Pace.Wait::reason)
                .contains(wait.reason());
        assertThat(wait.from())
                .isBetween(
                        second.plus(Duration.ofDays(1)),
                        second.plus(Duration.ofDays(1)).plusSeconds(61));
        assertThat(pace.wait(Call.REPOST, BLUEBIRD, wait.from())).isEmpty();
        assertThat(pace.wait(Call.REPOST, JOINERY, NOW)).isEmpty();
    }

    @Test
    void twiceFurtherApartThanADayIsNoRest() {
        var second = NOW.minus(Duration.ofHours(1));
        ledger.pushedBack(second.minus(Duration.ofHours(25)), BLUEBIRD).pushedBack(second, BLUEBIRD);

        assertThat(pace.wait(Call.REPOST, BLUEBIRD, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMELINE", "SIGNED_IN", "DELETE", "UNDO_REPOST"})
    void settlingTestingAndTakingBackGoOnWhileAnAccountRests(Call call) {
        ledger.pushedBack(NOW.minusSeconds(120), BLUEBIRD).pushedBack(NOW.minusSeconds(60), BLUEBIRD);

        assertThat(pace.wait(call, BLUEBIRD, NOW)).isEmpty();
    }
}
