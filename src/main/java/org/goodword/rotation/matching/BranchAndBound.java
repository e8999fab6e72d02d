package org.goodword.rotation.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The best deal of a board so small that every way of dealing it can be looked at. Exchanges alone may end in a ring of
 * turns that only all at once could be turned round, and in the smallest circles such a ring is the whole deal.
 *
 * <p>One pair of members after the other points one way or the other or is left out; what cannot lead to more than was
 * found already is not looked at (branch and bound, Land and Doig 1960).
 */
final class BranchAndBound {
    /** With more pairs of members than ten have, each with each, it seldom comes to an end. */
    private static final int MOST_PAIRS = 48;

    /** Some hundredths of a second. */
    private static final int MOST_STEPS = 20_000;

    /** Less than the rounding of the sums. */
    private static final double NOTHING = 1e-6;

    private final Hand hand;
    private final List<List<Turn>> pairs;
    private int[] best;
    private double bestValue;
    private int steps;

    private record Turn(int voice, int subject) {}

    /** What a turn would add now; what it would add after others is never more, as evenness brings less and less. */
    private record Gain(int pair, Turn turn, double value) {}

    private BranchAndBound(Hand found, List<List<Turn>> pairs) {
        this.hand = new Hand(found.board);
        this.pairs = pairs;
        this.best = found.subjectOfSlot.clone();
        this.bestValue = found.value();
    }

    /**
     * The best hand there is; empty where the board is too large to say so.
     *
     * @param found another way, to begin with
     * @param list for each subject all voices that may speak for it
     */
    static Optional<Hand> best(Hand found, Matching.ShortList[] list) {
        if (Arrays.stream(list).mapToInt(near -> near.voices().length).sum() > 2 * MOST_PAIRS) {
            return Optional.empty();
        }
        var pairs = pairs(found.board, list);
        if (pairs.size() > MOST_PAIRS) {
            return Optional.empty();
        }
        var search = new BranchAndBound(found, pairs);
        search.decide(0, 0);
        return search.steps < MOST_STEPS ? Optional.of(search.bestHand()) : Optional.empty();
    }

    /** Who may speak for whom, by pair of members: one turn or two, which are one the other's return. */
    private static List<List<Turn>> pairs(Board board, Matching.ShortList[] list) {
        var pairs = new LinkedHashMap<List<Integer>, List<Turn>>();
        for (var subject : board.line()) {
            for (var voice : list[subject].voices()) {
                var self = board.self()[voice] == Hand.NONE ? board.subjects() + voice : board.self()[voice];
                pairs.computeIfAbsent(
                                List.of(Math.min(self, subject), Math.max(self, subject)), pair -> new ArrayList<>())
                        .add(new Turn(voice, subject));
            }
        }
        return List.copyOf(pairs.values());
    }

    private void decide(int pair, double value) {
        if (value > bestValue + NOTHING) {
            bestValue = value;
            best = hand.subjectOfSlot.clone();
        }
        if (steps++ >= MOST_STEPS) {
            return;
        }
        var gains = gains(pair);
        if (value + most(gains) <= bestValue + NOTHING) {
            return;
        }
        for (var gain : gains) {
            if (gain.pair() == pair) {
                var slot = hand.freeSlot(gain.turn().voice());
                hand.take(slot, gain.turn().subject());
                decide(pair + 1, value + gain.value());
                hand.leave(slot);
            }
        }
        decide(pair + 1, value);
    }

    /** What each turn that is still open would add, the most first. */
    private List<Gain> gains(int from) {
        var gains = new ArrayList<Gain>();
        for (var pair = from; pair < pairs.size(); pair++) {
            for (var turn : pairs.get(pair)) {
                if (hand.hasRoom(turn.subject()) && hand.freeSlot(turn.voice()) != Hand.NONE) {
                    gains.add(new Gain(pair, turn, hand.gain(turn.voice(), turn.subject())));
                }
            }
        }
        gains.sort(Comparator.comparingDouble(Gain::value).reversed());
        return gains;
    }

    /** What can be added at most: as if only voices' places counted, or only what is due, or only that a pair points one way. */
    private double most(List<Gain> gains) {
        var places = hand.board.places().clone();
        var due = hand.board.due().clone();
        for (var slot = 0; slot < hand.subjectOfSlot.length; slot++) {
            if (hand.subjectOfSlot[slot] != Hand.NONE) {
                places[hand.voiceOfSlot[slot]]--;
                due[hand.subjectOfSlot[slot]]--;
            }
        }
        var pointed = new boolean[pairs.size()];
        var byVoice = 0.0;
        var bySubject = 0.0;
        var byPair = 0.0;
        for (var gain : gains) {
            byVoice += places[gain.turn().voice()]-- > 0 ? gain.value() : 0;
            bySubject += due[gain.turn().subject()]-- > 0 ? gain.value() : 0;
            byPair += pointed[gain.pair()] ? 0 : gain.value();
            pointed[gain.pair()] = true;
        }
        return Math.min(byPair, Math.min(byVoice, bySubject));
    }

    private Hand bestHand() {
        var hand = new Hand(this.hand.board);
        for (var slot = 0; slot < best.length; slot++) {
            if (best[slot] != Hand.NONE) {
                hand.take(slot, best[slot]);
            }
        }
        return hand;
    }
}
