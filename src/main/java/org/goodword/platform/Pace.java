package org.goodword.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.goodword.platform.Tariff.Limit;

/**
 * Keeps well under what the platform publishes: never above half of a limit, and an account that was told "too many" twice
 * within a day rests for a day. Works from the ledger alone, so that a restart forgets nothing.
 */
public final class Pace {
    private static final Duration DAY = Duration.ofDays(1);

    /** A wait is worked out in quarters of the limit's window: finer would only mean more look-ups. */
    private static final int STEPS = 4;

    /** How closely the last "too many" is looked for: whenever it is looked for, the same end of the rest is told. */
    private static final Duration CLOSE_ENOUGH = Duration.ofMillis(1);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK);

    /** When the call may be made, and why not now. */
    public record Wait(Instant from, String reason, boolean isRest) {}

    private final Supplier<Tariff> tariff;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * @param tariff asked each time: the rule file may be edited while the program runs
     * @param zone whose clock is told
     */
    public Pace(Supplier<Tariff> tariff, Ledger ledger, ZoneId zone) {
        this.tariff = tariff;
        this.ledger = ledger;
        this.zone = zone;
    }

    /** @param account whose call it would be; empty for the app's own */
    public Optional<Wait> wait(Call call, Optional<Handle> account, Instant now) {
        return (restIsFor(call) ? rest(account, now) : Optional.<Wait>empty()).or(() -> half(call, account, now));
    }

    /** What settles, tests or takes back goes on: holding it up would do more harm than asking. */
    private static boolean restIsFor(Call call) {
        return switch (call) {
            case PUBLISH, PUBLISH_WITH_LINK, REPOST, READ, POSTS_SINCE, PROFILES -> true;
            case SIGNED_IN, TIMELINE, DELETE, UNDO_REPOST -> false;
        };
    }

    private Optional<Wait> rest(Optional<Handle> account, Instant now) {
        if (ledger.pushbacksSince(account, now.minus(DAY)) == 0) {
            return Optional.empty();
        }
        var last = lastPushback(account, now);
        return ledger.pushbacksSince(account, last.minus(DAY)) < 2
                ? Optional.empty()
                : Optional.of(new Wait(
                        last.plus(DAY).plus(CLOSE_ENOUGH),
                        name(account) + " was told \"too many\" twice within a day, so it rests for a day, until "
                                + MINUTE.format(
                                        last.plus(DAY).plus(CLOSE_ENOUGH).atZone(zone)),
                        true));
    }

    /** The millisecond in which it came: the ledger counts, so this halves the day until it is found. */
    private Instant lastPushback(Optional<Handle> account, Instant now) {
        var from = now.minus(DAY);
        var to = now;
        while (Duration.between(from, to).compareTo(CLOSE_ENOUGH) > 0) {
            var middle = from.plus(Duration.between(from, to).dividedBy(2));
            if (ledger.pushbacksSince(account, middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private Optional<Wait> half(Call call, Optional<Handle> account, Instant now) {
        return tariff.get().limits().stream()
                .filter(limit -> limit.calls().contains(call))
                .filter(limit -> isFull(limit, account, now.minus(limit.per())))
                .map(limit -> new Wait(roomAgain(limit, account, now), reason(limit, account), false))
                .max((one, other) -> one.from().compareTo(other.from()));
    }

    private boolean isFull(Limit limit, Optional<Handle> account, Instant since) {
        var made = ledger.callsSince(limit.calls(), limit.perApp() ? Optional.empty() : account, since);
        return made >= Math.max(1, limit.most() / 2);
    }

    private Instant roomAgain(Limit limit, Optional<Handle> account, Instant now) {
        for (var step = 1; step < STEPS; step++) {
            var wait = limit.per().multipliedBy(step).dividedBy(STEPS);
            if (!isFull(limit, account, now.minus(limit.per()).plus(wait))) {
                return now.plus(wait);
            }
        }
        return now.plus(limit.per());
    }

    private static String reason(Limit limit, Optional<Handle> account) {
        return (limit.perApp() ? "the app" : name(account)) + " has used half of what the platform allows ("
                + limit.most() + " in " + words(limit.per()) + "); the other half is left free on purpose";
    }

    private static String words(Duration per) {
        return per.toMinutes() % 60 == 0 ? per.toHours() + " h" : per.toMinutes() + " min";
    }

    private static String name(Optional<Handle> account) {
        return account.map(Handle::toString).orElse("the app");
    }
}
