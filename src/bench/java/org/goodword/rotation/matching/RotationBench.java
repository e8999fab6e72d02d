package org.goodword.rotation.matching;

import com.google.ortools.Loader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.goodword.rotation.Mornings;

/** {@code scripts/bench rotation [--quick] [SIZE …]}: the heaviest deal of each size, side by side. */
public final class RotationBench {
    private static final long SEED = 1;
    private static final int SECONDS = 60;
    private static final int[] QUICK = {10, 50, 200, 1_000, 10_000};
    private static final int[] ALL = {10, 50, 200, 1_000, 10_000, 100_000};

    private double lowest = Double.POSITIVE_INFINITY;
    private double targets = 1;
    private final List<String> beatenBy = new ArrayList<>();
    private String t10k = "-";
    private String t100k = "-";
    private String mem100k = "-";

    public static void main(String[] args) {
        Loader.loadNativeLibraries();
        var quick = Arrays.asList(args).contains("--quick");
        var sizes = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("--"))
                .mapToInt(Integer::parseInt)
                .toArray();
        new RotationBench().run(quick, sizes.length > 0 ? sizes : quick ? QUICK : ALL);
    }

    private void run(boolean quick, int[] sizes) {
        say("seed %d, one run each, CPU seconds of the dealing thread (solvers: wall), ours warmed up by one deal", SEED);
        say("%8s %-14s %14s %9s %9s %9s %8s", "n", "", "value", "of bound", "served", "of flow", "time");
        for (var n : sizes) {
            size(n, quick);
            Mornings.deal(n);
        }
        say(
                "rotation value/bound=%.3f targets=%.3f t10k=%s t100k=%s mem100k=%s beaten-by=%s",
                lowest, targets, t10k, t100k, mem100k, beatenBy.isEmpty() ? "none" : String.join(",", beatenBy));
    }

    private void size(int n, boolean quick) {
        var board = new Heaviest(n, SEED).board;
        Matching.of(board);
        Gauge.settleMemory();
        var before = Gauge.used();
        var cpu = Gauge.cpu();
        var ours = Matching.of(board);
        var took = Gauge.cpu() - cpu;
        var peak = Gauge.peak() - before;
        var bound = n <= 1_000 ? LinearBound.of(board) : Double.NaN;
        var most = n <= 1_000
                ? Math.min(Rivals.mostServed(board), Arrays.stream(board.due()).sum())
                : Arrays.stream(board.due()).sum();
        if (n <= 1_000) {
            say("%8d %-14s %14.1f %9s %9d", n, "bound", bound, "", most);
            lowest = Math.min(lowest, ours.value() / bound);
        }
        if (n >= 200) {
            targets = Math.min(targets, (double) served(ours) / most);
        }
        line(n, "ours", ours, bound, most, took);
        if (n >= 10_000) {
            say("%8s %-14s %.0f MB at its peak, %d turns due", "", "", peak / 1e6, Arrays.stream(board.due()).sum());
        }
        if (n == 10_000) {
            t10k = String.format(Locale.ROOT, "%.1fs", took);
        }
        if (n == 100_000) {
            t100k = String.format(Locale.ROOT, "%.1fs", took);
            mem100k = String.format(Locale.ROOT, "%.0fMB", peak / 1e6);
        }
        rival(n, "min-cost flow", () -> Rivals.flow(board), ours, bound, most);
        if (!quick && n <= 1_000) {
            rival(n, "CP-SAT 60 s", () -> Rivals.cpSat(board, SECONDS), ours, bound, most);
        }
        if (!quick && n <= 10_000) {
            rival(n, "Timefold 60 s", () -> Timefold.of(board, SECONDS), ours, bound, most);
        }
        rival(n, "circle method", () -> Rivals.circleMethod(board), ours, bound, most);
        rival(n, "random", () -> Rivals.random(board, SEED), ours, bound, most);
    }

    private void rival(int n, String name, Supplier<Hand> deal, Hand ours, double bound, long most) {
        var start = System.nanoTime();
        var hand = deal.get();
        line(n, name, hand, bound, most, (System.nanoTime() - start) / 1e9);
        if (hand.value() > ours.value() * 1.001) {
            beatenBy.add(name.replace(' ', '-') + "@" + n);
        }
    }

    private static void line(int n, String name, Hand hand, double bound, long most, double seconds) {
        var ofBound = Double.isNaN(bound) ? "" : String.format(Locale.ROOT, "%.4f", hand.value() / bound);
        say(
                "%8d %-14s %14.1f %9s %9d %9.4f %7.2fs",
                n, name, hand.value(), ofBound, served(hand), (double) served(hand) / most, seconds);
    }

    private static int served(Hand hand) {
        return Arrays.stream(hand.served).sum();
    }

    private static void say(String format, Object... parts) {
        System.out.println(String.format(Locale.ROOT, format, parts));
    }
}
