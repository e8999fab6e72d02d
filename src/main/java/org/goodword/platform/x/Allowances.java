package org.goodword.platform.x;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.goodword.platform.Handle;

/**
 * What X's rate-limit headers said last, per endpoint and account: when nothing is left there is no use in asking before the
 * reset. Kept in memory alone; after a restart X says it again.
 */
final class Allowances {
    /** X's usual window: the wait when it says "too many" without saying until when. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** No published window is longer; a reset further off is a wrong clock, and is not believed. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** Accounts that were told the same reset come back spread over a minute. */
    private static final int JITTER_SECONDS = 60;

    private enum Kind {
        WINDOW("x-rate-limit"),
        USER_DAY("x-user-limit-24hour"),
        APP_DAY("x-app-limit-24hour");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private record Door(Kind kind, String endpoint, Optional<Handle> account) {}

    private final Map<Door, Instant> closed = new ConcurrentHashMap<>();

    /** When it may be asked, if not now. */
    Optional<Instant> closedUntil(Ask ask, Optional<Handle> account, Instant now) {
        return Stream.of(Kind.values())
                .map(kind -> closed.getOrDefault(door(kind, ask, account), Instant.MIN))
                .filter(until -> until.isAfter(now))
                .max(Instant::compareTo)
                .map(until -> until.plusSeconds(jitter(ask, account, until)));
    }

    void note(Ask ask, Optional<Handle> account, Reply.Answered answer, Instant now) {
        for (var kind : Kind.values()) {
            number(answer.headers(), kind.prefix + "-remaining").ifPresent(remaining -> {
                if (remaining > 0) {
                    closed.remove(door(kind, ask, account));
                } else {
                    closed.put(door(kind, ask, account), reset(answer.headers(), kind, now));
                }
            });
        }
        if (answer.status() == 429 && closedUntil(ask, account, now).isEmpty()) {
            closed.put(door(Kind.WINDOW, ask, account), reset(answer.headers(), Kind.WINDOW, now));
        }
    }

    private static Door door(Kind kind, Ask ask, Optional<Handle> account) {
        return new Door(kind, ask.door(), kind == Kind.APP_DAY ? Optional.empty() : account);
    }

    private static Instant reset(Headers headers, Kind kind, Instant now) {
        return number(headers, kind.prefix + "-reset")
                .map(Instant::ofEpochSecond)
                .filter(reset -> reset.isAfter(now) && !reset.isAfter(now.plus(LONGEST)))
                .orElseGet(() -> now.plus(WINDOW));
    }

    /** At most ten digits: an epoch second as X sends it, and never too large for an Instant. */
    private static Optional<Long> number(Headers headers, String name) {
        return headers.firstValue(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }

    private static int jitter(Ask ask, Optional<Handle> account, Instant until) {
        var what = ask.door() + " " + account.map(Handle::name).orElse("") + " " + until;
        return Math.floorMod(what.hashCode(), JITTER_SECONDS);
    }
}
