package org.goodword.rotation.matching;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Deal, repair, polish. Subjects are served in the order of the line, everyone's first turn before anyone's second, each
 * by the best voice that has a place left. Where none has, voices change over along an alternating path until one comes
 * free. Then turns are exchanged while that makes the whole better.
 */
public final class Matching {
    /** How many of the voices near a subject are kept in mind. */
    private static final int SHORT_LIST = 24;

    /** In a circle of so many voices everyone is near. */
    private static final int SMALL = 64;

    /** Up to so many voices there is time to keep more of them in mind. */
    private static final int MIDDLING = 2_000;

    private static final int LONG_LIST = 48;

    /** How many subjects a search for an alternating path may visit. */
    private static final int SHORT_SEARCH = 24;

    private static final int LONG_SEARCH = 400;

    /** How many of the voices with a place left are tried where no voice near has one. */
    private static final int PROBES = 48;

    private static final int[] START = {};

    private final Hand hand;
    private final ShortList[] list;
    /** Voices that may have a place left; a place once taken stays taken while turns are dealt. */
    private final int[] idlers;

    private int idle;

    private Matching(Board board) {
        this.hand = new Hand(board);
        this.list = new ShortList[board.subjects()];
        this.idlers = IntStream.range(0, board.voices())
                .filter(voice -> board.places()[voice] > 0)
                .toArray();
        this.idle = idlers.length;
    }

    /** Voices that may speak for a subject, and what each is worth for it, the worthiest first. */
    @SuppressWarnings("ArrayRecordComponent") // one for each of a hundred thousand subjects
    record ShortList(int[] voices, float[] worths) {
        static final ShortList EMPTY = new ShortList(new int[0], new float[0]);
    }

    /** As good a deal as could be found; of a handful of members the best there is. */
    public static Hand of(Board board) {
        var matching = new Matching(board);
        var first = matching.walked(0);
        return matching.best().orElseGet(() -> walkedAgain(first));
    }

    private Optional<Hand> best() {
        return hand.board.voices() <= SMALL ? BranchAndBound.best(hand, list) : Optional.empty();
    }

    /** One walk through the exchanges may end in a hollow: a small deal is walked a few times, and the best is kept. */
    private static Hand walkedAgain(Hand first) {
        var best = first;
        for (var walk = 1; walk < Polish.walks(first); walk++) {
            var other = new Matching(first.board).walked(walk);
            best = other.value() > best.value() ? other : best;
        }
        return best;
    }

    private Hand walked(int walk) {
        deal();
        Polish.of(hand, list, walk);
        return hand;
    }

    private void deal() {
        var due = hand.board.due();
        var most = Arrays.stream(due).max().orElse(0);
        for (var subject = 0; subject < due.length; subject++) {
            list[subject] = due[subject] == 0 ? ShortList.EMPTY : shortList(subject);
        }
        for (var round = 1; round <= most; round++) {
            for (var subject : hand.board.line()) {
                if (due[subject] >= round && hand.served[subject] < round && !serve(subject)) {
                    if (!repair(subject, SHORT_SEARCH, false) && !serveFromAfar(subject)) {
                        repair(subject, LONG_SEARCH, true);
                    }
                }
            }
        }
    }

    /** The voices near this subject that may speak for it, the worthiest first. */
    private ShortList shortList(int subject) {
        var near = hand.board.pairs().near(subject);
        var keys = new long[near.length];
        var kept = 0;
        for (var voice : near) {
            var worth = hand.board.places()[voice] == 0 ? Board.Pairs.NEVER : hand.worth(voice, subject);
            if (worth != Board.Pairs.NEVER) {
                var tie = mix(hand.board.seed() ^ (((long) voice << 32) | subject)) & 0xff;
                // worth downwards, then the hash, then the voice, in one number that sorts fast
                keys[kept++] = (((1L << 20) - (long) (worth * (1 << 16))) << 40) | (tie << 32) | voice;
            }
        }
        Arrays.sort(keys, 0, kept);
        var voicesInAll = hand.board.voices();
        var most = voicesInAll <= SMALL ? kept : Math.min(kept, voicesInAll <= MIDDLING ? LONG_LIST : SHORT_LIST);
        var voices = new int[most];
        var worths = new float[most];
        for (var i = 0; i < most; i++) {
            voices[i] = (int) keys[i];
            worths[i] = ((1L << 20) - (keys[i] >> 40)) / (float) (1 << 16);
        }
        return new ShortList(voices, worths);
    }

    private boolean serve(int subject) {
        var best = Hand.NONE;
        var bestScore = Double.NEGATIVE_INFINITY;
        var near = list[subject];
        var mostEven = hand.evener(subject, Double.MAX_VALUE);
        for (var i = 0; i < near.voices().length && near.worths()[i] + mostEven > bestScore; i++) {
            var slot = hand.freeSlot(near.voices()[i]);
            if (slot != Hand.NONE && hand.isApart(near.voices()[i], subject)) {
                var score = near.worths()[i] + hand.evener(subject, hand.board.reach()[near.voices()[i]]);
                if (score > bestScore) {
                    best = slot;
                    bestScore = score;
                }
            }
        }
        if (best != Hand.NONE) {
            hand.take(best, subject);
        }
        return best != Hand.NONE;
    }

    /** Breadth first: which voice could come over from a subject that another voice can serve? */
    private boolean repair(int starved, int longest, boolean far) {
        Map<Integer, int[]> cameFrom = new HashMap<>();
        var queue = new ArrayDeque<Integer>();
        cameFrom.put(starved, START);
        queue.add(starved);
        while (!queue.isEmpty() && cameFrom.size() < longest) {
            var subject = queue.remove();
            if (far && subject != starved) {
                var free = farSlot(subject);
                if (free != Hand.NONE && follow(cameFrom, subject, free)) {
                    return true;
                }
            }
            for (var voice : list[subject].voices()) {
                if (!hand.isApart(voice, subject)) {
                    continue;
                }
                var free = hand.freeSlot(voice);
                if (free != Hand.NONE) {
                    if (follow(cameFrom, subject, free)) {
                        return true;
                    }
                    continue;
                }
                for (var slot = hand.firstSlot[voice]; slot < hand.firstSlot[voice + 1]; slot++) {
                    var left = hand.subjectOfSlot[slot];
                    if (cameFrom.putIfAbsent(left, new int[] {slot, subject}) == null) {
                        queue.add(left);
                    }
                }
            }
        }
        return false;
    }

    private boolean serveFromAfar(int subject) {
        var slot = farSlot(subject);
        if (slot != Hand.NONE) {
            hand.take(slot, subject);
        }
        return slot != Hand.NONE;
    }

    /** A place left anywhere in the circle: the best of a few dozen drawn by hash. */
    private int farSlot(int subject) {
        var best = Hand.NONE;
        var bestWorth = Double.NEGATIVE_INFINITY;
        for (var probe = 0; probe < PROBES && idle > 0; probe++) {
            var at = idle <= PROBES ? probe % idle : below(idle, hand.board.seed() + subject * 64L + probe);
            var voice = idlers[at];
            var slot = hand.freeSlot(voice);
            if (slot == Hand.NONE) {
                idlers[at] = idlers[--idle];
            } else if (hand.may(voice, subject) && hand.worth(voice, subject) > bestWorth) {
                best = slot;
                bestWorth = hand.worth(voice, subject);
            }
        }
        return best;
    }

    /** Every voice on the path comes over, the free one first; all is put back where two of them get in each other's way. */
    private boolean follow(Map<Integer, int[]> cameFrom, int end, int free) {
        var done = new ArrayDeque<int[]>();
        var subject = end;
        var slot = free;
        while (hand.may(hand.voiceOfSlot[slot], subject)) {
            var step = cameFrom.getOrDefault(subject, START);
            if (step.length > 0) {
                hand.leave(step[0]);
                done.push(new int[] {step[0], subject});
            }
            hand.take(slot, subject);
            done.push(new int[] {slot, Hand.NONE});
            if (step.length == 0) {
                return true;
            }
            slot = step[0];
            subject = step[1];
        }
        done.forEach(this::undo);
        return false;
    }

    private void undo(int[] step) {
        if (step[1] == Hand.NONE) {
            hand.leave(step[0]);
        } else {
            hand.take(step[0], step[1]);
        }
    }

    /** A number from 0 to {@code bound - 1}, always the same for the same key. */
    static int below(int bound, long key) {
        return (int) (((mix(key) >>> 33) * bound) >>> 31);
    }

    static long mix(long bits) {
        var z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
