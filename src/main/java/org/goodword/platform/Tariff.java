package org.goodword.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.settings.Usd;

/**
 * What the platform charges and how often it may be asked, as the rule file states it.
 *
 * @param prices per attempt for a write, per post or user returned for a read
 * @param limits the published limits
 */
public record Tariff(Map<Call, Usd> prices, List<Limit> limits) {

    public Tariff {
        prices = Map.copyOf(prices);
        limits = List.copyOf(limits);
    }

    public Usd price(Call call) {
        return prices.getOrDefault(call, Usd.ZERO);
    }

    /**
     * A published limit: so many of these calls together in any such stretch of time.
     *
     * @param perApp or else per account
     */
    public record Limit(List<Call> calls, boolean perApp, int most, Duration per) {
        public Limit {
            calls = List.copyOf(calls);
        }
    }

    public Optional<Duration> longestWindow() {
        return limits.stream().map(Limit::per).max(Duration::compareTo);
    }
}
