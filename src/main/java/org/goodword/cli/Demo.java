package org.goodword.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description =
                "Plays twelve weeks of an invented town in under a minute. Needs no keys and nothing but this machine.")
final class Demo implements Callable<Integer> {
    private static final int WEEKS = 12;

    private final Goodword goodword;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed tells the same season.")
    private long seed;

    @Option(
            names = "--no-serve",
            description = "End when the season is told, as it does until there are pages to show.")
    @SuppressWarnings("UnusedVariable")
    private boolean noServe;

    @Spec
    private @Nullable CommandSpec spec;

    Demo(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var folder = root.home(Optional.empty()).resolve("data/demo");
        var terminal = new Terminal(Objects.requireNonNull(spec));
        var example = root.enrolment(root.settings(root.checkout())).roster();
        terminal.out()
                .println(terminal.strong("Goodword rehearses twelve weeks of an invented town: "
                        + example.members().size() + " businesses, and a sandbox that speaks X's API on 127.0.0.1."));
        terminal.out().println("Nothing leaves this machine.");
        var telling = new SeasonTold(terminal, WEEKS, false);
        telling.heading();
        var result = new RehearsalHome(root, folder).play(root.checkout(), WEEKS, seed, telling);
        telling.end();
        new Summary(terminal, result).print();
        var program = root.program(root.settings(folder));
        terminal.out().println();
        terminal.out().println("The letter     " + shown(result.letter()));
        terminal.out().println("Why one turn   " + program + " plan --why " + result.lastTurn());
        terminal.out().println("Going live     README, \"With your own circle\"");
        terminal.out().flush();
        result.harm().findings().forEach(terminal.err()::println);
        return result.harm().none() ? 0 : Goodword.DID_NOT_WORK;
    }

    private static String shown(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
