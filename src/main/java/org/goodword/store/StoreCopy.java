package org.goodword.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;

/** A copy of the store in one file, taken while the daemon runs, and put back while it does not. */
public final class StoreCopy {
    private static final String PREFIX = "jdbc:sqlite:";

    private StoreCopy() {}

    /**
     * Copies the store as it is at one moment. What a copy holds is whole, or there is no copy.
     *
     * @throws Faulty when the store is not there, when {@code to} is there already, or when it cannot be written
     */
    public static void backUp(String url, Path to) {
        if (Files.exists(to)) {
            throw new Faulty(Fault.inFile(to.toString(), "it is there already", "give the copy another name"));
        }
        var draft = beside(to, ".new");
        try (var database = Database.existing(url)) {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.deleteIfExists(draft);
            database.jdbi().useHandle(db -> db.execute("vacuum into ?", draft.toString()));
            Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    to.toString(),
                    "the copy cannot be written (" + e.getMessage() + ")",
                    "make the folder writable, or choose another"));
        }
    }

    /**
     * Puts a copy in the store's place, brought up to date. The store that was there is laid aside.
     *
     * @param world which the copy must have been made in
     * @return where the store that was there lies now, whether or not there was one
     * @throws Faulty when {@code from} is no sound store of that world; then nothing has changed
     */
    public static Path restore(String url, Path from, String world) {
        var store = Database.file(url);
        var draft = beside(store, ".new");
        var aside = beside(store, ".before-restore");
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING);
            prove(draft, from, world);
            for (var part : new String[] {"-wal", "-shm", ""}) {
                lay(beside(store, part), beside(aside, part));
            }
            Files.move(draft, store, StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    from.toString(),
                    "it cannot be put in the place of " + store + " (" + e.getMessage() + ")",
                    "name a copy that can be read, and make the store's folder writable"));
        } finally {
            discard(draft);
        }
    }

    /** On the draft, so that the copy itself stays as it is. */
    private static void prove(Path draft, Path from, String world) {
        var url = PREFIX + draft;
        try (var database = Database.migratedCopy(url)) {
            var sound = database.jdbi()
                    .withHandle(db -> db.createQuery("pragma integrity_check")
                            .mapTo(String.class)
                            .list());
            if (!sound.equals(List.of("ok"))) {
                throw new Faulty(Fault.inFile(from.toString(), "it is damaged: " + sound.get(0), "use another copy"));
            }
            World.stamp(database, world, from.toString());
        } catch (Faulty e) {
            throw new Faulty(
                    e.faults().stream().map(fault -> of(fault, draft, from)).toList());
        }
    }

    /** Named by the file the organiser gave. */
    private static Fault of(Fault fault, Path draft, Path from) {
        return fault.file().equals(draft.toString())
                ? Fault.inFile(from.toString(), fault.message(), "name another copy, made with: goodword backup")
                : fault;
    }

    private static void lay(Path part, Path aside) throws IOException {
        if (Files.exists(part)) {
            Files.move(part, aside, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(aside);
        }
    }

    private static void discard(Path draft) {
        try {
            for (var part : new String[] {"-wal", "-shm", ""}) {
                Files.deleteIfExists(beside(draft, part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a draft cannot be taken away: " + e.getMessage(), e);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
