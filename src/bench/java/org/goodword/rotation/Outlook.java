package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Table;

/**
 * A small circle's next thirteen weeks. Two members can serve each other once a quarter, one way or the other, so in a
 * small circle pairs are what is scarce, and whichever way a pair points it adds as much to what is seen: the direction and
 * the week only decide who is above an even share and who is below. All pairs are laid out over the weeks to come so that,
 * over the last 6, 13 and 39 weeks of each of them, what everyone receives comes as near to an even share as it can. What
 * comes of it is not a plan: it tells what dealing a pair today costs beside keeping it for a better day. Measured beside
 * the program's own way, which keeps a pair for the other way round where that is much better.
 */
final class Outlook {
    static final int WEEKS = 13;
    private static final int[] WINDOWS = {6, 13, 39};
    private static final int ROUNDS = 3;
    private static final int SWEEPS = 6;

    /** What waiting a week costs, whoever the two are; and more for voices that are heard far. */
    private static final double DELAY = 0.4;

    private static final double DELAY_OF_REACH = 1.2;

    /** For each turn above what a voice or a subject takes in a week to come. */
    private static final double CROWDED = 2;

    private static final double GAP = 0.3;
    private static final double LONGEST_GAP_WEEKS = 26;

    /** Of what is asked so much gets a yes, as in the calibration of the town. */
    private static final double YES = 0.75;

    private static final Duration PAIR_REST = Duration.ofDays(90);
    private static final double SECONDS_A_WEEK = 7 * 86_400.0;

    private final Table table;
    private final List<Member> members;
    private final Map<Handle, Integer> numbers = new HashMap<>();
    private final double[] reach;
    private final double[] even;
    /** By window, member and week to come: what she received in the window that ends with that week, and her weeks here. */
    private final double[][][] received;

    private final double[][][] weeksHere;
    private final double[] level = new double[WINDOWS.length];
    private final int[][] speaking;
    private final int[][] served;
    private final Today today;
    private final List<Pair> pairs = new ArrayList<>();

    /** Whether today's table could deal this voice to this subject. */
    interface Today {
        boolean canBe(Handle voice, Handle subject);
    }

    /** Two members, from which week on they may be paired, and where the outlook has them now. */
    private static final class Pair {
        final int one;
        final int other;
        final int earliest;
        int week = NOWHERE;
        boolean fromOne;

        Pair(int one, int other, int earliest) {
            this.one = one;
            this.other = other;
            this.earliest = earliest;
        }

        int voice() {
            return fromOne ? one : other;
        }

        int subject() {
            return fromOne ? other : one;
        }
    }

    private static final int NOWHERE = -1;

    Outlook(Table table, Today today) {
        this.table = table;
        this.today = today;
        this.members = table.line().stream()
                .map(Line.Place::subject)
                .sorted(Comparator.comparing(Member::handle))
                .toList();
        var n = members.size();
        for (var number = 0; number < n; number++) {
            numbers.put(members.get(number).handle(), number);
        }
        var mean = members.stream()
                .mapToDouble(member -> table.audience().of(member.handle()))
                .average()
                .orElse(1);
        this.reach = members.stream()
                .mapToDouble(member -> YES * table.audience().of(member.handle()) / mean)
                .toArray();
        this.received = new double[WINDOWS.length][n][WEEKS];
        this.weeksHere = new double[WINDOWS.length][n][WEEKS];
        this.speaking = new int[n][WEEKS];
        this.served = new int[n][WEEKS];
        this.even = new double[n];
        remember(mean);
        pairUp();
        shareOut();
        layOut();
    }

    /** What was sent, and what is open as far as it will get a yes. */
    private void remember(double mean) {
        var now = table.window().from();
        for (var spoken : table.history().all()) {
            var subject = numbers.get(spoken.subject());
            if (subject != null) {
                var age = (int) Math.max(-1, Math.floor(weeks(spoken.at(), now)));
                var shown = (spoken.sent() || spoken.byCircle() ? 1 : YES)
                        * table.audience().of(spoken.voice())
                        / mean;
                receive(subject, -1 - age, shown);
            }
        }
        for (var number = 0; number < members.size(); number++) {
            var here = weeks(joined(members.get(number)), now);
            for (var window = 0; window < WINDOWS.length; window++) {
                for (var week = 0; week < WEEKS; week++) {
                    weeksHere[window][number][week] = Math.max(1, Math.min(WINDOWS[window], here + week + 1));
                }
            }
        }
    }

    private static Instant joined(Member member) {
        return member.consent().since().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static double weeks(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds() / SECONDS_A_WEEK;
    }

    /** In a week counted from this one (0), the last one being -1. */
    private void receive(int subject, int week, double shown) {
        for (var window = 0; window < WINDOWS.length; window++) {
            var last = Math.min(WEEKS - 1, week + WINDOWS[window] - 1);
            for (var ends = Math.max(0, week); ends <= last; ends++) {
                received[window][subject][ends] += shown;
            }
        }
    }

    private void pairUp() {
        var now = table.window().from();
        var last = lastTogether();
        for (var one = 0; one < members.size(); one++) {
            for (var other = one + 1; other < members.size(); other++) {
                var together = Optional.ofNullable(last.get(key(one, other)));
                var free = together.map(at -> weeks(now, at.plus(PAIR_REST))).orElse(0.0);
                var earliest = (int) Math.max(0, Math.ceil(free));
                if (earliest < WEEKS
                        && (isVoice(one) || isVoice(other))
                        && !table.roster().rivals(members.get(one), members.get(other))) {
                    pairs.add(new Pair(one, other, earliest));
                }
            }
        }
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

    private long key(int one, int other) {
        return (long) Math.min(one, other) * members.size() + Math.max(one, other);
    }

    private boolean isVoice(int number) {
        var member = members.get(number);
        return member.capacity() > 0 && member.consent().reposts() != Mode.OFF;
    }

    /** What an even share of a week is: everyone alike, each up to what she wants. */
    private void shareOut() {
        var supply = Math.max(1, (double) pairs.size() / WEEKS);
        var wants = members.stream().mapToDouble(Member::want).toArray();
        var share = Tally.evenLevel(wants, supply);
        Arrays.setAll(even, number -> Math.max(0.05, Math.min(wants[number], share)));
    }

    private void layOut() {
        pairs.sort(Comparator.comparing((Pair pair) -> -reach[pair.one] * reach[pair.other])
                .thenComparing(pair -> table.chance().of("outlook", members.get(pair.one).handle(), members.get(pair.other).handle())));
        for (var round = 0; round < ROUNDS; round++) {
            findLevels();
            pairs.forEach(this::putBest);
        }
        findLevels();
        var moved = true;
        for (var sweep = 0; sweep < SWEEPS && moved; sweep++) {
            moved = false;
            for (var pair : pairs) {
                moved |= putBest(pair);
            }
        }
    }

    /** The level everyone would stand at if reach could be shared freely: Σ ρ·R ÷ Σ ρ·E over each window. */
    private void findLevels() {
        for (var window = 0; window < WINDOWS.length; window++) {
            var got = 0.0;
            var entitled = 0.0;
            for (var number = 0; number < members.size(); number++) {
                for (var week = 0; week < WEEKS; week++) {
                    got += reach[number] * received[window][number][week];
                    entitled += reach[number] * even[number] * weeksHere[window][number][week];
                }
            }
            level[window] = entitled == 0 ? 1 : Math.max(0.05, got / entitled);
        }
    }

    private boolean putBest(Pair pair) {
        var week = pair.week;
        var fromOne = pair.fromOne;
        takeOut(pair);
        var costs = costs(pair);
        var best = 0;
        for (var option = 1; option < costs.length; option++) {
            if (costs[option] < costs[best]) {
                best = option;
            }
        }
        if (costs[best] < Double.POSITIVE_INFINITY) {
            put(pair, best % WEEKS, best < WEEKS);
        }
        return pair.week != week || pair.fromOne != fromOne;
    }

    private void takeOut(Pair pair) {
        if (pair.week != NOWHERE) {
            receive(pair.subject(), pair.week, -reach[pair.voice()]);
            speaking[pair.voice()][pair.week]--;
            served[pair.subject()][pair.week]--;
            pair.week = NOWHERE;
        }
    }

    private void put(Pair pair, int week, boolean fromOne) {
        pair.week = week;
        pair.fromOne = fromOne;
        receive(pair.subject(), week, reach[pair.voice()]);
        speaking[pair.voice()][week]++;
        served[pair.subject()][week]++;
    }

    /** What each week costs, first with the one as the voice, then with the other. */
    private double[] costs(Pair pair) {
        var costs = new double[2 * WEEKS];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        costs(pair, pair.one, pair.other, costs, 0);
        costs(pair, pair.other, pair.one, costs, WEEKS);
        return costs;
    }

    private void costs(Pair pair, int voice, int subject, double[] costs, int from) {
        if (!isVoice(voice)) {
            return;
        }
        var delay = DELAY + DELAY_OF_REACH * reach[voice] * reach[subject];
        var gap = gap(voice, subject);
        for (var week = pair.earliest; week < WEEKS; week++) {
            if (week > 0 || today.canBe(members.get(voice).handle(), members.get(subject).handle())) {
                costs[from + week] = uneven(subject, week, reach[voice])
                        + delay * (week - pair.earliest)
                        + CROWDED * crowd(speaking[voice][week], members.get(voice).capacity())
                        + CROWDED * crowd(served[subject][week], members.get(subject).want())
                        - gap;
            }
        }
    }

    private static int crowd(int turns, int most) {
        return Math.max(0, turns + 1 - most);
    }

    private double gap(int voice, int subject) {
        var weeks = table.history()
                .last(members.get(voice).handle(), members.get(subject).handle())
                .map(last -> weeks(last, table.window().from()))
                .orElse(LONGEST_GAP_WEEKS);
        return GAP * Math.min(1, weeks / LONGEST_GAP_WEEKS);
    }

    /** By how much the squares of what everyone is off her share grow, in all windows of all weeks it falls into. */
    private double uneven(int subject, int week, double shown) {
        var sum = 0.0;
        for (var window = 0; window < WINDOWS.length; window++) {
            var last = Math.min(WEEKS - 1, week + WINDOWS[window] - 1);
            for (var ends = week; ends <= last; ends++) {
                var off = received[window][subject][ends]
                        - level[window] * even[subject] * weeksHere[window][subject][ends];
                sum += 2 * shown * off + shown * shown;
            }
        }
        return sum / (WEEKS * even[subject] * level[1]);
    }

    /** How much dearer dealing this pair today is than the best day for it within thirteen weeks, from 0. */
    Map<Handle, Map<Handle, Double>> regrets() {
        var regrets = new HashMap<Handle, Map<Handle, Double>>();
        for (var pair : pairs) {
            if (pair.earliest == 0) {
                var week = pair.week;
                var fromOne = pair.fromOne;
                takeOut(pair);
                var costs = costs(pair);
                var best = Arrays.stream(costs).min().orElse(0);
                regret(regrets, pair.one, pair.other, costs[0] - best);
                regret(regrets, pair.other, pair.one, costs[WEEKS] - best);
                if (week != NOWHERE) {
                    put(pair, week, fromOne);
                }
            }
        }
        return regrets;
    }

    private void regret(Map<Handle, Map<Handle, Double>> regrets, int voice, int subject, double regret) {
        regrets.computeIfAbsent(members.get(voice).handle(), handle -> new HashMap<>())
                .put(members.get(subject).handle(), regret);
    }
}
