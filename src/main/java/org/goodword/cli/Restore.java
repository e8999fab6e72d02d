package org.goodword.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.daemon.StoreLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Puts a copy in the store's place, and stops everything until the organiser has looked.")
final class Restore implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "FILE", description = "A copy made with backup.")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    Restore(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var settings = goodword.settings();
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        var copy = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(copy)) {
            throw new DidNotWork("There is no file " + file + ".");
        }
        var lock = StoreLock.take(root.storeFile(settings));
        try {
            var aside = root.restore(settings, copy);
            var struck = hold();
            out.println("The store is what it was when " + file + " was made.");
            if (Files.exists(aside)) {
                out.println("The one that was there lies in " + aside + ".");
            }
            out.println(Lines.hanging(
                    "",
                    "Everything is stopped"
                            + (struck == 0
                                    ? ""
                                    : ", and " + InWords.counted(struck, "turn that may have", "turns that may have")
                                            + " gone out since the copy was made "
                                            + (struck == 1 ? "was" : "were") + " struck")
                            + ". What went out since then is not in these books, so that it could be"
                            + " said again: look at the accounts first."));
            out.println("Go on   " + root.program(settings) + " resume all");
            out.flush();
        } finally {
            lock.close();
        }
        return 0;
    }

    /** What was to go out by now may have gone out after the copy was made: it must not go out again. */
    private int hold() {
        var now = goodword.root().clock().instant();
        try (var house = goodword.root().openAndMigrate(goodword.settings())) {
            house.stopping().pauseEverything(now);
            return house.takingBack()
                    .strike(
                            turn -> !turn.turn().slot().isAfter(now),
                            now,
                            "It may have gone out after the copy was made that was put back.");
        }
    }
}
