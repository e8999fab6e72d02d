package org.goodword.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The daemon is killed as {@code kill -9} does it, again and again. More kills, or those of another seed:
 * {@code scripts/kill-test 200 7}.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("goodword.kills", 20);
    private static final long SEED = Long.getLong("goodword.kills.seed", 20_261_125);

    @TempDir
    Path home;

    @Test
    void aKillAtAnyMomentSaysNothingTwiceAndLosesNothing() {
        var found = Kills.run(KILLS, SEED, home, line -> System.out.println("kill-test: " + line));

        System.out.println("kill-test: " + found.inWords());
        assertThat(found.complaints()).describedAs("seed " + SEED).isEmpty();
        assertThat(found.cutOff())
                .describedAs("kills with a request out: fewer would prove nothing")
                .isGreaterThanOrEqualTo(KILLS / 10);
        assertThat(found.lookedUp()).hasSizeGreaterThanOrEqualTo(found.cutOff());
        assertThat(found.both().introductions()).isPositive();
        assertThat(found.both().reposts()).isPositive();
    }
}
