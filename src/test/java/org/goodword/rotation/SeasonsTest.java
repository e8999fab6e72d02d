package org.goodword.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Mode;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Deal;
import org.goodword.rotation.morning.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Circles of many sizes, lived day by day: a share of them for a season, or with GOODWORD_SEASONS=2500 so many of them for
 * a year. Most have up to 24 members, one in fifty up to 99, one in 250 has 200, and one in 2,500 has 2,000.
 */
class SeasonsTest {
    private static final int SHARE = 99;
    private static final int SEASON = 14;
    private static final String WANTED = System.getenv("GOODWORD_SEASONS");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, WANTED == null ? SHARE : Long.parseLong(WANTED));
    }

    private static int weeks() {
        return WANTED == null ? SEASON : World.WEEKS;
    }

    private static int size(long seed) {
        if (seed % 50 == 25) {
            return 25 + (int) (seed * 7 % 75);
        }
        return seed % 2_500 == 0 ? 2_000 : seed % 250 == 50 ? 200 : 2 + (int) (seed * 7 % 23);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noRuleIsBrokenWhoeverComesAndGoes(long seed) {
        var year = new Year(size(seed), seed % 2 == 0, seed);

        year.live(Deal::deal, weeks(), true);

        assertThat(Invariants.broken(year, true)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void theSameSeedLivesTheSameSeason(long seed) {
        var one = new Year(size(seed), true, seed);
        var other = new Year(size(seed), true, seed);

        one.live(Deal::deal, SEASON, false);
        other.live(Deal::deal, SEASON, false);

        assertThat(one.sent()).isEqualTo(other.sent());
    }

    static LongStream few() {
        return LongStream.rangeClosed(1, 10);
    }

    @Test
    void theCheckerSeesWhatIsWrong() {
        var year = new Year(12, true, 1);

        year.live((table, permits, draw) -> Deal.deal(table, allowAll(), picked -> false), SEASON, false);

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

    /** Everyone always has something to carry, a third may speak each week, and any pair may be: after three weeks all were heard. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void whereAnyPairMayBeTurnsDifferByAtMostOneAndNobodyWaitsLongerThanTheLineIs(long seed) {
        var world = new World(30, true, seed, 1);
        var members = world.roster.members();
        var sent = new ArrayList<Spoken>();
        for (var week = 0; week < 30; week++) {
            var now = World.morning(World.START.plusWeeks(week));
            for (var dealt : Deal.deal(everyoneHasAPost(world, week, sent), notOneself(), picked -> false)) {
                sent.add(Spoken.of(dealt.what(), world.roster, now.plus(Duration.ofHours(4)), true));
            }
            var turns = members.stream()
                    .mapToLong(member -> sent.stream()
                            .filter(turn -> turn.subject().equals(member.handle()))
                            .count())
                    .summaryStatistics();
            assertThat(turns.getMax() - turns.getMin()).as("week %d", week).isLessThanOrEqualTo(1);
        }
        assertThat(members)
                .allSatisfy(member -> assertThat(longestWait(sent, member.handle()))
                        .isLessThanOrEqualTo(Duration.ofDays(7 * (3 + 1))));
    }

    private static Table everyoneHasAPost(World world, int week, List<Spoken> sent) {
        var now = World.morning(World.START.plusWeeks(week));
        var members = world.roster.members();
        var history = new History(sent);
        var chance = new Chance(week);
        var chairs = IntStream.range(0, members.size())
                .filter(number -> number % 3 == week % 3)
                .mapToObj(number -> new Chair(members.get(number).handle(), false, 1, Mode.APPROVE))
                .toList();
        var posts = IntStream.range(0, members.size())
                .mapToObj(number -> {
                    var handle = members.get(number).handle();
                    var id = new PostId(Integer.toString(1 + week * 100 + number));
                    return new Candidate(
                            handle,
                            handle,
                            new Post(id, "u-" + handle.name(), now, "", true, false, Optional.empty(), Counts.NONE));
                })
                .toList();
        return new Table(
                new Window(now, now.plus(Duration.ofHours(36))),
                world.roster,
                chairs,
                Line.of(members, history, world.audience, now, chance),
                posts,
                history,
                world.audience,
                chance);
    }

    private static Permits notOneself() {
        return (proposal, at, history) -> proposal.voice().equals(proposal.subject())
                ? Optional.of(new Permits.Objection("self", "herself", Optional.empty()))
                : Optional.empty();
    }

    private static Duration longestWait(List<Spoken> sent, Handle subject) {
        var heard = sent.stream()
                .filter(turn -> turn.subject().equals(subject))
                .map(Spoken::at)
                .toList();
        return IntStream.range(1, heard.size())
                .mapToObj(next -> Duration.between(heard.get(next - 1), heard.get(next)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ofDays(99));
    }
}
