package org.goodword.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.goodword.settings.Fault;
import org.sqlite.SQLiteErrorCode;

/** Why a store could not be opened, as one sentence and what to do about it. */
final class OpenFaults {
    private static final String GIVE_ACCESS =
            "give the user that runs Goodword the right to write the file and its folder, or set store.url to another";

    private OpenFaults() {}

    static Fault of(Path file, IOException folder) {
        return Fault.inFile(file.toString(), "its folder cannot be made (" + folder.getMessage() + ")", GIVE_ACCESS);
    }

    static Fault of(Path file, Exception failed) {
        return cause(failed)
                .map(cause -> bySqlite(file, cause))
                .orElseGet(() -> Fault.inFile(
                        file.toString(),
                        "its tables could not be brought up to date: " + failed.getMessage(),
                        "put a good copy back with: goodword restore"));
    }

    private static Optional<SQLException> cause(Throwable failed) {
        if (failed instanceof SQLException sql) {
            return Optional.of(sql);
        }
        return Optional.ofNullable(failed.getCause()).flatMap(OpenFaults::cause);
    }

    private static Fault bySqlite(Path file, SQLException failed) {
        // the lower byte is the kind; what SQLite calls an extended code says more in the bytes above it
        var kind = SQLiteErrorCode.getErrorCode(failed.getErrorCode() & 0xff);
        return switch (kind) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                Fault.inFile(
                        file.toString(),
                        "it is damaged, or is no store of Goodword's",
                        "put a good copy back with: goodword restore; or set store.url to another file");
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                Fault.inFile(
                        file.toString(),
                        "another program holds it",
                        "stop the other program, or wait until it has ended, and start again");
            case SQLITE_READONLY, SQLITE_PERM ->
                Fault.inFile(file.toString(), "it may be read but not written", GIVE_ACCESS);
            case SQLITE_CANTOPEN -> Fault.inFile(file.toString(), "it cannot be opened or made", GIVE_ACCESS);
            case SQLITE_FULL -> Fault.inFile(file.toString(), "the disk is full", "free some space, and start again");
            default -> Fault.inFile(file.toString(), "it cannot be used: " + failed.getMessage(), GIVE_ACCESS);
        };
    }
}
