package org.goodword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.roster.sheet.RosterImport;
import org.goodword.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description =
                "Adds the businesses of a spreadsheet, saved as CSV, to the roster; config/members-sample.csv shows one.")
final class MembersImport implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "FILE.csv", description = "The sheet; its first row names the columns.")
    private Path sheet = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    MembersImport(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var settings = goodword.settings();
        if (!Files.isRegularFile(sheet)) {
            throw new DidNotWork("There is no file " + sheet + ".");
        }
        if (!settings.files().roster().startsWith(settings.home())) {
            throw new DidNotWork("There is no roster of your own in " + settings.home()
                    + " yet; write a bot.properties there first, from bot.properties.example.");
        }
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        var imported = imported(settings);
        imported.unused().forEach(heading -> out.println("Column not understood, so left out: " + heading));
        if (!imported.left().isEmpty()) {
            out.println("Not taken:");
            imported.left()
                    .forEach(left -> Wrapped.lines("  row " + left.row() + ": " + left.why(), "    ")
                            .forEach(out::println));
        }
        taken(imported, settings, out);
        if (!imported.taken().isEmpty()) {
            out.println("Look it over, then: " + goodword.root().program(settings) + " check");
        }
        return imported.taken().isEmpty() && !imported.left().isEmpty() ? Goodword.DID_NOT_WORK : 0;
    }

    private RosterImport.Imported imported(Settings settings) {
        try {
            var today = goodword.root()
                    .clock()
                    .instant()
                    .atZone(settings.circle().zone())
                    .toLocalDate();
            return new RosterImport(settings).read(sheet, today);
        } catch (IOException e) {
            throw new DidNotWork("The roster cannot be written (" + e.getMessage()
                    + "), so nothing is changed; make its folder writable.");
        }
    }

    private static void taken(RosterImport.Imported imported, Settings settings, PrintWriter out) {
        var home = settings.home();
        var roster = home.relativize(settings.files().roster());
        if (imported.taken().isEmpty()) {
            out.println("Nobody was taken, and " + roster + " is as it was.");
            return;
        }
        out.println("Taken:");
        imported.taken()
                .forEach(one -> out.println("  row " + one.row() + ": " + one.handle() + " " + one.name()
                        + (one.agreed() ? "" : ", without a consent so far")));
        out.println(imported.taken().size() + " written to " + roster
                + imported.before()
                        .map(old -> "; as it was before: " + home.relativize(old))
                        .orElse(""));
        out.println("Nothing is done for or from anybody before her entry has a dated consent.");
    }
}
