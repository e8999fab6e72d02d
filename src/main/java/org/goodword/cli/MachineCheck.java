package org.goodword.cli;

import static org.goodword.cli.Finding.Mark.FAULTY;
import static org.goodword.cli.Finding.Mark.FINE;
import static org.goodword.cli.Finding.Mark.NO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.StoreTrouble;

/** What the work needs of this machine: the store, the key file, room on the disk. */
final class MachineCheck {
    /** Years of a circle's books, and room for SQLite to work in. */
    private static final long LEAST_FREE = 100L * 1024 * 1024;

    private static final String PREFIX = "jdbc:sqlite:";

    private final Root root;
    private final Settings settings;

    MachineCheck(Root root, Settings settings) {
        this.root = root;
        this.settings = settings;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(store());
        findings.add(keyFile());
        findings.add(disk());
        return findings;
    }

    boolean hasStore() {
        return Files.exists(storeFile());
    }

    private Path storeFile() {
        return Path.of(settings.store().url().substring(PREFIX.length()));
    }

    private Finding store() {
        var file = storeFile();
        if (!Files.exists(file)) {
            return mayBeMade(file)
                    ? Finding.of(FINE, "store", "not there yet; the first run makes it (" + file + ")")
                    : cannotBeMade("store", file, "store.url");
        }
        try {
            var version = root.tryStore(settings);
            return Finding.of(FINE, "store", "version " + version + " (" + file + ")");
        } catch (Faulty e) {
            var worldsApart = e.faults().stream().anyMatch(fault -> fault.file().equals("bot.properties"));
            return Finding.wrong(worldsApart ? FAULTY : NO, "store", e.faults());
        } catch (StoreTrouble e) {
            return Finding.of(NO, "store", String.valueOf(e.getMessage()));
        }
    }

    private Finding keyFile() {
        var file = settings.store().keyFile();
        if (!Files.exists(file) && hasStore()) {
            return Finding.wrong(
                    NO,
                    "key file",
                    List.of(Fault.inFile(
                            file.toString(),
                            "it is not there, and what is sealed in the store cannot be opened without it",
                            "put your copy back; with a new key everybody has to sign in again")));
        }
        if (!Files.exists(file)) {
            return mayBeMade(file)
                    ? Finding.of(FINE, "key file", "not there yet; the first run makes it (" + file + ")")
                    : cannotBeMade("key file", file, "secrets.key-file");
        }
        try {
            root.tryKeyFile(settings);
            return Finding.of(FINE, "key file", "there, and for its owner alone (" + file + ")");
        } catch (Faulty e) {
            return Finding.wrong(NO, "key file", e.faults());
        }
    }

    private static Finding cannotBeMade(String what, Path file, String key) {
        return Finding.wrong(
                NO,
                what,
                List.of(Fault.inFile(
                        file.toString(),
                        "it is not there and cannot be made in this folder",
                        "make the folder writable for this user, or name another place in " + key)));
    }

    private static boolean mayBeMade(Path file) {
        var folder = nearest(file);
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    /** The nearest thing above the file that is there. */
    private static Path nearest(Path file) {
        for (var above = file.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return above;
            }
        }
        return file.toAbsolutePath();
    }

    private Finding disk() {
        var folder = nearest(storeFile());
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            var words = String.format(Locale.ROOT, "%,d MB free at %s", free / (1024 * 1024), folder);
            return free >= LEAST_FREE
                    ? Finding.of(FINE, "disk", words)
                    : Finding.of(NO, "disk", words + "; at least 100 MB are needed, so free some space");
        } catch (IOException e) {
            return Finding.of(NO, "disk", "what is free at " + folder + " cannot be told (" + e.getMessage() + ")");
        }
    }
}
