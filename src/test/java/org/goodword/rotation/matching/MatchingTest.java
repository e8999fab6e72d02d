package org.goodword.rotation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    /** Everyone is voice and subject; a third of the pairs may not be. */
    private static Board board(long seed, int n, int mostDue) {
        var dice = new SplittableRandom(seed);
        var worths = dice.doubles((long) n * n)
                .map(draw -> draw < 0.33 ? Board.Pairs.NEVER : draw)
                .toArray();
        IntStream.range(0, n).forEach(one -> worths[one * n + one] = Board.Pairs.NEVER);
        return new Board(
                IntStream.range(0, n).toArray(),
                dice.ints(n, 0, 4).toArray(),
                dice.doubles(n, 0.2, 3).toArray(),
                dice.ints(n, 0, mostDue + 1).toArray(),
                new double[n],
                IntStream.range(0, n).toArray(),
                new Board.Pairs() {
                    @Override
                    public double worth(int voice, int subject) {
                        return worths[voice * n + subject];
                    }

                    @Override
                    public int[] near(int subject) {
                        return IntStream.range(0, n).toArray();
                    }
                },
                seed);
    }

    private static Board board(long seed) {
        return board(seed, 2 + (int) (seed % 29), 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyIsPairedThatMayNotBe(long seed) {
        var board = board(seed);

        var hand = Matching.of(board);

        var pairs = new HashSet<String>();
        for (var slot = 0; slot < hand.subjectOfSlot.length; slot++) {
            var voice = hand.voiceOfSlot[slot];
            var subject = hand.subjectOfSlot[slot];
            if (subject != Hand.NONE) {
                assertThat(board.pairs().worth(voice, subject)).isNotEqualTo(Board.Pairs.NEVER);
                assertThat(pairs.add(voice + " for " + subject)).as("twice").isTrue();
                assertThat(pairs).doesNotContain(subject + " for " + voice);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyIsServedMoreThanDue(long seed) {
        var board = board(seed);

        var hand = Matching.of(board);

        assertThat(IntStream.range(0, board.subjects()))
                .allSatisfy(subject -> assertThat(hand.served[subject]).isBetween(0, board.due()[subject]));
        assertThat(Arrays.stream(hand.subjectOfSlot)
                        .filter(subject -> subject != Hand.NONE)
                        .count())
                .isEqualTo(Arrays.stream(hand.served).sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameBoardGivesTheSameHand(long seed) {
        assertThat(Matching.of(board(seed)).subjectOfSlot).isEqualTo(Matching.of(board(seed)).subjectOfSlot);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noPlainGreedyDealIsBetter(long seed) {
        var board = board(seed);
        var greedy = new Hand(board);
        for (var subject = 0; subject < board.subjects(); subject++) {
            for (var voice = 0; voice < board.voices() && greedy.hasRoom(subject); voice++) {
                var slot = greedy.freeSlot(voice);
                if (slot != Hand.NONE && greedy.may(voice, subject)) {
                    greedy.take(slot, subject);
                }
            }
        }

        assertThat(Matching.of(board).value()).isGreaterThanOrEqualTo(greedy.value() - 1e-6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSmallDealFallsShortOfTheBestByMoreThanATenthOfAPair(long seed) {
        var board = board(seed, 2 + (int) (seed % 4), 2);
        var hand = Matching.of(board);

        assertThat(hand.value()).isGreaterThanOrEqualTo(best(new Hand(board), 0) - 0.1);
    }

    /** Every way to fill the slots, one by one. */
    private static double best(Hand hand, int slot) {
        if (slot == hand.subjectOfSlot.length) {
            return hand.value();
        }
        var best = best(hand, slot + 1);
        for (var subject = 0; subject < hand.board.subjects(); subject++) {
            if (hand.hasRoom(subject) && hand.may(hand.voiceOfSlot[slot], subject)) {
                hand.take(slot, subject);
                best = Math.max(best, best(hand, slot + 1));
                hand.leave(slot);
            }
        }
        return best;
    }
}
