package org.goodword.rotation.matching;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Who speaks for whom in a deal that is being made: every place of a voice is a slot, every turn due a seat, and a turn is
 * a slot with a seat. Keeps what may never be broken: one voice once for a subject, nobody for somebody who speaks for her.
 */
public final class Hand {
    static final int NONE = -1;

    /** What a turn due counts for when it is served: more than all else that hangs on it. */
    static final double SERVED = 10;

    /** How much an even share of what is seen counts beside the worth of pairs. */
    private static final double EVENNESS = 0.35;

    private static final int LARGEST_TABLE = 1 << 22;

    final Board board;
    final int[] voiceOf;
    final int[] firstSlot;
    final int[] voiceOfSlot;
    final int[] subjectOfSlot;
    final int[] firstSeat;
    final int[] slotOfSeat;
    final int[] served;
    private final int[] seatOfSlot;
    private final double[] reached;
    private final float[] worthOfSlot;
    private final float[] worths;

    Hand(Board board) {
        this.board = board;
        this.voiceOf = board.voiceOf();
        this.firstSlot = sums(board.places());
        this.firstSeat = sums(board.due());
        var slots = firstSlot[board.voices()];
        this.voiceOfSlot = new int[slots];
        for (var voice = 0; voice < board.voices(); voice++) {
            Arrays.fill(voiceOfSlot, firstSlot[voice], firstSlot[voice + 1], voice);
        }
        this.subjectOfSlot = filled(slots);
        this.seatOfSlot = filled(slots);
        this.worthOfSlot = new float[slots];
        this.slotOfSeat = filled(firstSeat[board.subjects()]);
        this.served = new int[board.subjects()];
        this.reached = new double[board.subjects()];
        var pairs = (long) board.voices() * board.subjects();
        this.worths = new float[pairs <= LARGEST_TABLE ? (int) pairs : 0];
        Arrays.fill(worths, Float.NaN);
    }

    private static int[] sums(int[] counts) {
        var sums = new int[counts.length + 1];
        for (var i = 0; i < counts.length; i++) {
            sums[i + 1] = sums[i] + counts[i];
        }
        return sums;
    }

    private static int[] filled(int length) {
        var none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Asked once a pair while the table fits in memory: a rulebook is slower than a look-up. */
    double worth(int voice, int subject) {
        if (worths.length == 0) {
            return board.pairs().worth(voice, subject);
        }
        var at = voice * board.subjects() + subject;
        if (Float.isNaN(worths[at])) {
            worths[at] = (float) board.pairs().worth(voice, subject);
        }
        return worths[at];
    }

    /** Whether asking for a worth again costs no more than a look at a table. */
    boolean remembersWorths() {
        return worths.length > 0;
    }

    /** The voice of this subject's first turn, if it was served. */
    public OptionalInt voiceFor(int subject) {
        return served[subject] > 0 ? OptionalInt.of(voiceOfSlot[slotOfSeat[firstSeat[subject]]]) : OptionalInt.empty();
    }

    boolean hasRoom(int subject) {
        return served[subject] < board.due()[subject];
    }

    /** What the turn in this slot is worth. */
    double worthOf(int slot) {
        return worthOfSlot[slot];
    }

    /** A slot of this voice that no turn has, or {@link #NONE}. */
    int freeSlot(int voice) {
        for (var slot = firstSlot[voice]; slot < firstSlot[voice + 1]; slot++) {
            if (subjectOfSlot[slot] == NONE) {
                return slot;
            }
        }
        return NONE;
    }

    private boolean speaksFor(int voice, int subject) {
        return slotFor(voice, subject) != NONE;
    }

    private int slotFor(int voice, int subject) {
        for (var slot = firstSlot[voice]; slot < firstSlot[voice + 1]; slot++) {
            if (subjectOfSlot[slot] == subject) {
                return slot;
            }
        }
        return NONE;
    }

    /** Whether this voice could take a turn for this subject, all other turns standing. */
    boolean may(int voice, int subject) {
        return worth(voice, subject) != Board.Pairs.NEVER && isApart(voice, subject);
    }

    /** Neither speaks for the other in this deal. */
    boolean isApart(int voice, int subject) {
        return !speaksFor(voice, subject) && !returns(voice, subject);
    }

    private boolean returns(int voice, int subject) {
        return returning(voice, subject) != NONE;
    }

    /** The turn in which this subject speaks for this voice, or {@link #NONE}. */
    int returning(int voice, int subject) {
        var other = voiceOf[subject];
        var self = board.self()[voice];
        return other == NONE || self == NONE ? NONE : slotFor(other, self);
    }

    void take(int slot, int subject) {
        worthOfSlot[slot] = (float) worth(voiceOfSlot[slot], subject);
        var seat = firstSeat[subject] + served[subject]++;
        slotOfSeat[seat] = slot;
        seatOfSlot[slot] = seat;
        subjectOfSlot[slot] = subject;
        reached[subject] += board.reach()[voiceOfSlot[slot]];
    }

    void leave(int slot) {
        var subject = subjectOfSlot[slot];
        var last = firstSeat[subject] + --served[subject];
        var seat = seatOfSlot[slot];
        slotOfSeat[seat] = slotOfSeat[last];
        seatOfSlot[slotOfSeat[seat]] = seat;
        slotOfSeat[last] = NONE;
        seatOfSlot[slot] = NONE;
        subjectOfSlot[slot] = NONE;
        reached[subject] -= board.reach()[voiceOfSlot[slot]];
    }

    /** What one turn more would add: that she is served, what the pair is worth, and how much evener it makes the whole. */
    double gain(int voice, int subject) {
        return SERVED + board.owed()[subject] + worth(voice, subject) + evener(subject, board.reach()[voice]);
    }

    /** How much better what this subject reaches would stand if it reached so much more. */
    double evener(int subject, double more) {
        return EVENNESS * (evenness(subject, reached[subject] + more) - evenness(subject, reached[subject]));
    }

    private double evenness(int subject, double reach) {
        var part = reach / board.due()[subject];
        return Math.min(1, part) + 0.5 * Math.min(1, Math.max(0, part - 1));
    }

    /** All turns served, their pairs and the evenness of what is seen, in one number. */
    double value() {
        var value = 0.0;
        for (var slot = 0; slot < subjectOfSlot.length; slot++) {
            if (subjectOfSlot[slot] != NONE) {
                value += SERVED + board.owed()[subjectOfSlot[slot]] + worthOf(slot);
            }
        }
        for (var subject = 0; subject < board.subjects(); subject++) {
            if (board.due()[subject] > 0) {
                value += EVENNESS * evenness(subject, reached[subject]);
            }
        }
        return value;
    }
}
