package org.goodword.rotation.matching;

import com.google.ortools.graph.MaxFlow;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Other ways to make the same deal, each as good as its kind allows. */
final class Rivals {
    private static final int EVERY_PAIR_UP_TO = 1_000;
    private static final int PAIRS_A_SUBJECT = 24;
    private static final int PAIRS_FOR_CP_SAT = 40;
    private static final int SCALE = 10_000;

    private Rivals() {}

    /** A pair that may be dealt. */
    private record Pair(int voice, int subject, double worth) {}

    /** Each subject's worthiest pairs. */
    private static List<Pair> pairs(Board board, int most) {
        var pairs = new ArrayList<Pair>();
        for (var subject : board.line()) {
            var own = new ArrayList<Pair>();
            for (var voice : near(board, subject)) {
                var worth = board.due()[subject] == 0 ? Board.Pairs.NEVER : board.pairs().worth(voice, subject);
                if (worth != Board.Pairs.NEVER) {
                    own.add(new Pair(voice, subject, worth));
                }
            }
            own.sort(Comparator.comparing(Pair::worth).reversed());
            pairs.addAll(own.subList(0, Math.min(most, own.size())));
        }
        return pairs;
    }

    private static int[] near(Board board, int subject) {
        if (board.voices() > EVERY_PAIR_UP_TO) {
            return board.pairs().near(subject);
        }
        var all = new int[board.voices()];
        Arrays.setAll(all, voice -> voice);
        return all;
    }

    /** The most turns that could be served if pairs were all that stood in the way. */
    static long mostServed(Board board) {
        var flow = new MaxFlow();
        var n = board.subjects();
        pairs(board, Integer.MAX_VALUE).forEach(pair -> flow.addArcWithCapacity(2 + pair.voice(), 2 + n + pair.subject(), 1));
        for (var one = 0; one < n; one++) {
            flow.addArcWithCapacity(0, 2 + one, board.places()[one]);
            flow.addArcWithCapacity(2 + n + one, 1, board.due()[one]);
        }
        flow.solve(0, 1);
        return flow.getOptimalFlow();
    }

    /** The flow of least cost knows pairs and places; what it deals both ways is then dealt one way, and gaps are filled. */
    static Hand flow(Board board) {
        var flow = new MinCostFlow();
        var n = board.subjects();
        var pairs = pairs(board, board.voices() <= EVERY_PAIR_UP_TO ? Integer.MAX_VALUE : PAIRS_A_SUBJECT);
        var reach = board.reach();
        for (var pair : pairs) {
            var even = 0.35 * Math.min(1.5, reach[pair.voice()]) / board.due()[pair.subject()];
            flow.addArcWithCapacityAndUnitCost(
                    2 + pair.voice(), 2 + n + pair.subject(), 1, -Math.round(SCALE * (Hand.SERVED + pair.worth() + even)));
        }
        for (var one = 0; one < n; one++) {
            flow.addArcWithCapacityAndUnitCost(0, 2 + one, board.places()[one], 0);
            flow.addArcWithCapacityAndUnitCost(2 + n + one, 1, board.due()[one], 0);
        }
        var most = Math.min(Arrays.stream(board.places()).sum(), Arrays.stream(board.due()).sum());
        flow.addArcWithCapacityAndUnitCost(0, 1, most, 0);
        flow.setNodeSupply(0, most);
        flow.setNodeSupply(1, -most);
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("the flow was not solved");
        }
        var hand = new Hand(board);
        for (var arc = 0; arc < pairs.size(); arc++) {
            if (flow.getFlow(arc) > 0) {
                take(hand, pairs.get(arc));
            }
        }
        fill(hand, pairs);
        return hand;
    }

    private static void take(Hand hand, Pair pair) {
        var slot = hand.freeSlot(pair.voice());
        if (slot != Hand.NONE && hand.hasRoom(pair.subject()) && hand.may(pair.voice(), pair.subject())) {
            hand.take(slot, pair.subject());
        }
    }

    private static void fill(Hand hand, List<Pair> pairs) {
        pairs.stream().sorted(Comparator.comparing(Pair::worth).reversed()).forEach(pair -> take(hand, pair));
        for (var subject : hand.board.line()) {
            for (var tries = 0; tries < 200 && hand.hasRoom(subject); tries++) {
                var voice = Matching.below(hand.board.voices(), subject * 1000L + tries);
                take(hand, new Pair(voice, subject, 0));
            }
        }
    }

    /** The whole of the objective, as an integer program: every part of it in units of 1 / SCALE. */
    static Hand cpSat(Board board, int seconds) {
        var n = board.subjects();
        var model = new CpModel();
        var objective = LinearExpr.newBuilder();
        var pairs = pairs(board, n <= 200 ? Integer.MAX_VALUE : PAIRS_FOR_CP_SAT);
        var chosen = new BoolVar[pairs.size()];
        var byVoice = new HashMap<Integer, List<BoolVar>>();
        var bySubject = new HashMap<Integer, List<Integer>>();
        var byPair = new HashMap<Long, BoolVar>();
        for (var i = 0; i < chosen.length; i++) {
            var pair = pairs.get(i);
            var take = model.newBoolVar("");
            chosen[i] = take;
            objective.addTerm(take, 20 * Math.round(SCALE * (Hand.SERVED + pair.worth())));
            byVoice.computeIfAbsent(pair.voice(), key -> new ArrayList<>()).add(take);
            bySubject.computeIfAbsent(pair.subject(), key -> new ArrayList<>()).add(i);
            byPair.put((long) pair.voice() * n + pair.subject(), take);
            var back = byPair.get((long) pair.subject() * n + pair.voice());
            if (back != null) {
                model.addAtMostOne(List.of(take, back));
            }
        }
        byVoice.forEach((voice, list) ->
                model.addLessOrEqual(LinearExpr.sum(list.toArray(BoolVar[]::new)), board.places()[voice]));
        bySubject.forEach((subject, list) -> {
            var due = board.due()[subject];
            model.addLessOrEqual(
                    LinearExpr.sum(list.stream().map(i -> chosen[i]).toArray(BoolVar[]::new)), due);
            var reached = LinearExpr.newBuilder();
            list.forEach(i -> reached.addTerm(
                    chosen[i], Math.round(SCALE * board.reach()[pairs.get(i).voice()] / due)));
            // evenness: 0.35 up to the even share, half as much up to twice that
            var first = model.newIntVar(0, SCALE, "");
            var second = model.newIntVar(0, SCALE, "");
            model.addGreaterOrEqual(
                    reached.build(),
                    LinearExpr.newBuilder().add(first).add(second).build());
            objective.addTerm(first, 7);
            objective.addTerm(second, 3);
        });
        model.maximize(objective.build());
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(2).setRandomSeed(1);
        var status = solver.solve(model);
        var hand = new Hand(board);
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            for (var i = 0; i < chosen.length; i++) {
                if (solver.booleanValue(chosen[i])) {
                    take(hand, pairs.get(i));
                }
            }
        }
        return hand;
    }

    /** Member i speaks for the member k places on, k = 1, 2, 3 …, as in a tournament. */
    static Hand circleMethod(Board board) {
        var hand = new Hand(board);
        var n = board.subjects();
        for (var k = 1; k < Math.min(n, 400); k++) {
            for (var voice = 0; voice < n; voice++) {
                take(hand, new Pair(voice, (voice + k) % n, 0));
            }
        }
        return hand;
    }

    static Hand random(Board board, long seed) {
        var dice = new SplittableRandom(seed);
        var hand = new Hand(board);
        var n = board.subjects();
        for (var tries = 0; tries < 200; tries++) {
            for (var subject = 0; subject < n; subject++) {
                if (hand.hasRoom(subject)) {
                    take(hand, new Pair(dice.nextInt(n), subject, 0));
                }
            }
        }
        return hand;
    }
}
