package org.goodword.rotation.matching;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * An upper bound on any deal's value: the linear relaxation. Columns are generated, and the bound given is that of the
 * duals found over <em>all</em> pairs (what an unordered pair could still add is added), so it is valid however few
 * columns were looked at.
 */
final class LinearBound {
    private static final double SHARE = 0.35;
    private static final double CLOSE_ENOUGH = 2e-5;
    private static final int COLUMNS_A_SUBJECT = 30;

    private final Board board;
    private final int n;
    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final MPConstraint[] place;
    private final MPConstraint[] due;
    private final MPConstraint[] reach;
    private final MPVariable[][] x;
    private final double[][] worth;
    private final double[] placePrice;
    private final double[] duePrice;
    private final double[] reachPrice;

    private LinearBound(Board board) {
        this.board = board;
        this.n = board.subjects();
        place = new MPConstraint[n];
        due = new MPConstraint[n];
        reach = new MPConstraint[n];
        placePrice = new double[n];
        duePrice = new double[n];
        reachPrice = new double[n];
        x = new MPVariable[n][n];
        worth = new double[n][n];
        for (var one = 0; one < n; one++) {
            for (var other = 0; other < n; other++) {
                worth[one][other] = board.pairs().worth(one, other);
            }
            place[one] = solver.makeConstraint(0, board.places()[one]);
            due[one] = solver.makeConstraint(0, board.due()[one]);
            reach[one] = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
            for (var part = 0; part < 2 && board.due()[one] > 0; part++) {
                var y = solver.makeNumVar(0, 1, "");
                solver.objective().setCoefficient(y, part == 0 ? SHARE : SHARE / 2);
                reach[one].setCoefficient(y, 1);
            }
        }
        solver.objective().setMaximization();
    }

    static double of(Board board) {
        return new LinearBound(board).solve();
    }

    private double solve() {
        for (var subject = 0; subject < n; subject++) {
            best(subject, COLUMNS_A_SUBJECT).forEach(column -> add(column[0], column[1]));
        }
        var bound = Double.POSITIVE_INFINITY;
        for (var round = 0; round < 60; round++) {
            solver.solve();
            for (var one = 0; one < n; one++) {
                placePrice[one] = place[one].dualValue();
                duePrice[one] = due[one].dualValue();
                reachPrice[one] = reach[one].dualValue();
            }
            bound = Math.min(bound, dualBound());
            var broken = broken();
            if (broken.isEmpty() && bound - solver.objective().value() < CLOSE_ENOUGH * bound) {
                break;
            }
            broken.forEach(pair -> separate(pair[0], pair[1]));
            generate();
        }
        return bound;
    }

    private List<int[]> best(int subject, int most) {
        var columns = new ArrayList<int[]>();
        for (var voice = 0; voice < n; voice++) {
            if (worth[voice][subject] != Board.Pairs.NEVER && board.due()[subject] > 0) {
                columns.add(new int[] {voice, subject});
            }
        }
        columns.sort((a, b) -> Double.compare(worth[b[0]][subject], worth[a[0]][subject]));
        return columns.subList(0, Math.min(most, columns.size()));
    }

    private void add(int voice, int subject) {
        var column = solver.makeNumVar(0, 1, "");
        x[voice][subject] = column;
        solver.objective().setCoefficient(column, Hand.SERVED + worth[voice][subject]);
        place[voice].setCoefficient(column, 1);
        due[subject].setCoefficient(column, 1);
        reach[subject].setCoefficient(column, -board.reach()[voice] / board.due()[subject]);
    }

    private double reduced(int voice, int subject) {
        return board.due()[subject] == 0 || worth[voice][subject] == Board.Pairs.NEVER
                ? Double.NEGATIVE_INFINITY
                : Hand.SERVED
                        + worth[voice][subject]
                        - Math.max(0, placePrice[voice])
                        - Math.max(0, duePrice[subject])
                        + Math.max(0, reachPrice[subject]) * board.reach()[voice] / board.due()[subject];
    }

    private double dualBound() {
        var bound = 0.0;
        for (var one = 0; one < n; one++) {
            bound += board.places()[one] * Math.max(0, placePrice[one])
                    + board.due()[one] * Math.max(0, duePrice[one]);
            if (board.due()[one] > 0) {
                var price = Math.max(0, reachPrice[one]);
                bound += Math.max(0, SHARE - price) + Math.max(0, SHARE / 2 - price);
            }
            for (var other = 0; other < one; other++) {
                bound += Math.max(0, Math.max(reduced(one, other), reduced(other, one)));
            }
        }
        return bound;
    }

    /** Pairs that the relaxation uses both ways. */
    private List<int[]> broken() {
        var broken = new ArrayList<int[]>();
        for (var one = 0; one < n; one++) {
            for (var other = 0; other < one; other++) {
                var there = x[one][other];
                var back = x[other][one];
                if (there != null && back != null && there.solutionValue() + back.solutionValue() > 1 + 1e-6) {
                    broken.add(new int[] {one, other});
                }
            }
        }
        return broken;
    }

    private void separate(int one, int other) {
        var row = solver.makeConstraint(0, 1);
        row.setCoefficient(x[one][other], 1);
        row.setCoefficient(x[other][one], 1);
    }

    private void generate() {
        for (var subject = 0; subject < n; subject++) {
            var s = subject;
            var better = new ArrayList<Integer>();
            for (var voice = 0; voice < n; voice++) {
                if (x[voice][subject] == null && reduced(voice, subject) > 1e-6) {
                    better.add(voice);
                }
            }
            better.sort((a, b) -> Double.compare(reduced(b, s), reduced(a, s)));
            better.stream().limit(20).forEach(voice -> add(voice, s));
        }
    }
}
