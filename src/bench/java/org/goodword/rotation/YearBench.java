package org.goodword.rotation;

import com.google.ortools.Loader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.goodword.rotation.morning.Deal;

/** {@code scripts/bench year [--quick] [SIZE …]}: a year under X's own rules, each way of dealing beside the others. */
public final class YearBench {
    private static final int[] ALL = {10, 24, 40, 200, 1_000};
    /** Above it pairs are not scarce, and the ways that look ahead have nothing to save. */
    private static final int SMALL = 40;

    private static final int[] QUICK = {10, 24, 40};

    private final Map<String, Tally.Figures> ours = new HashMap<>();
    private final List<String> beatenBy = new ArrayList<>();

    public static void main(String[] args) {
        var sizes = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("--"))
                .mapToInt(Integer::parseInt)
                .toArray();
        Loader.loadNativeLibraries();
        new YearBench().run(sizes.length > 0 ? sizes : Arrays.asList(args).contains("--quick") ? QUICK : ALL);
    }

    private void run(int[] sizes) {
        say(
                "%5s %-8s %-8s %6s %6s %6s %6s %6s %6s %5s %5s %5s %6s %6s %6s %6s %7s",
                "n", "circle", "", "m.rep", "m.int", "c.rep", "c.int", "heard", "wait", "worst", "gap", "least", "J13", "min13", "J39", "min39",
                "CPU");
        for (var n : sizes) {
            for (var circle : new boolean[] {true, false}) {
                size(n, circle);
            }
        }
        say(
                "year n24.heard=%s n24.wait-days=%s n24.jain=%s n10.jain=%s n40.jain=%s beaten-by=%s",
                figure(24, "%.1f", Tally.Figures::heard),
                figure(24, "%.0f", Tally.Figures::longestWait),
                figure(24, "%.3f", Tally.Figures::jain13),
                figure(10, "%.3f", Tally.Figures::jain13),
                figure(40, "%.3f", Tally.Figures::jain13),
                beatenBy.isEmpty() ? "none" : String.join(",", beatenBy));
    }

    private String figure(int n, String format, Function<Tally.Figures, Double> figure) {
        return Optional.ofNullable(ours.get(n + "+"))
                .map(figures -> String.format(Locale.ROOT, format, figure.apply(figures)))
                .orElse("-");
    }

    private void size(int n, boolean circle) {
        hindsight(n, circle);
        var mine = line(n, circle, "ours", Deal::deal);
        ours.put(n + (circle ? "+" : "-"), mine);
        rival(n, circle, "greedy", GreedyDeal::deal, mine);
        if (n <= SMALL) {
            rival(n, circle, "flow", FlowDeal::deal, mine);
            rival(n, circle, "outlook", OutlookDeal::deal, mine);
        }
        rival(n, circle, "rota", new AnyDeal(false), mine);
        rival(n, circle, "random", new AnyDeal(true), mine);
    }

    private static void hindsight(int n, boolean circle) {
        var bounds = IntStream.rangeClosed(1, seeds(n))
                .mapToObj(seed -> new World(n, circle, seed).bound())
                .toList();
        say(
                "%5d %-8s %-8s %6s %6s %6s %6s %6.1f %6.1f %5.0f",
                n,
                circle ? "with" : "without",
                "bound",
                "",
                "",
                "",
                "",
                bounds.stream().mapToDouble(bound -> bound[0]).average().orElse(0),
                bounds.stream().mapToDouble(bound -> bound[1]).average().orElse(0),
                bounds.stream().mapToDouble(bound -> bound[1]).max().orElse(0));
    }

    private static int seeds(int n) {
        return n <= SMALL ? 12 : 1;
    }

    /** Beats ours who is behind in none of the three, evenness, members heard and longest wait, and ahead in one. */
    private void rival(int n, boolean circle, String name, Year.Way way, Tally.Figures mine) {
        var theirs = line(n, circle, name, way);
        var behindInNone = theirs.jain13() >= mine.jain13()
                && theirs.heard() >= mine.heard()
                && theirs.longestWait() <= mine.longestWait();
        if (behindInNone) {
            beatenBy.add(name + "@" + n + (circle ? "" : "-without"));
        }
    }

    private static Tally.Figures line(int n, boolean circle, String name, Year.Way way) {
        var all = IntStream.rangeClosed(1, seeds(n))
                .mapToObj(seed -> new Year(n, circle, seed).live(way))
                .toList();
        var mean = new Tally.Figures(
                mean(all, Tally.Figures::memberReposts),
                mean(all, Tally.Figures::memberIntroductions),
                mean(all, Tally.Figures::circleReposts),
                mean(all, Tally.Figures::circleIntroductions),
                mean(all, Tally.Figures::heard),
                mean(all, Tally.Figures::longestWait),
                mean(all, Tally.Figures::gap),
                all.stream().mapToDouble(Tally.Figures::leastGap).min().orElse(Double.NaN),
                mean(all, Tally.Figures::jain13),
                mean(all, Tally.Figures::least13),
                mean(all, Tally.Figures::jain39),
                mean(all, Tally.Figures::least39),
                mean(all, Tally.Figures::seconds));
        say(
                "%5d %-8s %-8s %6.1f %6.1f %6.1f %6.1f %6.1f %6.1f %5.0f %5.0f %5.0f %6.3f %6.3f %6.3f %6.3f %6.1fs",
                n,
                circle ? "with" : "without",
                name,
                mean.memberReposts(),
                mean.memberIntroductions(),
                mean.circleReposts(),
                mean.circleIntroductions(),
                mean.heard(),
                mean.longestWait(),
                all.stream().mapToDouble(Tally.Figures::longestWait).max().orElse(0),
                mean.gap(),
                mean.leastGap(),
                mean.jain13(),
                mean.least13(),
                mean.jain39(),
                mean.least39(),
                mean.seconds());
        return mean;
    }

    private static double mean(List<Tally.Figures> all, Function<Tally.Figures, Double> figure) {
        return all.stream().mapToDouble(figure::apply).average().orElse(0);
    }

    private static void say(String format, Object... parts) {
        System.out.println(String.format(Locale.ROOT, format, parts));
    }
}
