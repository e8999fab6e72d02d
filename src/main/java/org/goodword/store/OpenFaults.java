package org.goodword.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.goodword.settings.Fault;
import org.goodword.settings.StoreTrouble;
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

    /**
     * What time or the organiser's hand at the machine mends, while nothing is wrong with what she wrote; empty for all else,
     * a bug in a statement among it.
     */
    static Optional<StoreTrouble> trouble(Path file, Exception failed) {
        return cause(failed)
                .filter(OpenFaults::isOfTheMachine)
                .map(cause -> new StoreTrouble(bySqlite(file, cause).toString()));
    }

    /** The same at the start, where a file that is damaged or may not be written is a fault of what was configured. */
    static Optional<StoreTrouble> passing(Path file, Exception failed) {
        return cause(failed)
                .filter(cause -> switch (kind(cause)) {
                    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL, SQLITE_FULL, SQLITE_IOERR -> true;
                    default -> false;
                })
                .flatMap(cause -> trouble(file, cause));
    }

    private static boolean isOfTheMachine(SQLException failed) {
        return switch (kind(failed)) {
            case SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_PROTOCOL,
                    SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_READONLY,
                    SQLITE_PERM,
                    SQLITE_CANTOPEN,
                    SQLITE_CORRUPT,
                    SQLITE_NOTADB -> true;
            default -> false;
        };
    }

    /** The innermost: a pool wraps SQLite's complaint in one of its own. */
    private static Optional<SQLException> cause(Throwable failed) {
        return Optional.ofNullable(failed.getCause())
                .flatMap(OpenFaults::cause)
                .or(() -> failed instanceof SQLException sql ? Optional.of(sql) : Optional.empty());
    }

    /** The lower byte is the kind; what SQLite calls an extended code says more in the bytes above it. */
    private static SQLiteErrorCode kind(SQLException failed) {
        return SQLiteErrorCode.getErrorCode(failed.getErrorCode() & 0xff);
    }

    private static Fault bySqlite(Path file, SQLException failed) {
        return switch (kind(failed)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                Fault.inFile(
                        file.toString(),
                        "it is damaged, or is no store of Goodword's",
                        "put a good copy back with: goodword restore; or set store.url to another file");
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                Fault.inFile(
                        file.toString(),
                        "another program holds it",
                        "wait until it has ended, or stop it, and try again");
            case SQLITE_READONLY, SQLITE_PERM ->
                Fault.inFile(file.toString(), "it may be read but not written", GIVE_ACCESS);
            case SQLITE_CANTOPEN -> Fault.inFile(file.toString(), "it cannot be opened or made", GIVE_ACCESS);
            case SQLITE_FULL -> Fault.inFile(file.toString(), "the disk is full", "free some space, and try again");
            case SQLITE_IOERR ->
                Fault.inFile(
                        file.toString(),
                        "the disk does not read or write it (" + failed.getMessage() + ")",
                        "see whether the disk is full or failing, and try again");
            default -> Fault.inFile(file.toString(), "it cannot be used: " + failed.getMessage(), GIVE_ACCESS);
        };
    }
}
