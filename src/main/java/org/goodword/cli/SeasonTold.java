package org.goodword.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.goodword.rehearsal.Progress;

/** Tells a season as it is played: a line a week, and a bar below it while somebody is looking. */
final class SeasonTold implements Progress {
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final boolean silent;
    private final Optional<ProgressBar> bar;

    SeasonTold(Terminal terminal, int weeks, boolean silent) {
        this.terminal = terminal;
        this.silent = silent;
        this.bar = silent || !terminal.isWatched() ? Optional.empty() : Optional.of(bar(weeks * 7));
    }

    private static ProgressBar bar(int days) {
        return new ProgressBarBuilder()
                .setTaskName("days")
                .setInitialMax(days)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    void heading() {
        if (!silent) {
            terminal.out().println("  week   turns  not sent  heard  times shown    cost");
            terminal.out().flush();
        }
    }

    @Override
    public void day(int done, int all) {
        bar.ifPresent(one -> one.stepTo(done));
    }

    @Override
    public void week(WeekTold week) {
        if (silent) {
            return;
        }
        bar.ifPresent(ProgressBar::pause);
        var shown = week.shown().isPresent()
                ? String.format(Locale.UK, "%,d", week.shown().getAsLong())
                : "not known";
        var line = String.format(
                Locale.ROOT,
                "  %s  %8d  %8d  %5d  %11s  %6s",
                week.week().substring(5),
                week.turns(),
                week.notSent(),
                week.heard(),
                shown,
                week.cost());
        var lines = withRemarks(line, String.join("; ", week.remarks()));
        lines.forEach(one -> terminal.out().println((bar.isPresent() ? "\r\u001b[K" : "") + one));
        terminal.out().flush();
        bar.ifPresent(ProgressBar::resume);
    }

    /** Remarks follow their week's figures, and go on under themselves. */
    private static List<String> withRemarks(String figures, String remarks) {
        var lines = new ArrayList<String>();
        var margin = " ".repeat(figures.length() + 3);
        var line = new StringBuilder(figures).append(remarks.isEmpty() ? "" : "  ");
        for (var word : remarks.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(margin).append(word);
            } else if (!word.isEmpty()) {
                line.append(' ').append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    void end() {
        bar.ifPresent(ProgressBar::close);
    }
}
