package org.goodword.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * X's rate limits, by the town's time. A window opens with its first call and is whole again when it ends. Beside the
 * 15-minute ones: 10,000 posts in 24 hours for the app, and 300 posts and reposts together in 3 hours for a user.
 */
public final class Limits {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int POSTS_PER_DAY = 10_000;
    private static final int WRITES_PER_THREE_HOURS = 300;

    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        final int limit;
        Instant reset = Instant.MIN;
        int used;

        Window(int limit) {
            this.limit = limit;
        }

        Window at(Instant now, Duration length) {
            if (!now.isBefore(reset)) {
                reset = now.plus(length);
                used = 0;
            }
            return this;
        }

        boolean isFull() {
            return used >= limit;
        }

        void headers(Map<String, String> headers, String prefix) {
            headers.put(prefix + "-limit", Integer.toString(limit));
            headers.put(prefix + "-remaining", Integer.toString(Math.max(0, limit - used)));
            // rounded up: whoever waits until then finds the window open
            headers.put(prefix + "-reset", Long.toString(reset.plusMillis(999).getEpochSecond()));
        }
    }

    /** Whether the call may go on, and the headers that its answer carries either way. */
    public record Counted(boolean isAllowed, Map<String, String> headers) {}

    public synchronized Counted count(Call call, Caller caller, Instant now) {
        var who = caller.isApp() ? "app" : "@" + caller.handle();
        var quarter = window(call + " by " + who, call.limitFor(caller), QUARTER, now);
        var binding = quarter;
        var headers = new LinkedHashMap<String, String>();
        var isFull = quarter.isFull();
        if (call.makesSomething()) {
            var threeHours = window("writes by " + who, WRITES_PER_THREE_HOURS, Duration.ofHours(3), now);
            binding = threeHours.isFull() ? threeHours : quarter;
            isFull |= threeHours.isFull();
            threeHours.used += isFull ? 0 : 1;
        }
        if (call == Call.POST) {
            var day = window("posts of the app", POSTS_PER_DAY, Duration.ofHours(24), now);
            isFull |= day.isFull();
            day.used += isFull ? 0 : 1;
            day.headers(headers, "x-app-limit-24hour");
        }
        quarter.used += isFull ? 0 : 1;
        binding.headers(headers, "x-rate-limit");
        return new Counted(!isFull, headers);
    }

    private Window window(String name, int limit, Duration length, Instant now) {
        return windows.computeIfAbsent(name, unused -> new Window(limit)).at(now, length);
    }
}
