package org.goodword.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.goodword.outbox.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon is told to stop, by SIGTERM, while a request of its is out. */
class SigtermTest {
    private static final long SEED = 11;

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

    /** Starts a daemon, and stops it as soon as the far side has the post and has not answered. Returns what it said. */
    private String stoppedWithTheRequestOut(Duration limit) {
        try (var daemon = Program.start(home, "INFO", "run")) {
            daemon.worksUntil(() -> !far.books().effects().isEmpty());
            assertThat(daemon.terminate(limit)).describedAs(daemon.said()).isZero();
            return daemon.said();
        }
    }

    private void liveUntilNothingIsOpen() {
        try (var daemon = Program.start(home, "INFO", "run")) {
            daemon.worksUntil(() -> circle.open() == 0);
            assertThat(daemon.terminate(Program.PATIENCE)).isZero();
        }
    }

    private BothBooks bothBooks() {
        return BothBooks.compared(far.books().effects(), circle.books(), circle::isAgreed);
    }

    @Test
    void theAnswerIsWaitedForAndWrittenDownAndNothingIsSentAgain() {
        far.isSlow("POST", Far.ANY_POST, 1, SEED, 3000);

        var said = stoppedWithTheRequestOut(Program.PATIENCE);

        assertThat(said).contains("stopped").doesNotContain("broken off", "ERROR");
        assertThat(circle.books().count(State.SENT)).isEqualTo(1);
        assertThat(bothBooks().complaints()).isEmpty();

        far.worksAgain();
        circle.becomeDue(1, 0);
        liveUntilNothingIsOpen();

        assertThat(circle.books().count(State.SENT)).isEqualTo(2);
        assertThat(bothBooks().complaints()).isEmpty();
        assertThat(bothBooks().introductions()).isEqualTo(2);
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedForAndIsLookedUpAfterTheNextStart() {
        far.isSlow("POST", Far.ANY_POST, 1, SEED, Duration.ofHours(1).toMillis());

        var said = stoppedWithTheRequestOut(Duration.ofSeconds(20));

        assertThat(said).contains("broken off", "stopped").doesNotContain("ERROR");
        assertThat(circle.books().count(State.UNKNOWN)).isEqualTo(1);
        assertThat(bothBooks().complaints()).isEmpty();

        liveUntilNothingIsOpen();

        assertThat(circle.books().count(State.SENT)).isEqualTo(1);
        assertThat(bothBooks().complaints()).isEmpty();
        assertThat(bothBooks().introductions()).isEqualTo(1);
        assertThat(circle.books().spentMilliDollars())
                .isGreaterThanOrEqualTo(far.books().billedMilliDollars());
    }
}
