package org.goodword.rotation.matching;

import java.util.Arrays;

/**
 * Exchanges turns while that makes the deal better, and for a while also where it makes it a little worse, less and less:
 * what looks best turn by turn is seldom best for all (simulated annealing, Kirkpatrick 1983). Nobody loses a turn by it:
 * a subject only changes one voice for another.
 */
final class Polish {
    /** Trials for each turn, while the deal is small. */
    private static final int TRIALS_A_TURN = 8_000;

    /** How often a small deal is walked: one walk in four loses a turn with fifty members. */
    private static final int WALKS = 3;

    private static final int MOST_TRIALS = 12_000_000;

    /** Above so many turns each gets a few trials only, so that time grows no faster than the circle. */
    private static final int LARGE = 10_000;

    private static final int FEW_TRIALS = 12;

    /** In worth of pairs: a loss that is still taken one time in e at the beginning, and at the end. */
    private static final double WARM = 0.2;

    private static final double COLD = 0.005;

    private static final int BLOCK = 4096;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Hand hand;
    private final Matching.ShortList[] list;
    private final int[] subjectOfSeat;
    private long dice;

    private Polish(Hand hand, Matching.ShortList[] list, int walk) {
        this.hand = hand;
        this.list = list;
        this.dice = hand.board.seed() + walk;
        this.subjectOfSeat = new int[hand.slotOfSeat.length];
        for (var subject = 0; subject < list.length; subject++) {
            Arrays.fill(subjectOfSeat, hand.firstSeat[subject], hand.firstSeat[subject + 1], subject);
        }
    }

    /** @param walk which of the walks it is; each rolls other dice */
    static void of(Hand hand, Matching.ShortList[] list, int walk) {
        new Polish(hand, list, walk).cool();
    }

    /** How often such a deal is worth walking. */
    static int walks(Hand hand) {
        return hand.remembersWorths() && (long) turns(hand) * TRIALS_A_TURN * WALKS <= MOST_TRIALS ? WALKS : 1;
    }

    private static int turns(Hand hand) {
        return Arrays.stream(hand.served).sum();
    }

    private static long trials(Hand hand) {
        var turns = (long) turns(hand);
        if (!hand.remembersWorths() || turns > LARGE) {
            return turns * FEW_TRIALS;
        }
        return walks(hand) > 1 ? turns * TRIALS_A_TURN : MOST_TRIALS;
    }

    /** Block by block, so that what is tried together lies together in memory. */
    private void cool() {
        var seats = hand.slotOfSeat.length;
        var trials = trials(hand);
        var blocks = Math.max(1, seats / BLOCK);
        for (var block = 0; block < blocks; block++) {
            var from = (int) ((long) seats * block / blocks);
            cool(from, (int) ((long) seats * (block + 1) / blocks) - from, trials / blocks);
        }
    }

    private void cool(int from, int seats, long trials) {
        // with few trials a turn there is no time to climb back out of a loss
        var warm = Math.max(COLD, Math.min(WARM, WARM * trials / Math.max(1, seats) / 1000.0));
        var step = StrictMath.pow(COLD / warm, 1.0 / Math.max(1, trials));
        var heat = warm;
        for (var trial = 0L; trial < trials; trial++) {
            exchange(from + below(seats), heat);
            heat *= step;
        }
    }

    /** One turn gets another voice; that voice's turn, if it had one, gets this one's, if there is one. */
    private void exchange(int seat, double heat) {
        var subject = subjectOfSeat[seat];
        var near = list[subject];
        if (near.voices().length == 0) {
            return;
        }
        var slot = hand.slotOfSeat[seat];
        var other = near.voices()[below(near.voices().length)];
        var otherSlot = hand.firstSlot[other] + below(hand.board.places()[other]);
        if (slot == Hand.NONE && hand.returning(other, subject) != Hand.NONE) {
            turnRound(hand.returning(other, subject), hand.freeSlot(other), subject, heat);
        } else if (hand.subjectOfSlot[otherSlot] != subject) {
            swap(slot, subject, otherSlot, heat);
        }
    }

    private void swap(int slot, int subject, int otherSlot, double heat) {
        var otherSubject = hand.subjectOfSlot[otherSlot];
        var other = hand.voiceOfSlot[otherSlot];
        var gain = change(subject, slot, otherSlot);
        if (otherSubject != Hand.NONE) {
            gain += change(otherSubject, otherSlot, slot);
        }
        if (!isTaken(gain, heat)) {
            return;
        }
        leave(slot);
        leave(otherSlot);
        var done = hand.may(other, subject);
        if (done) {
            hand.take(otherSlot, subject);
            if (slot != Hand.NONE && otherSubject != Hand.NONE) {
                done = hand.may(hand.voiceOfSlot[slot], otherSubject);
                if (done) {
                    hand.take(slot, otherSubject);
                } else {
                    hand.leave(otherSlot);
                }
            }
        }
        if (!done) {
            takeBack(slot, subject);
            takeBack(otherSlot, otherSubject);
        }
    }

    /** What it would change if this subject's turn went from one slot to another; from or to none is a turn more or less. */
    private double change(int subject, int from, int to) {
        var reach = hand.board.reach();
        var before = from == Hand.NONE ? 0 : Hand.SERVED + hand.board.owed()[subject] + hand.worthOf(from);
        var after = to == Hand.NONE
                ? 0
                : Hand.SERVED + hand.board.owed()[subject] + hand.worth(hand.voiceOfSlot[to], subject);
        var more = (to == Hand.NONE ? 0 : reach[hand.voiceOfSlot[to]])
                - (from == Hand.NONE ? 0 : reach[hand.voiceOfSlot[from]]);
        return after - before + hand.evener(subject, more);
    }

    /** Instead of the subject for the voice, the voice for the subject. */
    private void turnRound(int returning, int free, int subject, double heat) {
        if (free == Hand.NONE) {
            return;
        }
        var loser = hand.subjectOfSlot[returning];
        var gain = change(subject, Hand.NONE, free) + change(loser, returning, Hand.NONE);
        if (isTaken(gain, heat)) {
            hand.leave(returning);
            hand.take(free, subject);
        }
    }

    private boolean isTaken(double gain, double heat) {
        return gain > 0 || (gain > -8 * heat && StrictMath.exp(gain / heat) > unit());
    }

    private void leave(int slot) {
        if (slot != Hand.NONE && hand.subjectOfSlot[slot] != Hand.NONE) {
            hand.leave(slot);
        }
    }

    private void takeBack(int slot, int subject) {
        if (slot != Hand.NONE && subject != Hand.NONE) {
            hand.take(slot, subject);
        }
    }

    private int below(int bound) {
        dice += GOLDEN;
        return Matching.below(bound, dice);
    }

    private double unit() {
        dice += GOLDEN;
        return (Matching.mix(dice) >>> 11) * 0x1.0p-53;
    }
}
