package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.goodword.settings.StoreTrouble;
import org.goodword.store.Database.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A store that cannot be written says so in one sentence, without a stack. */
class PlainWordsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("goodword.db");
    }

    private String url() {
        return "jdbc:sqlite:" + file();
    }

    @Test
    void whileAnotherProgramHoldsTheStoreAWriteSaysSoAndAReadGoesOn() throws SQLException {
        try (var database = Database.migrated(url(), Durability.FULL, Duration.ofMillis(50));
                var other = DriverManager.getConnection(url());
                var statement = other.createStatement()) {
            var journal = new StoredJournal(database);
            statement.execute("begin immediate");

            var trouble = catchThrowable(() -> journal.done("week", "2026-W48", NOON));

            assertThat(trouble)
                    .isInstanceOf(StoreTrouble.class)
                    .hasMessage(
                            file() + ": another program holds it; wait until it has ended, or stop it, and try again")
                    .hasNoCause();
            assertThat(trouble.getStackTrace()).isEmpty();
            assertThat(journal.isDone("week", "2026-W48")).isFalse();
            statement.execute("rollback");
            journal.done("week", "2026-W48", NOON);
            assertThat(journal.isDone("week", "2026-W48")).isTrue();
        }
    }

    @Test
    void theStampOfAWorldIsReadWhileAnotherProgramHoldsTheStore() throws SQLException {
        try (var database = Database.migrated(url(), Durability.FULL, Duration.ofMillis(50));
                var other = DriverManager.getConnection(url());
                var statement = other.createStatement()) {
            World.stamp(database, "sandbox", url());
            statement.execute("begin immediate");

            assertThat(catchThrowable(() -> World.stamp(database, "sandbox", url())))
                    .isNull();
        }
    }

    @Test
    void onAFullDiskAWriteSaysSo() {
        try (var database = Database.migrated(url(), Durability.FULL)) {
            var notices = new StoredNotices(database);
            database.jdbi().useHandle(db -> db.execute("pragma max_page_count = 1"));

            assertThatThrownBy(() -> {
                        for (var i = 0; i < 1000; i++) {
                            notices.tell("topic " + i, NOON, "something to be told ".repeat(100), "do something");
                        }
                    })
                    .isInstanceOf(StoreTrouble.class)
                    .hasMessage(file() + ": the disk is full; free some space, and try again");
        }
    }

    /** SQLite's own limit is met by a statement; a disk that fills up while the transaction is written is met at its end. */
    @Test
    void aDiskThatFillsUpAtTheCommitSaysSoToo() throws SQLException {
        var connection = mock(Connection.class);
        var disk = mock(DataSource.class);
        when(disk.getConnection()).thenReturn(connection);
        when(connection.getAutoCommit()).thenReturn(true);
        doThrow(new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL))
                .when(connection)
                .commit();
        var jdbi = PlainWords.over(disk::getConnection, file());

        assertThatThrownBy(() -> jdbi.useTransaction(db -> {}))
                .isInstanceOf(StoreTrouble.class)
                .hasMessage(file() + ": the disk is full; free some space, and try again");

        verify(connection).rollback();
        verify(connection).close();
    }

    @Test
    void aStoreThatCannotBeOpenedAgainSaysSo() throws SQLException {
        var disk = mock(DataSource.class);
        when(disk.getConnection())
                .thenThrow(new SQLException(
                        "the pool has none", new SQLiteException("unable to open", SQLiteErrorCode.SQLITE_CANTOPEN)));
        var jdbi = PlainWords.over(disk::getConnection, file());

        assertThatThrownBy(() -> jdbi.useHandle(db -> {}))
                .isInstanceOf(StoreTrouble.class)
                .hasMessageStartingWith(file() + ": it cannot be opened or made; give the user");
    }

    @Test
    void aBugInAStatementKeepsItsStack() {
        try (var database = Database.migrated(url(), Durability.FULL)) {
            var bug = catchThrowable(() -> database.jdbi().useHandle(db -> db.execute("select what")));

            assertThat(bug).isNotInstanceOf(StoreTrouble.class).hasMessageContaining("no such column");
            assertThat(bug.getStackTrace()).isNotEmpty();
        }
    }
}
