package org.goodword.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seasons of many circles, lived day by day. GOODWORD_SEASONS=5000 lives so many of them instead of a share. */
class SeasonsTest {
    private static final int SHARE = 120;
    private static final int WEEKS = 14;

    static LongStream seeds() {
        var wanted = System.getenv("GOODWORD_SEASONS");
        return LongStream.rangeClosed(1, wanted == null ? SHARE : Long.parseLong(wanted));
    }

    private static int size(long seed) {
        return 2 + (int) (seed * 7 % 23);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noRuleIsBrokenWhoeverComesAndGoes(long seed) {
        var year = new Year(size(seed), seed % 2 == 0, seed);

        year.live(Deal::deal, WEEKS, true);

        assertThat(Invariants.broken(year, true)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void theSameSeedLivesTheSameSeason(long seed) {
        var one = new Year(size(seed), true, seed);
        var other = new Year(size(seed), true, seed);

        one.live(Deal::deal, WEEKS, false);
        other.live(Deal::deal, WEEKS, false);

        assertThat(one.sent()).isEqualTo(other.sent());
    }

    static LongStream few() {
        return LongStream.rangeClosed(1, 10);
    }

    @Test
    void theCheckerSeesWhatIsWrong() {
        var year = new Year(12, true, 1);

        year.live((table, permits, draw) -> Deal.deal(table, allowAll(), picked -> false), WEEKS, false);

        assertThat(Invariants.broken(year, false))
                .anyMatch(line -> line.startsWith("speaks for itself"))
                .anyMatch(line -> line.startsWith("the same pair again"))
                .anyMatch(line -> line.startsWith("was carried this week"));
    }

    private static Permits allowAll() {
        return (proposal, at, history) ->
                history.of(proposal.post().orElseThrow().id())
                                .anyMatch(done -> done.voice().equals(proposal.voice()))
                        ? Optional.of(new Permits.Objection("once", "done", Optional.empty()))
                        : Optional.empty();
    }

    @Test
    void inASmallCircleEveryoneIsHeardAndEvenly() {
        var year = new Year(24, true, 1);

        var figures = year.live(Deal::deal);

        assertThat(figures.heard()).isGreaterThan(18);
        assertThat(figures.jain13()).isGreaterThan(0.97);
    }
}
