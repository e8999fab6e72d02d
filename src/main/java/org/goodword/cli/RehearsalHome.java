package org.goodword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.goodword.rehearsal.Progress;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Result;

/** A home of a rehearsal's own: the example's files copied, an empty store, and the season played in it. */
record RehearsalHome(Root root, Path folder) {

    /** Plays a season from the start: what an earlier rehearsal left in the folder is replaced. */
    Result play(Path like, int weeks, long seed, Progress progress) {
        try {
            clear();
            Rehearsal.furnish(folder, root.settings(like), properties(seed));
        } catch (IOException e) {
            throw new DidNotWork("The rehearsal cannot write to " + folder + " (" + e.getMessage()
                    + "); make the folder writable, or give another one.");
        }
        var settings = root.settings(folder);
        var roster = root.enrolment(settings).roster();
        return new Rehearsal(settings, roster, root.rehearsals(), root.clock()).run(weeks, seed, progress);
    }

    private static String properties(long seed) {
        return """
                # A rehearsal of the invented town, made by goodword. Everything here is replaced by the next one.
                x.mode=sandbox
                store.url=jdbc:sqlite:goodword.db
                secrets.key-file=goodword.key
                letter.folder=letters
                plan.seed=%d
                """.formatted(seed);
    }

    /** Only what a rehearsal makes is taken away, and only where a rehearsal made it. */
    private void clear() throws IOException {
        var mark = folder.resolve("bot.properties");
        if (!Files.exists(mark)) {
            if (Files.exists(folder.resolve("config")) || Files.exists(folder.resolve("goodword.db"))) {
                throw new IOException("it holds files that no rehearsal made");
            }
            return;
        }
        if (!Files.readString(mark).startsWith("# A rehearsal")) {
            throw new IOException("it is the home of a circle");
        }
        for (var name : new String[] {"goodword.db", "goodword.db-wal", "goodword.db-shm", "goodword.key"}) {
            Files.deleteIfExists(folder.resolve(name));
        }
        erase(folder.resolve("letters"));
    }

    private static void erase(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
