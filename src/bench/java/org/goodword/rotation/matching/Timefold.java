package org.goodword.rotation.matching;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;

/** The same deal for Timefold: each seat of a subject is planned a voice. Scores are kept up move by move. */
@NullUnmarked
final class Timefold {
    private static final double SCALE = 10_000;

    private Timefold() {}

    static Hand of(Board board, int seconds) {
        var config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Tally.class))
                .withRandomSeed(1L)
                .withTerminationSpentLimit(Duration.ofSeconds(seconds));
        var solver = SolverFactory.<Plan>create(config).buildSolver();
        var best = solver.solve(new Plan(board));
        var hand = new Hand(board);
        for (var seat : best.seats) {
            if (seat.voice != null) {
                var slot = hand.freeSlot(seat.voice);
                if (slot != Hand.NONE && hand.may(seat.voice, seat.subject)) {
                    hand.take(slot, seat.subject);
                }
            }
        }
        return hand;
    }

    @PlanningSolution
    public static class Plan {
        @ProblemFactProperty
        public Facts facts;

        @ValueRangeProvider
        public List<Integer> voices;

        @PlanningEntityCollectionProperty
        public List<Seat> seats;

        @PlanningScore
        public HardSoftLongScore score;

        public Plan() {}

        Plan(Board board) {
            facts = new Facts(board);
            voices = IntStream.range(0, board.voices()).boxed().toList();
            seats = new ArrayList<>();
            for (var subject = 0; subject < board.subjects(); subject++) {
                for (var turn = 0; turn < board.due()[subject]; turn++) {
                    seats.add(new Seat(seats.size(), subject));
                }
            }
        }
    }

    public record Facts(Board board) {}

    @PlanningEntity
    public static class Seat {
        @PlanningId
        public Integer id;

        public int subject;

        @PlanningVariable(allowsUnassigned = true)
        public Integer voice;

        public Seat() {}

        Seat(int id, int subject) {
            this.id = id;
            this.subject = subject;
        }
    }

    public static class Tally implements IncrementalScoreCalculator<Plan, HardSoftLongScore> {
        private Board board;
        private Hand worths;
        private int[] taken;
        private double[] reached;
        private Map<Long, Integer> times;
        private long hard;
        private double soft;

        @Override
        public void resetWorkingSolution(Plan plan) {
            board = plan.facts.board();
            worths = new Hand(board);
            taken = new int[board.voices()];
            reached = new double[board.subjects()];
            times = new HashMap<>();
            hard = 0;
            soft = 0;
            plan.seats.forEach(this::add);
        }

        private void add(Seat seat) {
            if (seat.voice != null) {
                count(seat.voice, seat.subject, 1);
            }
        }

        private void count(int voice, int subject, int sign) {
            var n = board.subjects();
            var key = (long) voice * n + subject;
            var worth = worths.worth(voice, subject);
            var never = worth == Board.Pairs.NEVER;
            hard -= never ? sign : 0;
            soft += sign * (Hand.SERVED + (never ? 0 : worth));
            var before = Math.max(0, taken[voice] - board.places()[voice]);
            taken[voice] += sign;
            hard -= Math.max(0, taken[voice] - board.places()[voice]) - before;
            soft -= even(subject);
            reached[subject] += sign * board.reach()[voice];
            soft += even(subject);
            var same = times.getOrDefault(key, 0);
            var back = voice == subject ? 0 : times.getOrDefault((long) subject * n + voice, 0);
            var now = same + sign;
            hard -= (long) Math.max(0, now - 1) - Math.max(0, same - 1) + (long) sign * back;
            if (now == 0) {
                times.remove(key);
            } else {
                times.put(key, now);
            }
        }

        private double even(int subject) {
            var part = reached[subject] / board.due()[subject];
            return 0.35 * (Math.min(1, part) + 0.5 * Math.min(1, Math.max(0, part - 1)));
        }

        @Override
        public void beforeVariableChanged(Object entity, String variable) {
            var seat = (Seat) entity;
            if (seat.voice != null) {
                count(seat.voice, seat.subject, -1);
            }
        }

        @Override
        public void afterVariableChanged(Object entity, String variable) {
            add((Seat) entity);
        }

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {
            add((Seat) entity);
        }

        @Override
        public void beforeEntityRemoved(Object entity) {
            beforeVariableChanged(entity, "voice");
        }

        @Override
        public void afterEntityRemoved(Object entity) {}

        @Override
        public HardSoftLongScore calculateScore() {
            return HardSoftLongScore.of(hard, Math.round(soft * SCALE));
        }
    }
}
