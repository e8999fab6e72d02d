package org.goodword.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "backup", description = "Copies the store into one file, while a daemon runs or not.")
final class Backup implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "FILE", description = "Where the copy goes; a file that is not there yet.")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    Backup(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var settings = goodword.settings();
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        goodword.root().backUp(settings, file.toAbsolutePath().normalize());
        out.println("The store was copied to " + file + ".");
        out.println(Lines.hanging(
                "",
                "The key that opens its sign-ins is not in it. Keep a copy of that elsewhere: "
                        + settings.store().keyFile()));
        out.flush();
        return 0;
    }
}
