package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.Instant;
import org.goodword.rounds.books.Notices.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredNoticesTest {
    private static final Instant LATER = NOON.plusSeconds(3600);

    @TempDir
    Path folder;

    private Database database;
    private StoredNotices notices;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
        notices = new StoredNotices(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMatterIsToldOnceUntilItIsSettled() {
        notices.tell("account @annbakes", NOON, "Her sign-in is dead.", "Sign in again");

        notices.tell("account @annbakes", LATER, "Her sign-in is still dead.", "Sign in again");

        assertThat(notices.open())
                .containsExactly(new Notice("account @annbakes", NOON, "Her sign-in is dead.", "Sign in again"));
    }

    @Test
    void aMatterThatComesBackIsToldAgain() {
        notices.tell("account @annbakes", NOON, "Her sign-in is dead.", "Sign in again");
        notices.settle("account @annbakes", NOON);
        assertThat(notices.open()).isEmpty();

        notices.tell("account @annbakes", LATER, "Her sign-in is dead.", "Sign in again");

        assertThat(notices.open()).extracting(Notice::at).containsExactly(LATER);
        assertThat(notices.since(NOON)).hasSize(2);
        assertThat(notices.since(LATER)).hasSize(1);
    }

    @Test
    void settlingWhatIsNotOpenChangesNothing() {
        notices.tell("everything", NOON, "Everything is stopped.", "goodword resume all");

        notices.settle("account @annbakes", NOON);

        assertThat(notices.open()).hasSize(1);
    }
}
