package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.goodword.platform.Account;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.StoreTrouble;
import org.goodword.store.Database.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;

class DatabaseTest {
    @TempDir
    Path folder;

    private String url() {
        return Shelves.url(folder);
    }

    private Path file() {
        return folder.resolve("goodword.db");
    }

    private void onFile(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The one fault that opening it ends with. */
    private Fault fault(String url) {
        var faulty = catchThrowableOfType(
                Faulty.class, () -> Database.migrated(url, Durability.FULL).close());
        assertThat(faulty).isNotNull();
        assertThat(faulty.faults()).hasSize(1);
        return faulty.faults().get(0);
    }

    @Test
    void aNewFileGetsItsTables() {
        try (var database = Shelves.in(folder)) {
            assertThat(database.tables()).contains("turn", "turn_event", "post", "lot", "spend", "setting");
        }
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        var url = "jdbc:sqlite:" + folder.resolve("data/demo/goodword.db");

        Database.migrated(url, Durability.SCRATCH).close();

        assertThat(folder.resolve("data/demo/goodword.db")).exists();
    }

    @Test
    void whatWasWrittenIsThereAfterAnotherStart() {
        try (var database = Database.migrated(url(), Durability.FULL)) {
            database.jdbi().useHandle(db -> Setting.write(db, "a", "b"));
        }

        try (var database = Database.existing(url())) {
            var read = database.jdbi().withHandle(db -> Setting.read(db, "a").orElse(""));
            assertThat(read).isEqualTo("b");
        }
    }

    @Test
    void aFileInDailyUseIsWrittenThroughAndChecksItsLinks() {
        try (var database = Database.migrated(url(), Durability.FULL)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
        }
    }

    private static String pragma(Database database, String name) {
        return database.jdbi()
                .withHandle(db ->
                        db.createQuery("pragma " + name).mapTo(String.class).one());
    }

    @Test
    void olderTablesAreNotReadButToBeMigrated() throws SQLException {
        onFile("create table something (id integer)");

        assertThatThrownBy(() -> Database.existing(url()))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("version 0")
                .hasMessageContaining("goodword migrate");
    }

    @Test
    void accountsThatWereMetBeforeAreKnownAfterAMigration() throws SQLException {
        Flyway.configure()
                .dataSource(url(), "", "")
                .locations("classpath:org/goodword/store/migration")
                .target("1")
                .load()
                .migrate();
        onFile("insert into account values ('annbakes', '1', 'Ann', 120, 0)");

        try (var database = Shelves.in(folder)) {
            var registry = new StoredRegistry(database, ZoneOffset.UTC);
            assertThat(registry.account(Shelves.ANN)).contains(new Account(Shelves.ANN, "1"));
            assertThat(registry.followers()).containsEntry(Shelves.ANN, 120);
        }
    }

    @Test
    void newerTablesAreLeftToTheNewerProgram() throws SQLException {
        Shelves.in(folder).close();
        onFile("""
                insert into flyway_schema_history
                select installed_rank + 100, '99', 'the future', type, script, checksum, installed_by, installed_on,
                       execution_time, success
                  from flyway_schema_history order by installed_rank desc limit 1
                """);

        assertThatThrownBy(() -> Database.existing(url()))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer program");
        assertThat(fault(url()).message()).contains("version 99");
    }

    @Test
    void aFileThatIsNotThereIsNotMadeByReadingIt() {
        assertThatThrownBy(() -> Database.existing(url()))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("is not there");

        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Files.writeString(file(), "Dear diary, this is not a database. ".repeat(100));

        var fault = fault(url());

        assertThat(fault.message()).isEqualTo("it is damaged, or is no store of Goodword's");
        assertThat(fault.fix()).contains("goodword restore");
        assertThat(Files.readString(file())).startsWith("Dear diary");
        assertThatThrownBy(() -> Database.existing(url())).isInstanceOf(Faulty.class);
    }

    @Test
    void aFolderThatMayNotBeWrittenSaysSo() throws IOException {
        // a file stands where the folder should be, which no rights of the user's can mend
        Files.writeString(folder.resolve("data"), "");

        var fault = fault("jdbc:sqlite:" + folder.resolve("data/goodword.db"));

        assertThat(fault.message()).contains("cannot be made");
        assertThat(fault.fix()).contains("store.url");
    }

    @Test
    void aFolderWithoutTheRightToWriteSaysSo() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder), "whoever runs the tests may write everywhere");

        var fault = fault(url());

        assertThat(fault.message()).isEqualTo("it cannot be opened or made");
        assertThat(fault.fix()).contains("the right to write");
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_READONLY, it may be read but not written",
        "SQLITE_READONLY_DIRECTORY, it may be read but not written",
        "SQLITE_CORRUPT_INDEX, 'it is damaged, or is no store of Goodword''s'",
        "SQLITE_BUSY_SNAPSHOT, another program holds it",
        "SQLITE_FULL, the disk is full",
        "SQLITE_IOERR_READ, the disk does not read or write it (as SQLite said)",
        "SQLITE_NOLFS, it cannot be used: as SQLite said"
    })
    void whatSqliteSaysBecomesASentence(SQLiteErrorCode code, String sentence) {
        var said = new IllegalStateException("wrapped", new SQLException("as SQLite said", "", code.code));

        assertThat(OpenFaults.of(file(), said).message()).isEqualTo(sentence);
    }

    @Test
    void aFileThatAnotherProgramHoldsSaysSo() throws SQLException {
        Shelves.in(folder).close();
        try (var other = DriverManager.getConnection(url());
                var statement = other.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin immediate");
            statement.execute("insert into setting (name, value) values ('held', 'by another')");

            var trouble = catchThrowableOfType(
                    StoreTrouble.class, () -> Database.migrated(url(), Durability.FULL, Duration.ofMillis(50)));

            assertThat(trouble)
                    .hasMessage(
                            file() + ": another program holds it; wait until it has ended, or stop it, and try again");
        }
    }

    @Test
    void theStampOfAWorldStands() {
        try (var database = Shelves.in(folder)) {
            World.stamp(database, "sandbox", url());

            assertThatCode(() -> World.stamp(database, "sandbox", url())).doesNotThrowAnyException();
            assertThatThrownBy(() -> World.stamp(database, "https://api.example", url()))
                    .isInstanceOf(Faulty.class)
                    .hasMessageContaining("\"sandbox\"")
                    .hasMessageContaining("https://api.example");
            assertThatCode(() -> World.stamp(database, "sandbox", url())).doesNotThrowAnyException();
        }
    }

    @Test
    void whatWasKeptBeforeCountsCouldBeUnknownIsKept() throws SQLException {
        Flyway.configure()
                .dataSource(url(), "", "")
                .locations("classpath:org/goodword/store/migration")
                .target("1")
                .load()
                .migrate();
        onFile("insert into account values ('annbakes', '1', 'Ann', 120, 0)");
        onFile("insert into post (id, author, author_id, subject, at, text, sensitive, introduction, in_books)"
                + " values ('9001', 'annbakes', '1', 'annbakes', 0, 'Rye.', 0, 0, 1)");
        onFile("insert into snapshot values ('9001', 1, 0, 3, 1, 0, 0, 0), ('9001', 2, 0, 0, 0, 0, 0, 0)");

        try (var database = Database.migrated(url(), Database.Durability.FULL)) {
            var posts = new StoredPosts(database);
            var id = new PostId("9001");
            assertThat(new StoredRegistry(database, ZoneOffset.UTC).followers()).isEqualTo(Map.of(Shelves.ANN, 120));
            assertThat(posts.post(id)).map(Seen::newest).contains(id);
            var first = posts.latest(Instant.EPOCH, Instant.ofEpochMilli(1));
            assertThat(first.values())
                    .extracting(Snapshot::counts)
                    .containsExactly(new Counts(
                            OptionalLong.empty(),
                            OptionalLong.of(3),
                            OptionalLong.of(1),
                            OptionalLong.of(0),
                            OptionalLong.of(0),
                            OptionalLong.of(0)));
            var second = posts.latest(Instant.EPOCH, Instant.ofEpochMilli(2));
            assertThat(second.values()).extracting(Snapshot::counts).containsExactly(new Counts(0, 0, 0, 0, 0, 0));
        }
    }
}
