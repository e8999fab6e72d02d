package org.goodword.conduct;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.goodword.conduct.Verdict.Refused;
import org.goodword.platform.Call;
import org.goodword.platform.Tariff.Limit;
import org.goodword.roster.Kind;

/** What the platform publishes as too much, what it costs, and the last brake. */
final class MoneyChecks {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private MoneyChecks() {}

    static Verdict rate(Case c) {
        return c.rules().tariff().limits().stream()
                .filter(limit -> touches(limit, c.what().kind()))
                .map(limit -> within(c, limit))
                .filter(verdict -> verdict != Verdict.ALLOWED)
                .findFirst()
                .orElse(Verdict.ALLOWED);
    }

    private static Verdict within(Case c, Limit limit) {
        var turns = limit.perApp()
                ? c.around(limit.per().multipliedBy(2)).stream()
                : c.by(c.what().voice())
                        .filter(turn -> c.within(turn, limit.per().multipliedBy(2)));
        var times = TimeChecks.times(turns.filter(turn -> touches(limit, turn.kind())));
        return c.from(
                Sliding.next(times, c.at(), limit.per(), allowed(c.rules(), limit)),
                "rate",
                (limit.perApp() ? "the circle" : c.voiceName())
                        + " would use too large a part of the published limit of " + limit.most() + " in "
                        + limit.per().toMinutes() + " minutes");
    }

    private static boolean touches(Limit limit, Kind kind) {
        return limit.calls().stream().anyMatch(calls(kind)::contains);
    }

    private static Set<Call> calls(Kind kind) {
        return switch (kind) {
            case INTRODUCTION -> Set.of(Call.PUBLISH, Call.PUBLISH_WITH_LINK);
            case REPOST -> Set.of(Call.REPOST);
        };
    }

    /** How much of a published limit we use at most. */
    static int allowed(Rules rules, Limit limit) {
        return rules.number(Figure.PART_OF_LIMIT)
                .multiply(BigDecimal.valueOf(limit.most()))
                .intValue();
    }

    static Verdict budget(Case c) {
        return c.facts()
                .budgetObjection()
                .<Verdict>map(reason -> new Refused("budget", reason))
                .orElse(Verdict.ALLOWED);
    }

    /** At planning the deal and its slots keep to far less; this one trusts nobody who planned. */
    static Verdict blast(Case c) {
        if (c.moment() == Moment.PLANNING) {
            return Verdict.ALLOWED;
        }
        var writes = c.facts().writes().stream().sorted().toList();
        var hour = Sliding.next(writes, c.at(), HOUR, anHour(c));
        var day = Sliding.next(writes, c.at(), DAY, aDay(c));
        var next = hour.flatMap(one -> day.map(other -> one.isAfter(other) ? one : other));
        return c.from(
                next,
                "blast",
                "the last brake: at most " + anHour(c) + " writes leave in an hour and " + aDay(c) + " in a day");
    }

    private static int anHour(Case c) {
        return Math.max(c.rules().count(Figure.WRITES_AN_HOUR), part(c, Figure.MEMBERS_TO_AN_HOURLY_WRITE));
    }

    private static int aDay(Case c) {
        var own = Math.max(c.rules().count(Figure.WRITES_A_DAY), part(c, Figure.MEMBERS_TO_A_DAILY_WRITE));
        return Math.min(own, publishedADay(c).orElse(own));
    }

    private static int part(Case c, Figure members) {
        return c.roster().members().size() / c.rules().count(members);
    }

    /** The app's own daily limit on posts, taken for all writes together. */
    private static Optional<Integer> publishedADay(Case c) {
        return c.rules().tariff().limits().stream()
                .filter(limit -> limit.perApp() && limit.calls().contains(Call.PUBLISH))
                .map(limit -> allowed(c.rules(), limit))
                .findFirst();
    }
}
