package org.goodword.cli;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.goodword.report.Letter;
import org.goodword.report.LetterCsv;
import org.goodword.report.LetterFiles;
import org.goodword.report.LetterHtml;
import org.goodword.report.LetterText;
import org.goodword.rounds.Calendar;
import org.goodword.rounds.House;
import org.goodword.rounds.WeekOf;
import org.goodword.rounds.books.Journal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "report", description = "Prints the weekly letter, from the books as they stand.")
final class Report implements Callable<Integer> {
    /** How a letter can be had. */
    enum Format {
        TEXT,
        HTML,
        CSV;

        String render(Letter letter) {
            return switch (this) {
                case TEXT -> LetterText.render(letter);
                case HTML -> LetterHtml.render(letter);
                case CSV -> LetterCsv.render(letter);
            };
        }

        /** The word as it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Goodword goodword;

    @Option(names = "--week", paramLabel = "WEEK", description = "As 2026-W47; the last one that is over by default.")
    private @Nullable String week;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "One of ${COMPLETION-CANDIDATES}; text by default.")
    private Format format = Format.TEXT;

    @Option(names = "--write", description = "Writes the page, the text and the figures, and prints where.")
    private boolean write;

    @Spec
    private @Nullable CommandSpec spec;

    Report(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        try (var house = goodword.root().open(goodword.settings())) {
            var letter = house.rounds()
                    .letter()
                    .letter(which(house), goodword.root().clock().instant());
            if (write) {
                out.println(written(house, letter));
            } else {
                out.print(format.render(letter));
            }
            out.flush();
        }
        return 0;
    }

    private static String written(House house, Letter letter) {
        try {
            return LetterFiles.write(letter, house.settings().letters().folder())
                    .toString();
        } catch (UncheckedIOException e) {
            throw new DidNotWork(InWords.sentence(String.valueOf(e.getMessage()))
                    + " Make the folder writable, or set letter.folder.");
        }
    }

    private WeekOf which(House house) {
        var journal = house.books().journal();
        if (week == null) {
            var today = goodword.root()
                    .clock()
                    .instant()
                    .atZone(house.settings().circle().zone())
                    .toLocalDate();
            return journal.planBefore(WeekOf.date(today).name())
                    .map(Journal.Plan::week)
                    .map(WeekOf::parse)
                    .orElseThrow(() -> new DidNotWork(noLetterYet(house, WeekOf.date(today))));
        }
        var named = parsed(week);
        if (journal.plan(named.name()).isEmpty()) {
            throw new DidNotWork("The week " + named.name() + " was not dealt, so there is no letter about it.");
        }
        return named;
    }

    private String noLetterYet(House house, WeekOf current) {
        var program = goodword.root().program(house.settings());
        var zone = house.settings().circle().zone();
        var journal = house.books().journal();
        var first = Stream.of(current, current.next())
                .filter(one -> journal.plan(one.name()).isPresent())
                .findFirst();
        return first.map(one -> "No week that was dealt is over yet. The first letter is written on "
                        + InWords.inASentence(new Calendar(house.circle()).nextLetter(one.ends(zone)), zone)
                        + ", while Goodword runs. As it would stand now: " + program + " report --week " + one.name())
                .orElse("No week was dealt yet, so there is no letter. The first is dealt when Goodword runs: "
                        + program + " run");
    }

    private WeekOf parsed(String name) {
        try {
            return WeekOf.parse(name);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--week is a week such as 2026-W47, not \"" + name + "\"",
                    e);
        }
    }
}
