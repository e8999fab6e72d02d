package org.goodword.rotation;

import com.google.ortools.graph.MinCostFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.rotation.line.Evening;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Draw;
import org.goodword.rotation.morning.Table;

/**
 * A min-cost flow over the next 30 weeks says which way each pair is to point, so that turns come out even (each further
 * turn of a subject is dearer) and large voices go to those who are behind in what is seen; the greedy deal then keeps to
 * it. The flow is made anew each morning.
 */
final class FlowDeal {
    private static final int PERIODS = 30;
    private static final int REST = 13;
    private static final Duration PAIR_REST = Duration.ofDays(90);
    private static final int SCALE = 100;
    private static final int SINK = 0;
    private static final int SOURCE = 1;
    private static final int FIRST = 2;

    private final Table table;
    private final List<Line.Place> line;
    private final Map<Handle, Integer> numbers = new HashMap<>();
    private final Evening evening;
    private final MinCostFlow flow = new MinCostFlow();
    private final Map<Integer, List<Handle>> ways = new HashMap<>();
    private int nodes;
    private int supply;

    private FlowDeal(Table table) {
        this.table = table;
        this.line = table.line();
        this.evening = new Evening(table.roster(), table.line(), table.audience());
        for (var number = 0; number < line.size(); number++) {
            numbers.put(line.get(number).subject().handle(), number);
        }
        this.nodes = FIRST + line.size();
    }

    static List<Dealt> deal(Table table, Permits permits, Draw draw) {
        var toward = new FlowDeal(table).directions();
        return GreedyDeal.deal(
                table,
                permits,
                draw,
                (voice, subject) -> toward.getOrDefault(voice, Set.of()).contains(subject) ? 0 : Double.NEGATIVE_INFINITY);
    }

    private Map<Handle, Set<Handle>> directions() {
        var last = lastTogether();
        for (var one = 0; one < line.size(); one++) {
            for (var other = one + 1; other < line.size(); other++) {
                pair(one, other, last.getOrDefault(key(one, other), Instant.EPOCH));
            }
        }
        line.forEach(this::evenTurns);
        flow.setNodeSupply(SOURCE, supply);
        flow.setNodeSupply(SINK, -supply);
        flow.solveMaxFlowWithMinCost();
        var toward = new HashMap<Handle, Set<Handle>>();
        ways.forEach((arc, way) -> {
            if (flow.getFlow(arc) > 0) {
                toward.computeIfAbsent(way.get(0), voice -> new HashSet<>()).add(way.get(1));
            }
        });
        return toward;
    }

    private long key(int one, int other) {
        return (long) Math.min(one, other) * line.size() + Math.max(one, other);
    }

    private Map<Long, Instant> lastTogether() {
        var last = new HashMap<Long, Instant>();
        for (var spoken : table.history().all()) {
            var voice = numbers.get(spoken.voice());
            var subject = numbers.get(spoken.subject());
            if (spoken.sent() && voice != null && subject != null) {
                last.merge(key(voice, subject), spoken.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return last;
    }

    private void pair(int one, int other, Instant last) {
        var first = line.get(one).subject();
        var second = line.get(other).subject();
        if (table.roster().rivals(first, second)) {
            return;
        }
        var wait = Duration.between(table.window().from(), last.plus(PAIR_REST)).toDays() / 7.0;
        var times = 1 + (int) Math.max(0, (PERIODS - 1 - Math.max(0, Math.ceil(wait))) / REST);
        var node = nodes++;
        flow.addArcWithCapacityAndUnitCost(SOURCE, node, times, 0);
        supply += times;
        way(node, one, other, times);
        way(node, other, one, times);
    }

    private void way(int node, int voice, int subject, int times) {
        var speaker = line.get(voice).subject().handle();
        var place = line.get(subject);
        var cost = Math.round(-SCALE * evening.of(speaker, place));
        var arc = flow.addArcWithCapacityAndUnitCost(node, FIRST + subject, times, cost);
        ways.put(arc, List.of(speaker, place.subject().handle()));
    }

    /** The square of how far a subject is from an even share, turn by turn. */
    private void evenTurns(Line.Place place) {
        var subject = FIRST + numbers.getOrDefault(place.subject().handle(), 0);
        for (var turn = 1; turn <= 4 * line.size(); turn++) {
            var cost = Math.round(SCALE * (2 * (turn - place.lag()) - 1) / 4);
            flow.addArcWithCapacityAndUnitCost(subject, SINK, 1, cost);
        }
    }
}
