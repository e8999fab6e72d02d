package org.goodword.rotation.morning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.matching.Board;

/**
 * A table's voices and subjects as numbers, for the matching: one turn each. Subjects are numbered by the line, voices by
 * area, so that neighbours lie together.
 */
final class Pairings implements Board.Pairs {
    /** In so small a circle every voice is worth looking at. */
    private static final int SMALL = 128;

    private static final int OF_HER_AREA = 48;
    private static final int OF_NEIGHBOURS = 12;
    private static final int OF_THE_CIRCLE = 16;

    /** One place further forward in the line outweighs what any pair can be worth. */
    private static final double A_PLACE_FORWARD = 8;

    private final Table table;
    private final List<Chair> chairs;
    private final List<Line.Place> line;
    private final BiFunction<Chair, Line.Place, Optional<Deal.Pairing>> pairing;
    private final Map<String, List<Integer>> byArea = new HashMap<>();
    private final List<Integer> circle = new ArrayList<>();

    Pairings(
            Table table,
            List<Chair> chairs,
            List<Line.Place> line,
            BiFunction<Chair, Line.Place, Optional<Deal.Pairing>> pairing) {
        this.table = table;
        this.line = line;
        this.pairing = pairing;
        this.chairs = chairs.stream()
                .sorted(Comparator.comparing(this::area).thenComparing(Chair::voice))
                .toList();
        for (var voice = 0; voice < chairs.size(); voice++) {
            var chair = this.chairs.get(voice);
            if (chair.circle()) {
                circle.add(voice);
            }
            byArea.computeIfAbsent(area(chair), area -> new ArrayList<>()).add(voice);
        }
    }

    private String area(Chair chair) {
        return table.roster().member(chair.voice()).map(Member::area).orElse("");
    }

    Chair chair(int voice) {
        return chairs.get(voice);
    }

    Board board() {
        var numbers = new HashMap<Handle, Integer>();
        for (var subject = 0; subject < line.size(); subject++) {
            numbers.put(line.get(subject).subject().handle(), subject);
        }
        var due = new int[line.size()];
        Arrays.fill(due, 1);
        return new Board(
                IntStream.range(0, line.size()).toArray(),
                chairs.stream().mapToInt(Chair::places).toArray(),
                reach(),
                due,
                IntStream.range(0, line.size())
                        .mapToDouble(subject -> A_PLACE_FORWARD * (line.size() - subject))
                        .toArray(),
                chairs.stream()
                        .mapToInt(chair -> numbers.getOrDefault(chair.voice(), -1))
                        .toArray(),
                this,
                (long) (table.chance().of("deal", table.window().from()) * (1L << 53)));
    }

    private double[] reach() {
        var reach = chairs.stream()
                .mapToDouble(chair -> table.audience().of(chair.voice()))
                .toArray();
        var mean = Arrays.stream(reach).average().orElse(1);
        return Arrays.stream(reach).map(one -> one / mean).toArray();
    }

    @Override
    public double worth(int voice, int subject) {
        return pairing.apply(chairs.get(voice), line.get(subject))
                .map(Deal.Pairing::worth)
                .orElse(NEVER);
    }

    @Override
    public int[] near(int subject) {
        if (chairs.size() <= SMALL) {
            return IntStream.range(0, chairs.size()).toArray();
        }
        var member = line.get(subject).subject();
        Set<Integer> near = new LinkedHashSet<>(circle);
        some(member.area(), OF_HER_AREA, member, near);
        var area = table.roster().areas().get(member.area());
        if (area != null) {
            area.neighbours().stream().sorted().forEach(next -> some(next, OF_NEIGHBOURS, member, near));
        }
        for (var draw = 0; draw < OF_THE_CIRCLE; draw++) {
            near.add(table.chance().below(chairs.size(), "near", member.handle(), draw));
        }
        return near.stream().mapToInt(voice -> voice).toArray();
    }

    private void some(String area, int most, Member member, Set<Integer> into) {
        var there = byArea.getOrDefault(area, List.of());
        var from = there.size() <= most ? 0 : table.chance().below(there.size(), "near", member.handle());
        for (var step = 0; step < Math.min(most, there.size()); step++) {
            into.add(there.get((from + step) % there.size()));
        }
    }
}
