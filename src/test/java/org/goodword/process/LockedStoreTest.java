package org.goodword.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.goodword.outbox.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program holds the store at the very moment at which an answer has to be written down. */
class LockedStoreTest {
    private static final long SEED = 13;

    @TempDir
    Path home;

    private TrialCircle circle;
    private Far far;

    @BeforeEach
    void oneTurnIsDue() {
        circle = TrialCircle.founded(home, SEED, 8);
        far = Far.start(home, SEED);
        circle.settle(far);
        circle.becomeDue(1, 0);
    }

    @AfterEach
    void close() {
        far.close();
    }

    @Test
    void anAnswerThatCouldNotBeWrittenDownIsLookedUpWithoutARestart() throws SQLException {
        far.isSlow("POST", Far.ANY_POST, 1, SEED, 3000);

        try (var daemon = Program.start(home, "INFO", "run")) {
            daemon.worksUntil(() -> !far.books().effects().isEmpty());
            try (var other = circle.lockedByAnother()) {
                assertThat(other.isClosed()).isFalse();
                daemon.line(line -> line.contains("a round could not be done round=sending"));
            }
            far.worksAgain();
            daemon.worksUntil(() -> circle.open() == 0);
            daemon.line(line -> line.contains("a round that failed works again round=sending"));
            assertThat(daemon.terminate(Program.PATIENCE))
                    .describedAs(daemon.said())
                    .isZero();
        }

        var books = circle.books();
        assertThat(books.count(State.SENT)).isEqualTo(1);
        assertThat(books.turns()).filteredOn(books::wasUnknown).hasSize(1);
        var both = BothBooks.compared(far.books().effects(), books, circle::isAgreed);
        assertThat(both.complaints()).isEmpty();
        assertThat(both.introductions()).isEqualTo(1);
        assertThat(books.spentMilliDollars()).isGreaterThanOrEqualTo(far.books().billedMilliDollars());
    }
}
