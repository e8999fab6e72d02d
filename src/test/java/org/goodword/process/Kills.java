package org.goodword.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;

/**
 * Kills the daemon at random moments while it works through turns that are due, with a far side that drops replies, and
 * holds both sides' books against each other each time. What is left is settled in the end by a daemon that is let live.
 */
final class Kills {
    /** Fewer turns than a daemon can send before it is killed would leave it idle. */
    private static final int TURNS_A_LIFE = 6;

    /** The store is left as a kill left it for most restarts: writing to it here would mend it. */
    private static final int LIVES_A_REFILL = 5;

    private static final int SLOW_MILLIS = 250;

    /** So long after its start a daemon is killed at the latest: it starts in two seconds and sends for another. */
    private static final int LATEST_KILL_AFTER_WORK_BEGAN = 1200;

    private static final int TELL_EVERY = 10;

    private final int kills;
    private final TrialCircle circle;
    private final Far far;
    private final Random dice;
    private final Consumer<String> tell;
    private final List<String> complaints = new ArrayList<>();
    private final Path home;
    private int cutOff;
    private int cutAtTheStart;

    private Kills(int kills, Path home, TrialCircle circle, Far far, Random dice, Consumer<String> tell) {
        this.kills = kills;
        this.home = home;
        this.circle = circle;
        this.far = far;
        this.dice = dice;
        this.tell = tell;
    }

    /**
     * What was found.
     *
     * @param cutOff kills that came while a request was out
     * @param cutAtTheStart kills that came before the daemon had said it was started
     * @param complaints what does not balance
     */
    record Found(
            int kills,
            int cutOff,
            int cutAtTheStart,
            Far.Books there,
            TrialCircle.Books ours,
            BothBooks both,
            List<String> complaints) {
        /** Turns of which nobody knew for a while whether they had gone out. */
        List<Booked> lookedUp() {
            return ours.turns().stream().filter(ours::wasUnknown).toList();
        }

        String inWords() {
            return kills + " kills (" + cutOff + " with a request out, " + cutAtTheStart + " while starting), "
                    + (kills + 1) + " starts; " + ours.count(State.SENT) + " turns sent, " + both.introductions()
                    + " posts and " + both.reposts() + " reposts there; "
                    + lookedUp().size() + " unknown looked up, of which "
                    + lookedUp().stream()
                            .filter(turn -> turn.state() == State.SENT)
                            .count()
                    + " had gone out; " + ours.open() + " open, "
                    + ours.count(State.REFUSED) + " refused by a rule; twice "
                    + both.twice().size() + ", there and not in our books "
                    + both.strangers().size() + ", in our books and not there "
                    + both.missing().size() + ", without consent "
                    + both.withoutConsent().size() + "; billed $" + there.billedMilliDollars() / 1000.0
                    + ", in our ledger $" + ours.spentMilliDollars() / 1000.0;
        }
    }

    /** @param tell takes a line of progress */
    static Found run(int kills, long seed, Path home, Consumer<String> tell) {
        tell.accept("seed " + seed);
        var circle = TrialCircle.founded(home, seed, 16 + kills / 2);
        try (var far = Far.start(home, seed)) {
            circle.settle(far);
            far.dropsConnections("POST", Far.ANY_POST, 0.05, seed + 5);
            far.dropsConnections("POST", Far.ANY_REPOST, 0.05, seed + 6);
            far.dropsReplies("POST", Far.ANY_POST, 0.15, seed);
            far.dropsReplies("POST", Far.ANY_REPOST, 0.15, seed + 1);
            far.dropsReplies("GET", Far.ANY_TIMELINE, 0.1, seed + 2);
            far.isSlow("POST", Far.ANY_POST, 0.7, seed + 3, SLOW_MILLIS);
            far.isSlow("POST", Far.ANY_REPOST, 0.7, seed + 4, SLOW_MILLIS);
            return new Kills(kills, home, circle, far, new Random(seed), tell).run();
        }
    }

    private Found run() {
        for (var kill = 1; kill <= kills; kill++) {
            if (kill % LIVES_A_REFILL == 1) {
                circle.becomeDue(TURNS_A_LIFE * LIVES_A_REFILL / 2, TURNS_A_LIFE * LIVES_A_REFILL / 2);
            }
            liveAndDie();
            compare("after kill " + kill);
            if (kill % TELL_EVERY == 0) {
                tell.accept(kill + " of " + kills + " kills, " + cutOff + " with a request out, " + complaints.size()
                        + " complaints");
            }
        }
        settle();
        return found();
    }

    private void liveAndDie() {
        try (var daemon = Program.start(home, "INFO", "run")) {
            if (dice.nextInt(6) == 0) {
                cutAtTheStart++;
                daemon.works(Duration.ofMillis(dice.nextInt(LATEST_KILL_AFTER_WORK_BEGAN)));
            } else {
                daemon.line(line -> line.contains("started circle="));
                daemon.works(Duration.ofMillis(dice.nextInt(LATEST_KILL_AFTER_WORK_BEGAN)));
            }
            daemon.kill();
        }
    }

    private BothBooks compare(String when) {
        var there = far.books();
        var ours = circle.books();
        cutOff += ours.count(State.SENDING) > 0 ? 1 : 0;
        var both = BothBooks.compared(there.effects(), ours, circle::isAgreed);
        both.complaints().forEach(complaint -> complaints.add(when + ": " + complaint));
        return both;
    }

    private void settle() {
        try (var daemon = Program.start(home, "INFO", "run")) {
            daemon.worksUntil(() -> circle.open() == 0);
            var code = daemon.terminate(Program.PATIENCE);
            if (code != 0) {
                complaints.add("the last daemon ended with " + code + ":\n" + daemon.said());
            }
        }
    }

    private Found found() {
        var both = compare("in the end");
        var there = far.books();
        var ours = circle.books();
        if (ours.spentMilliDollars() < there.billedMilliDollars()) {
            complaints.add("the far side bills " + there.billedMilliDollars()
                    + " thousandths of a dollar, and our ledger knows of " + ours.spentMilliDollars());
        }
        if (ours.open() > 0) {
            complaints.add(ours.open() + " turns were not settled");
        }
        return new Found(kills, cutOff, cutAtTheStart, there, ours, both, List.copyOf(complaints));
    }
}
