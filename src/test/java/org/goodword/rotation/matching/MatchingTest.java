package org.goodword.rotation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    void noPlainWayOfDealingIsBetter(long seed) {
        var board = board(seed);
        var n = board.subjects();
        var dice = new SplittableRandom(seed);

        var greedy = plain(board, IntStream.range(0, n * n).map(pair -> pair % n * n + pair / n));
        var circleMethod =
                plain(board, IntStream.range(0, n * n).map(pair -> pair % n * n + (pair % n + pair / n) % n));
        var random = plain(board, dice.ints(20L * n * n, 0, n * n));

        assertThat(Matching.of(board).value())
                .isGreaterThanOrEqualTo(Math.max(greedy, Math.max(circleMethod, random)) - 1e-6);
    }

    /** What comes of taking pairs in that order, each a voice times the number of subjects plus a subject. */
    private static double plain(Board board, IntStream order) {
        var hand = new Hand(board);
        order.forEach(pair -> {
            var voice = pair / board.subjects();
            var subject = pair % board.subjects();
            var slot = hand.freeSlot(voice);
            if (slot != Hand.NONE && hand.hasRoom(subject) && hand.may(voice, subject)) {
                hand.take(slot, subject);
            }
        });
        return hand.value();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noDealServesMoreThanAFlowCouldAndNobodyWhoJoinsLowersThat(long seed) {
        var all = board(seed);
        var last = all.subjects() - 1;
        var flow = mostServed(all);

        assertThat(Arrays.stream(Matching.of(all).served).sum()).isLessThanOrEqualTo(flow);
        assertThat(mostServed(with(all, last, -all.places()[last], -all.due()[last])))
                .as("before the last joined")
                .isLessThanOrEqualTo(flow);
        for (var voice = 0; voice < all.voices(); voice++) {
            assertThat(mostServed(with(all, voice, 1, 0)))
                    .as("one place more for %d", voice)
                    .isGreaterThanOrEqualTo(flow);
        }
    }

    private static Board with(Board board, int member, int placesMore, int dueMore) {
        var places = board.places().clone();
        var due = board.due().clone();
        places[member] += placesMore;
        due[member] += dueMore;
        return new Board(
                board.line(), places, board.reach(), due, board.owed(), board.self(), board.pairs(), board.seed());
    }

    /** As many turns as pairs and places allow, returns not minded: augmenting paths until there is none. */
    private static int mostServed(Board board) {
        var left = board.places().clone();
        var served = new boolean[board.voices()][board.subjects()];
        var flow = 0;
        for (var subject = 0; subject < board.subjects(); subject++) {
            for (var turn = 0; turn < board.due()[subject]; turn++) {
                flow += serve(board, subject, left, served, new boolean[board.voices()]) ? 1 : 0;
            }
        }
        return flow;
    }

    private static boolean serve(Board board, int subject, int[] left, boolean[][] served, boolean[] asked) {
        for (var voice = 0; voice < board.voices(); voice++) {
            var may = board.pairs().worth(voice, subject) != Board.Pairs.NEVER && !served[voice][subject];
            if (may && !asked[voice]) {
                asked[voice] = true;
                if (left[voice] > 0) {
                    left[voice]--;
                    served[voice][subject] = true;
                    return true;
                }
                for (var other = 0; other < board.subjects(); other++) {
                    if (served[voice][other] && serve(board, other, left, served, asked)) {
                        served[voice][other] = false;
                        served[voice][subject] = true;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSmallDealIsTheBestThereIs(long seed) {
        var board = board(seed, 2 + (int) (seed % 4), 2);

        assertThat(Matching.of(board).value()).isCloseTo(best(new Hand(board), 0), within(1e-5));
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
