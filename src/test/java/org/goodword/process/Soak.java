package org.goodword.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.goodword.outbox.State;

/**
 * Lets the real daemon live for a while, turns becoming due all the time, against a far side that drops, delays and refuses
 * at random; then lets it settle what is open, and holds both sides' books against each other.
 */
final class Soak {
    private static final int MEMBERS = 30;

    /** Of a hundred requests five are dropped after their effect, five delayed, and five refused. */
    private static final double OFTEN = 0.05;

    private static final int LATE_MILLIS = 400;

    /** Pages in X's place make everything wait for minutes, so a short soak has none. */
    private static final Duration LONG_ENOUGH_FOR_PAGES = Duration.ofMinutes(10);

    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(20);

    private final Path home;
    private final TrialCircle circle;
    private final Far far;
    private final Consumer<String> tell;
    private final List<String> complaints = new ArrayList<>();

    private Soak(Path home, TrialCircle circle, Far far, Consumer<String> tell) {
        this.home = home;
        this.circle = circle;
        this.far = far;
        this.tell = tell;
    }

    /** @param complaints what is not as it should be */
    record Found(TrialCircle.Books ours, BothBooks both, Far.Books there, List<String> complaints) {
        String inWords() {
            var states = new StringBuilder();
            for (var state : State.values()) {
                if (ours.count(state) > 0) {
                    states.append(ours.count(state))
                            .append(' ')
                            .append(state.words())
                            .append(", ");
                }
            }
            return ours.turns().size() + " turns: " + states + both.introductions() + " posts and " + both.reposts()
                    + " reposts there; billed $" + there.billedMilliDollars() / 1000.0 + ", in our ledger $"
                    + ours.spentMilliDollars() / 1000.0;
        }
    }

    /** @param every how often turns become due, two introductions and two reposts at a time */
    static Found run(Duration time, Duration every, long seed, Path home, Consumer<String> tell) {
        tell.accept("seed " + seed);
        var circle = TrialCircle.founded(home, seed, MEMBERS);
        try (var far = Far.start(home, seed)) {
            circle.settle(far);
            misbehave(far, seed, time.compareTo(LONG_ENOUGH_FOR_PAGES) >= 0);
            return new Soak(home, circle, far, tell).run(time, every);
        }
    }

    private static void misbehave(Far far, long seed, boolean withPages) {
        far.dropsReplies("*", Far.EVERYTHING, OFTEN, seed);
        far.isSlow("*", Far.EVERYTHING, OFTEN, seed + 1, LATE_MILLIS);
        var each = OFTEN / (withPages ? 4 : 3);
        far.answers("*", Far.EVERYTHING, each, seed + 2, 503, "");
        far.answers(
                "*", Far.EVERYTHING, each, seed + 3, 401, "{\\\"title\\\":\\\"Unauthorized\\\",\\\"status\\\":401}");
        far.answers(
                "*",
                Far.EVERYTHING,
                each,
                seed + 4,
                403,
                "{\\\"title\\\":\\\"Forbidden\\\",\\\"detail\\\":\\\"You are not permitted to perform this action.\\\"}");
        if (withPages) {
            far.answers("*", Far.EVERYTHING, each, seed + 5, 403, "<html><title>Blocked</title></html>");
        }
    }

    private Found run(Duration time, Duration every) {
        try (var daemon = Program.start(home, "INFO", "run")) {
            daemon.line(line -> line.contains("started circle="));
            for (var left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(every)) {
                circle.becomeDue(2, 2);
                if (!daemon.works(every)) {
                    complaints.add("the daemon ended by itself:\n" + daemon.said());
                }
                tell.accept(left.toSeconds() + " s left, " + circle.open() + " turns open");
            }
            far.worksAgain();
            daemon.worksUntil(() -> circle.open() == 0, SETTLES_WITHIN);
            var code = daemon.terminate(Program.PATIENCE);
            if (code != 0) {
                complaints.add("the daemon ended with " + code + ":\n" + daemon.said());
            }
            if (daemon.said().contains("a round failed")) {
                complaints.add("a round failed:\n" + daemon.said());
            }
        }
        return found();
    }

    private Found found() {
        var there = far.books();
        var ours = circle.books();
        var both = BothBooks.compared(there.effects(), ours, circle::isAgreed);
        complaints.addAll(both.complaints());
        if (ours.spentMilliDollars() < there.billedMilliDollars()) {
            complaints.add("the far side bills " + there.billedMilliDollars()
                    + " thousandths of a dollar, and our ledger knows of " + ours.spentMilliDollars());
        }
        ours.turns().stream()
                .filter(turn -> turn.reason().isBlank())
                .forEach(turn -> complaints.add("turn " + turn.id() + " ended without a reason"));
        circle.turnedAway().forEach(who -> complaints.add(who + " is signed out, though it can sign in"));
        return new Found(ours, both, there, List.copyOf(complaints));
    }
}
