package org.goodword.rotation.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.goodword.rotation.Tally;

/**
 * The heaviest deal a circle of a size can meet, drawn from a seed: every member is a voice and has posts at hand.
 * Audiences are log-normal (median 350, σ 1.3) with a Pareto tail, trades (40) follow Zipf, areas hold about 60 members, g
 * and want are 1 to 5, a post takes up to five voices, one post in ten is held back, and two who were paired within the
 * last four periods, either way, may not be paired. The rules are the benchmark's own, looser than X's.
 */
final class Heaviest implements Board.Pairs {
    private static final int TRADES = 40;
    private static final int WINDOW = 4;
    private static final int PERIODS = 10;
    private static final int NEAR_OWN = 64;
    private static final int NEAR_NEXT = 6;
    private static final int NEAR_FAR = 16;

    final int n;
    final Board board;
    private final int[] trade;
    private final int[] area;
    private final int[][] members;
    private final int[] languages;
    private final int[] offers;
    private final int[] needs;
    private final boolean[] rivals = new boolean[TRADES * TRADES];
    private final boolean[] complements = new boolean[TRADES * TRADES];
    private final int[][] partners;
    private final byte[][] ago;
    /** A bit for each partner, by its number: most questions about the past end here. */
    private final long[] met;

    Heaviest(int n, long seed) {
        this.n = n;
        var dice = new SplittableRandom(seed * 1_000_003 + n);
        var areas = Math.max(1, n / 60);
        trade = zipf(n, TRADES, 1.0, dice);
        area = zipf(n, areas, 0.5, dice);
        Arrays.sort(area);
        members = byArea(areas);
        languages = dice.ints(n, 0, 100).map(p -> p < 90 ? 1 : p < 97 ? 3 : 2).toArray();
        offers = masks(dice);
        needs = masks(dice);
        for (var one = 0; one < TRADES; one++) {
            for (var other = 0; other < 4; other++) {
                mark(complements, one, dice.nextInt(TRADES));
            }
            if (dice.nextInt(4) == 0) {
                mark(rivals, one, dice.nextInt(TRADES));
            }
        }
        var places = dice.ints(n, 1, 6).toArray();
        var want = dice.ints(n, 1, 6).toArray();
        partners = new int[n][0];
        ago = new byte[n][0];
        met = new long[n];
        for (var period = PERIODS; period >= 1; period--) {
            remember(places, period, dice);
        }
        board = new Board(

                line(seed), places, reach(dice), due(places, want, dice), new double[n], IntStream.range(0, n).toArray(), this, seed);
    }

    private int[] line(long seed) {
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing((Integer member) -> Matching.mix((seed << 20) | member)))
                .mapToInt(member -> member)
                .toArray();
    }

    private static int[] zipf(int n, int kinds, double exponent, SplittableRandom dice) {
        var sums = new double[kinds];
        var sum = 0.0;
        for (var kind = 0; kind < kinds; kind++) {
            sum += Math.pow(kind + 1, -exponent);
            sums[kind] = sum;
        }
        var total = sum;
        return dice.doubles(n)
                .mapToInt(u -> {
                    var at = Arrays.binarySearch(sums, u * total);
                    return Math.min(kinds - 1, at < 0 ? -at - 1 : at);
                })
                .toArray();
    }

    private int[][] byArea(int areas) {
        var sizes = new int[areas];
        Arrays.stream(area).forEach(one -> sizes[one]++);
        var lists = new int[areas][];
        Arrays.setAll(lists, one -> new int[sizes[one]]);
        for (var member = n - 1; member >= 0; member--) {
            lists[area[member]][--sizes[area[member]]] = member;
        }
        return lists;
    }

    private int[] masks(SplittableRandom dice) {
        return dice.ints(n, 0, 400).map(draw -> (1 << (draw % 20)) | (1 << (draw / 20))).toArray();
    }

    private static void mark(boolean[] table, int one, int other) {
        table[one * TRADES + other] = true;
        table[other * TRADES + one] = true;
    }

    /** A period of the past: as many pairs as there were places, at most what the pairs of a small circle can bear. */
    private void remember(int[] places, int period, SplittableRandom dice) {
        var pairs = (long) n * (n - 1) / 2 / (WINDOW + 1);
        for (var voice = 0; voice < n && pairs > 0; voice++) {
            for (var place = 0; place < places[voice] && pairs > 0; place++) {
                for (var tries = 0; tries < 4; tries++) {
                    var own = members[area[voice]];
                    var subject = dice.nextInt(10) < 7 ? own[dice.nextInt(own.length)] : dice.nextInt(n);
                    if (mayEver(voice, subject) && !recent(voice, subject, period) && !recent(/* voice= */ subject, /* subject= */ voice, period)) {
                        partners[voice] = Arrays.copyOf(partners[voice], partners[voice].length + 1);
                        ago[voice] = Arrays.copyOf(ago[voice], partners[voice].length);
                        partners[voice][partners[voice].length - 1] = subject;
                        ago[voice][partners[voice].length - 1] = (byte) period;
                        met[voice] |= 1L << subject;
                        pairs--;
                        break;
                    }
                }
            }
        }
    }

    /** Whether this voice spoke for this subject less than a window before that period. */
    private boolean recent(int voice, int subject, int period) {
        if ((met[voice] >>> subject & 1) == 0) {
            return false;
        }
        var list = partners[voice];
        for (var i = list.length - 1; i >= 0 && ago[voice][i] < period + WINDOW; i--) {
            if (list[i] == subject) {
                return true;
            }
        }
        return false;
    }

    private double[] reach(SplittableRandom dice) {
        var reach = new double[n];
        for (var member = 0; member < n; member++) {
            var gauss = Math.sqrt(-2 * Math.log(1 - dice.nextDouble())) * Math.cos(2 * Math.PI * dice.nextDouble());
            var followers = 350 * Math.exp(1.3 * gauss);
            if (dice.nextInt(50) == 0) {
                followers = Math.max(followers, 5000 * Math.pow(1 - dice.nextDouble(), -1 / 1.2));
            }
            reach[member] = 4.0 * Math.pow(Math.max(1, Math.min(followers, 5_000_000)), 0.61);
        }
        var mean = Arrays.stream(reach).average().orElse(1);
        return Arrays.stream(reach).map(one -> one / mean).toArray();
    }

    /** Water-filled wants, each up to five voices for every post that is not held back. */
    private int[] due(int[] places, int[] want, SplittableRandom dice) {
        var caps = new double[n];
        for (var subject = 0; subject < n; subject++) {
            var live = 0;
            for (var post = 1 + dice.nextInt(3); post > 0; post--) {
                live += dice.nextInt(10) == 0 ? 0 : 1;
            }
            caps[subject] = Math.min(want[subject], 5 * live);
        }
        var level = Tally.evenLevel(caps, Arrays.stream(places).sum());
        var due = new int[n];
        for (var subject = 0; subject < n; subject++) {
            due[subject] = (int) Math.min(caps[subject], Math.ceil(level - 1e-9));
        }
        return due;
    }

    private boolean mayEver(int voice, int subject) {
        return voice != subject
                && (languages[voice] & languages[subject]) != 0
                && !(trade[voice] == trade[subject] && area[voice] == area[subject])
                && !rivals[trade[voice] * TRADES + trade[subject]];
    }

    @Override
    public double worth(int voice, int subject) {
        if (!mayEver(voice, subject)) {
            return NEVER;
        }
        var gap = 26;
        var list = partners[voice];
        for (var i = (met[voice] >>> subject & 1) == 0 ? -1 : list.length - 1; i >= 0; i--) {
            if (list[i] == subject) {
                gap = ago[voice][i];
                break;
            }
        }
        if (gap <= WINDOW || recent(/* voice= */ subject, /* subject= */ voice, 1)) {
            return NEVER;
        }
        var near = nearness(area[voice], area[subject]);
        var topics = ((offers[voice] & needs[subject]) | (offers[subject] & needs[voice])) != 0;
        return (complements[trade[voice] * TRADES + trade[subject]] ? 0.45 : 0)
                + 0.35 * near
                + (topics ? 0.20 : 0)
                + 0.25 * gap / 26;
    }

    private double nearness(int one, int other) {
        var apart = Math.abs(one - other);
        var round = Math.min(apart, members.length - apart);
        return round == 0 ? 1 : round == 1 ? 0.5 : 0;
    }

    @Override
    public int[] near(int subject) {
        if (n <= 1000) {
            return IntStream.range(0, n).toArray();
        }
        var near = new int[NEAR_OWN + 2 * NEAR_NEXT + NEAR_FAR];
        var areas = members.length;
        var count = some(members[area[subject]], NEAR_OWN, subject, near, 0);
        count = some(members[(area[subject] + 1) % areas], NEAR_NEXT, subject, near, count);
        count = some(members[(area[subject] + areas - 1) % areas], NEAR_NEXT, subject, near, count);
        for (var i = 0; i < NEAR_FAR; i++) {
            near[count++] = Matching.below(n, ((long) subject << 8) | i);
        }
        return Arrays.stream(near, 0, count).distinct().toArray();
    }

    private static int some(int[] from, int most, int subject, int[] into, int count) {
        var start = from.length <= most ? 0 : Matching.below(from.length, subject);
        for (var i = 0; i < Math.min(most, from.length); i++) {
            into[count++] = from[(start + i) % from.length];
        }
        return count;
    }
}
