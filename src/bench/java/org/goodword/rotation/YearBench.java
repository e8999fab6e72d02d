package org.goodword.rotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.goodword.platform.PostId;

/** {@code scripts/bench year [--quick] [SIZE …]}: a year under X's own rules, each way of dealing beside the others. */
public final class YearBench {
    private static final int[] ALL = {10, 24, 40, 200, 1_000};
    private static final int[] QUICK = {10, 24, 40};

    private final Map<String, Year.Figures> ours = new HashMap<>();
    private final List<String> beatenBy = new ArrayList<>();

    public static void main(String[] args) {
        var sizes = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("--"))
                .mapToInt(Integer::parseInt)
                .toArray();
        new YearBench().run(sizes.length > 0 ? sizes : Arrays.asList(args).contains("--quick") ? QUICK : ALL);
    }

    private void run(int[] sizes) {
        say(
                "%5s %-8s %-8s %7s %7s %6s %5s %6s %6s %6s %6s %7s",
                "n", "circle", "", "member", "circle", "heard", "wait", "J13", "min13", "J39", "min39", "CPU");
        for (var n : sizes) {
            for (var circle : new boolean[] {true, false}) {
                size(n, circle);
            }
        }
        say(
                "year n24.heard=%s n24.wait-days=%s n24.jain=%s n10.jain=%s n40.jain=%s beaten-by=%s",
                figure(24, "%.1f", Year.Figures::heard),
                figure(24, "%.0f", figures -> (double) figures.longestWait()),
                figure(24, "%.3f", Year.Figures::jain13),
                figure(10, "%.3f", Year.Figures::jain13),
                figure(40, "%.3f", Year.Figures::jain13),
                beatenBy.isEmpty() ? "none" : String.join(",", beatenBy));
    }

    private String figure(int n, String format, Function<Year.Figures, Double> figure) {
        return Optional.ofNullable(ours.get(n + "+"))
                .map(figures -> String.format(Locale.ROOT, format, figure.apply(figures)))
                .orElse("-");
    }

    private void size(int n, boolean circle) {
        hindsight(n, circle);
        var mine = line(n, circle, "ours", Deal::deal);
        ours.put(n + (circle ? "+" : "-"), mine);
        rival(n, circle, "greedy", GreedyDeal::deal, mine);
        rival(n, circle, "rota", (table, permits, draw) -> any(table, permits, draw, false), mine);
        rival(n, circle, "random", (table, permits, draw) -> any(table, permits, draw, true), mine);
    }

    private static void hindsight(int n, boolean circle) {
        var bounds = IntStream.rangeClosed(1, seeds(n))
                .mapToObj(seed -> new Year(n, circle, seed).bound())
                .toList();
        say(
                "%5d %-8s %-8s %7s %7s %6.1f %5.0f",
                n,
                circle ? "with" : "without",
                "bound",
                "",
                "",
                bounds.stream().mapToDouble(bound -> bound[0]).average().orElse(0),
                bounds.stream().mapToDouble(bound -> bound[1]).average().orElse(0));
    }

    private static int seeds(int n) {
        return n <= 10 ? 12 : n <= 40 ? 6 : 1;
    }

    /** Beats ours who is behind in none of the three, evenness, members heard and longest wait, and ahead in one. */
    private void rival(int n, boolean circle, String name, Year.Way way, Year.Figures mine) {
        var theirs = line(n, circle, name, way);
        var behindInNone = theirs.jain13() >= mine.jain13()
                && theirs.heard() >= mine.heard()
                && theirs.longestWait() <= mine.longestWait();
        if (behindInNone) {
            beatenBy.add(name + "@" + n + (circle ? "" : "-without"));
        }
    }

    private static Year.Figures line(int n, boolean circle, String name, Year.Way way) {
        var all = new ArrayList<Year.Figures>();
        for (var seed = 1; seed <= seeds(n); seed++) {
            all.add(new Year(n, circle, seed).live(way));
        }
        var mean = new Year.Figures(
                mean(all, Year.Figures::memberTurns),
                mean(all, Year.Figures::circleTurns),
                mean(all, Year.Figures::heard),
                Math.round(mean(all, figures -> (double) figures.longestWait())),
                mean(all, Year.Figures::jain13),
                mean(all, Year.Figures::least13),
                mean(all, Year.Figures::jain39),
                mean(all, Year.Figures::least39),
                mean(all, Year.Figures::seconds));
        say(
                "%5d %-8s %-8s %7.1f %7.1f %6.1f %5d %6.3f %6.3f %6.3f %6.3f %6.1fs",
                n,
                circle ? "with" : "without",
                name,
                mean.memberTurns(),
                mean.circleTurns(),
                mean.heard(),
                mean.longestWait(),
                mean.jain13(),
                mean.least13(),
                mean.jain39(),
                mean.least39(),
                mean.seconds());
        return mean;
    }

    private static double mean(List<Year.Figures> all, Function<Year.Figures, Double> figure) {
        return all.stream().mapToDouble(figure::apply).average().orElse(0);
    }

    /** Whoever may: each voice takes posts in the order of a rota that goes round, or in any order. */
    private static List<Dealt> any(Table table, Permits permits, Draw draw, boolean shuffled) {
        var dealt = new ArrayList<Dealt>();
        var history = table.history();
        var today = table.window().from().getEpochSecond() / 86_400;
        var left = new ArrayList<>(table.candidates());
        for (var chair : table.chairs()) {
            left.sort(Comparator.comparingDouble((Candidate candidate) -> shuffled
                    ? table.chance().of("any", chair.voice(), candidate.post().id())
                    : (number(candidate.subject().name()) + 1e6 - number(chair.voice().name()) - today) % 1000)
                    .thenComparing(candidate -> candidate.post().id().value()));
            var places = chair.places();
            var gone = new ArrayList<PostId>();
            for (var candidate : left) {
                var what = Proposal.repost(
                        chair.voice(), candidate.subject(), candidate.author(), candidate.post(), chair.mode());
                if (places > 0 && permits.first(what, table.window(), history).isPresent()) {
                    if (draw.leavesAlone(candidate)) {
                        gone.add(candidate.post().id());
                    } else {
                        places--;
                        dealt.add(new Dealt(what, List.of()));
                        history = history.and(Year.spoken(what, table.window().from(), chair.circle()));
                    }
                }
            }
            left.removeIf(candidate -> gone.contains(candidate.post().id()));
        }
        return dealt;
    }

    private static int number(String handle) {
        return handle.equals("thecircle") ? 0 : Integer.parseInt(handle.substring(1));
    }

    private static void say(String format, Object... parts) {
        System.out.println(String.format(Locale.ROOT, format, parts));
    }
}
