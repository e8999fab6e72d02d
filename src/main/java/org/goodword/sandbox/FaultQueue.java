package org.goodword.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * What shall go wrong, in the order in which it was asked for: the first fault that fits a request and whose dice say
 * yes happens to it, and is used up by that. Safe from any thread.
 */
public final class FaultQueue {
    /** What happens to a request. */
    public sealed interface Action permits Answer, Delay, DropReply, DropConnection {
        <T> T match(
                Function<Answer, T> answer,
                Function<Delay, T> delay,
                Function<DropReply, T> dropReply,
                Function<DropConnection, T> dropConnection);
    }

    /** This answer is given, and the request has no effect. */
    public record Answer(int status, String body, Map<String, String> headers) implements Action {
        public Answer {
            headers = Map.copyOf(headers);
        }

        @Override
        public <T> T match(
                Function<Answer, T> answer,
                Function<Delay, T> delay,
                Function<DropReply, T> dropReply,
                Function<DropConnection, T> dropConnection) {
            return answer.apply(this);
        }
    }

    /** The request has its effect at once; the answer comes this much later. */
    public record Delay(Duration by) implements Action {
        @Override
        public <T> T match(
                Function<Answer, T> answer,
                Function<Delay, T> delay,
                Function<DropReply, T> dropReply,
                Function<DropConnection, T> dropConnection) {
            return delay.apply(this);
        }
    }

    /** The request has its effect, but the connection closes without an answer. */
    public record DropReply() implements Action {
        @Override
        public <T> T match(
                Function<Answer, T> answer,
                Function<Delay, T> delay,
                Function<DropReply, T> dropReply,
                Function<DropConnection, T> dropConnection) {
            return dropReply.apply(this);
        }
    }

    /** The connection closes before the request has any effect. */
    public record DropConnection() implements Action {
        @Override
        public <T> T match(
                Function<Answer, T> answer,
                Function<Delay, T> delay,
                Function<DropReply, T> dropReply,
                Function<DropConnection, T> dropConnection) {
            return dropConnection.apply(this);
        }
    }

    /**
     * @param method {@code *} for any
     * @param path segments, of which {@code :name} or {@code *} fits any one, and a last {@code **} all that follow
     * @param handle only requests signed for this account; empty for all
     * @param times how often it happens before it is used up
     * @param probability of happening to a request that fits, by dice thrown from {@code seed}
     */
    public record Fault(
            String method,
            String path,
            Optional<String> handle,
            int times,
            double probability,
            long seed,
            Action action) {
        public Fault {
            if (times < 1 || !(probability > 0 && probability <= 1) || !path.startsWith("/")) {
                throw new IllegalArgumentException("A fault happens at least once, with a probability above 0 and up to"
                        + " 1, on a path that begins with /: times=" + times + " probability=" + probability + " path="
                        + path);
            }
            handle = handle.map(FaultQueue::plain);
        }

        public static Fault once(String method, String path, Action action) {
            return new Fault(method, path, Optional.empty(), 1, 1, 0, action);
        }

        public Fault times(int n) {
            return new Fault(method, path, handle, n, probability, seed, action);
        }

        public Fault forHandle(String who) {
            return new Fault(method, path, Optional.of(who), times, probability, seed, action);
        }

        /** For ever, each time with this probability. */
        public Fault sometimes(double chance, long from) {
            return new Fault(method, path, handle, Integer.MAX_VALUE, chance, from, action);
        }

        boolean fits(String itsMethod, String itsPath, Optional<String> itsHandle) {
            return (method.equals("*") || method.equalsIgnoreCase(itsMethod))
                    && fits(path.split("/", -1), itsPath.split("/", -1))
                    && (handle.isEmpty() || handle.equals(itsHandle.map(FaultQueue::plain)));
        }

        private static boolean fits(String[] pattern, String[] segments) {
            for (var i = 0; i < pattern.length; i++) {
                if (pattern[i].equals("**")) {
                    return true;
                }
                var isAny = pattern[i].equals("*") || pattern[i].startsWith(":");
                if (i >= segments.length || (!isAny && !pattern[i].equals(segments[i]))) {
                    return false;
                }
            }
            return pattern.length == segments.length;
        }
    }

    private static final class Queued {
        final Fault fault;
        final Random dice;
        int left;

        Queued(Fault fault) {
            this.fault = fault;
            this.dice = new Random(fault.seed());
            this.left = fault.times();
        }
    }

    private final List<Queued> queue = new ArrayList<>();

    FaultQueue() {}

    public synchronized void add(Fault fault) {
        queue.add(new Queued(fault));
    }

    public synchronized void clear() {
        queue.clear();
    }

    /** Those that are not used up yet. */
    public synchronized List<Fault> pending() {
        return queue.stream().map(queued -> queued.fault).toList();
    }

    synchronized Optional<Action> next(String method, String path, Optional<String> handle) {
        for (var queued : queue) {
            if (queued.fault.fits(method, path, handle) && queued.dice.nextDouble() < queued.fault.probability()) {
                queued.left--;
                queue.removeIf(used -> used.left == 0);
                return Optional.of(queued.fault.action());
            }
        }
        return Optional.empty();
    }

    private static String plain(String handle) {
        return (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
    }
}
