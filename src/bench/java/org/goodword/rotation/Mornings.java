package org.goodword.rotation;

import java.time.LocalDate;
import java.util.Locale;
import org.goodword.rotation.matching.Gauge;
import org.goodword.rotation.morning.Deal;

/**
 * Whole mornings under X's rules, as the program deals them: line, rules, lots, reasons and all. A sixth of the members
 * have their day, posts are as in the town.
 */
public final class Mornings {
    private static final LocalDate DAY = LocalDate.parse("2026-01-13");
    private static final int WEEKS_OF_POSTS = 3;

    private Mornings() {}

    public static void deal(int n) {
        var year = new Year(n, true, 1, WEEKS_OF_POSTS);
        var table = year.firstTable(DAY);
        var rules = year.rules(DAY);
        Deal.deal(table, rules, picked -> false);
        Gauge.settleMemory();
        var before = Gauge.used();
        var cpu = Gauge.cpu();
        var dealt = Deal.deal(table, rules, picked -> false);
        var took = Gauge.cpu() - cpu;
        System.out.println(String.format(
                Locale.ROOT,
                "%8d morning under X's rules: %d voices, %d posts, %d turns, %.2fs, %.0f MB at its peak",
                n,
                table.chairs().size(),
                table.candidates().size(),
                dealt.size(),
                took,
                (Gauge.peak() - before) / 1e6));
    }
}
