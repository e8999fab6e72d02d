package org.goodword.cli;

import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "migrate", description = "Makes the store, or brings its tables up to date after an update.")
final class Migrate implements Callable<Integer> {
    private final Goodword goodword;

    @Spec
    private @Nullable CommandSpec spec;

    Migrate(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var settings = goodword.settings();
        var file = goodword.root().storeFile(settings);
        var wasThere = Files.exists(file);
        goodword.root().openAndMigrate(settings).close();
        new Terminal(Objects.requireNonNull(spec))
                .out()
                .println((wasThere ? "The store is up to date: " : "The store was made: ") + file);
        return 0;
    }
}
