package org.goodword.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.StoreTrouble;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file and the way to it: write-ahead log, foreign keys, and transactions that take the write lock at once (a
 * deferred one may read, then fail to write).
 */
public final class Database implements AutoCloseable {
    /** How durable a commit is. */
    public enum Durability {
        /** on disk when the call returns: what is sent in public must be written down first */
        FULL,
        /** a scratch file whose loss costs nothing, such as a rehearsal's */
        SCRATCH
    }

    /** The newest migration in this version of the program. */
    static final int VERSION = 4;

    /** Long enough for another process's write to end, short enough to be told. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private static final String PREFIX = "jdbc:sqlite:";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool, Path file) {
        this.pool = pool;
        this.jdbi = PlainWords.over(pool::getConnection, file);
    }

    /**
     * Opens the file, making it and its folder if they are not there, and brings its tables up to date.
     *
     * @throws Faulty when it cannot be opened, or was made by a newer program
     * @throws StoreTrouble when another program holds it, or the disk is full
     */
    public static Database migrated(String url, Durability durability) {
        return migrated(url, durability, BUSY);
    }

    /**
     * Brings a file that somebody handed us up to date.
     *
     * @throws Faulty when it is no store of ours, or was made by a newer program
     */
    static Database migratedCopy(String url) {
        var source = source(url, Durability.FULL, BUSY);
        probe(source, url, "select count(*) from sqlite_master");
        return opened(source, url, database -> {
            if (database.version() == 0) {
                throw new Faulty(Fault.inFile(
                        file(url).toString(),
                        "it is no store of Goodword's",
                        "name a copy made with: goodword backup"));
            }
            if (database.version() > VERSION) {
                throw otherVersion(url, database.version());
            }
            database.migrate();
        });
    }

    /** @param patience how long to wait for another program's write to end */
    static Database migrated(String url, Durability durability, Duration patience) {
        makeFolder(url);
        var source = source(url, durability, patience);
        probe(source, url, "begin immediate");
        return opened(source, url, database -> {
            if (database.version() > VERSION) {
                throw otherVersion(url, database.version());
            }
            database.migrate();
        });
    }

    /**
     * Opens a file that is there and up to date.
     *
     * @throws Faulty when it is not there or cannot be read, or when its tables are older or newer than this program knows
     */
    public static Database existing(String url) {
        if (!Files.exists(file(url))) {
            throw new Faulty(Fault.inFile(
                    file(url).toString(), "the store is not there", "run: goodword migrate; or set store.url"));
        }
        var source = source(url, Durability.FULL, BUSY);
        probe(source, url, "select count(*) from sqlite_master");
        return opened(source, url, database -> {
            if (database.version() != VERSION) {
                throw otherVersion(url, database.version());
            }
        });
    }

    private static Database opened(DataSource source, String url, Consumer<Database> firstLook) {
        var database = new Database(pool(source), file(url));
        try {
            firstLook.accept(database);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e instanceof Faulty || e instanceof StoreTrouble ? e : cannotBeOpened(url, e);
        }
    }

    private static Faulty otherVersion(String url, int version) {
        return new Faulty(Fault.inFile(
                file(url).toString(),
                "its tables are of version " + version + ", and this program knows version " + VERSION,
                version < VERSION ? "run: goodword migrate" : "use the newer program that made it"));
    }

    /** One connection outside the pool, whose own complaint would come a second late and with pages of stack. */
    private static void probe(DataSource source, String url, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw cannotBeOpened(url, e);
        }
    }

    /** What the organiser wrote is at fault, unless the machine is. */
    private static RuntimeException cannotBeOpened(String url, Exception failed) {
        return OpenFaults.passing(file(url), failed)
                .<RuntimeException>map(trouble -> trouble)
                .orElseGet(() -> new Faulty(OpenFaults.of(file(url), failed)));
    }

    private static void makeFolder(String url) {
        try {
            Files.createDirectories(file(url).toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new Faulty(OpenFaults.of(file(url), e));
        }
    }

    /** An empty store that lives as long as it is open, for commands that look where nothing was kept yet. */
    public static Database empty() {
        try {
            var file = Files.createTempFile("goodword", ".db");
            file.toFile().deleteOnExit();
            return migrated(PREFIX + file, Durability.SCRATCH);
        } catch (IOException e) {
            throw new UncheckedIOException("no room for an empty store: " + e.getMessage(), e);
        }
    }

    /** The file behind a store's address. */
    public static Path file(String url) {
        return Path.of(url.substring(PREFIX.length()));
    }

    private static DataSource source(String url, Durability durability, Duration patience) {
        var sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(
                durability == Durability.FULL ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.OFF);
        sqlite.enforceForeignKeys(true);
        // what is deleted is overwritten: a leaver's words are not to be read from free pages
        sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        sqlite.setBusyTimeout((int) patience.toMillis());
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new SQLiteDataSource(sqlite);
        source.setUrl(url);
        return source;
    }

    private static HikariDataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:org/goodword/store/migration")
                .load()
                .migrate();
    }

    /** The newest migration its tables have had; 0 where there was none. */
    public int version() {
        return jdbi.withHandle(handle -> {
            var known = handle.createQuery("select count(*) from sqlite_master where name = 'flyway_schema_history'")
                    .mapTo(Integer.class)
                    .one();
            return known == 0
                    ? 0
                    : handle.createQuery(
                                    "select max(cast(version as integer)) from flyway_schema_history where success")
                            .mapTo(Integer.class)
                            .findOne()
                            .orElse(0);
        });
    }

    Jdbi jdbi() {
        return jdbi;
    }

    DataSource source() {
        return pool;
    }

    /** The tables there are, for those who look at the books from outside. */
    public List<String> tables() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void close() {
        pool.close();
    }
}
