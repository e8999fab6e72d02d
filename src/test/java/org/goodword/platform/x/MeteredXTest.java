package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.SignInsOf.JOINERY;
import static org.goodword.platform.x.XClientTest.NOW;
import static org.goodword.platform.x.XClientTest.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.goodword.platform.Budget;
import org.goodword.platform.Call;
import org.goodword.platform.Ledger.Entry;
import org.goodword.platform.MemoryLedger;
import org.goodword.platform.Metered;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Pace;
import org.goodword.platform.PostId;
import org.goodword.platform.Tariff;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings.Ceilings;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The meter and the client together: what X answers over the wire is what stands in the books. */
class MeteredXTest {
    private static final Tariff TARIFF = new Tariff(Map.of(Call.REPOST, Usd.parse("0.015")), List.of());

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final ScriptedX x = new ScriptedX();
    private final MemoryLedger ledger = new MemoryLedger();

    private Metered metered(URI baseUrl) {
        var client = new XClient(app(baseUrl, Secret.NONE), SignInsOf.everyone(), time::get);
        var ceilings = new Ceilings(Usd.parse("5.00"), Usd.parse("20.00"));
        var budget = new Budget(ceilings, ledger, ZoneOffset.UTC);
        return new Metered(
                client, budget, new Pace(() -> TARIFF, ledger, ZoneOffset.UTC), () -> TARIFF, ledger, time::get);
    }

    @AfterEach
    void close() {
        x.close();
    }

    @Test
    void aSecondPushbackWithinADayRestsTheAccountForADay() {
        var metered = metered(x.baseUrl());
        x.answers(429, "").answers(429, "").answers(200, "{\"data\":{\"retweeted\":true}}");

        metered.repost(BLUEBIRD, new PostId("5"));
        metered.repost(BLUEBIRD, new PostId("5"));
        time.set(NOW.plus(Duration.ofHours(5)));
        metered.repost(BLUEBIRD, new PostId("5"));
        time.set(NOW.plus(Duration.ofHours(28)));
        var rested = (Later<PostId>) metered.repost(BLUEBIRD, new PostId("5"));

        assertThat(ledger.entries()).extracting(Entry::pushedBack).containsExactly(true, true);
        assertThat(rested.reason()).contains("rests for a day");
        assertThat(metered.repost(JOINERY, new PostId("5"))).isInstanceOf(Done.class);
    }

    @Test
    void anEmptyPurseIsAskedOnlyOnce() {
        var metered = metered(x.baseUrl());
        x.answers(402, "{\"title\":\"CreditsDepleted\"}");

        metered.repost(BLUEBIRD, new PostId("5"));

        assertThat(metered.repost(JOINERY, new PostId("5"))).isInstanceOf(Refused.class);
        assertThat(metered.read(List.of(new PostId("5")))).isInstanceOf(Refused.class);
        assertThat(x.asked()).hasSize(1);
        assertThat(metered.stopped()).isPresent();
    }

    @Test
    void anXOutOfReachCostsNothing() {
        var closed = x.baseUrl();
        x.close();

        assertThat(metered(closed).repost(BLUEBIRD, new PostId("5"))).isInstanceOf(Later.class);
        assertThat(ledger.entries()).isEmpty();
    }
}
