package org.goodword.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.goodword.outbox.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real daemon against a far side that drops, delays and refuses one request in twenty each. For half an hour, with turns
 * due each minute: {@code scripts/soak-test 30}.
 */
class SoakTest {
    private static final int SECONDS = Integer.getInteger("goodword.soak.seconds", 6);
    private static final int EVERY = Integer.getInteger("goodword.soak.every-seconds", 1);
    private static final long SEED = Long.getLong("goodword.soak.seed", 20_261_130);

    @TempDir
    Path home;

    @Test
    void whateverTheFarSideDoesEveryTurnEndsTrulyAndNobodyIsSignedOut() {
        var found = Soak.run(
                Duration.ofSeconds(SECONDS),
                Duration.ofSeconds(EVERY),
                SEED,
                home,
                line -> System.out.println("soak-test: " + line));

        System.out.println("soak-test: " + found.inWords());
        assertThat(found.complaints()).describedAs("seed " + SEED).isEmpty();
        assertThat(found.ours().count(State.SENT)).isGreaterThan(SECONDS / EVERY);
    }
}
