package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goodword.outbox.State;
import org.goodword.rehearsal.Progress;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Result;
import org.goodword.sandbox.town.Books.Effect;
import org.goodword.sandbox.town.Books.Kind;
import org.goodword.store.Traces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A season of the example town, as the demo plays it: real HTTP to the sandbox, a real SQLite file, a clock that jumps. */
class RehearsalTest {
    private static final int SEASON = 12;
    private static final long SEED = 1;

    @TempDir
    static Path folder;

    private static Path home;
    private static Result season;

    @BeforeAll
    static void playASeason() throws IOException {
        home = folder.resolve("season");
        season = play(home, SEASON, SEED);
    }

    private static Result play(Path home, int weeks, long seed) throws IOException {
        var checkout = Path.of("").toAbsolutePath();
        var root = new ProgramRoot(checkout, home, Map.of(), InstantSource.system(), new SecureRandom());
        Rehearsal.furnish(
                home,
                root.settings(checkout),
                "store.url=jdbc:sqlite:goodword.db\nletter.folder=letters\nplan.seed=" + seed);
        var settings = root.settings(home);
        return new Rehearsal(settings, root.enrolment(settings).roster(), root.rehearsals(), root.clock())
                .run(weeks, seed, Progress.NONE);
    }

    @Test
    void nobodyIsHarmed() {
        assertThat(season.harm().findings()).isEmpty();
        assertThat(season.harm().seen()).isGreaterThan(300);
    }

    @Test
    void everythingIsSettledInTheEnd() {
        assertThat(season.byState().keySet()).doesNotContainAnyElementsOf(State.OPEN);
    }

    /**
     * Read from both sides by their own records: neither the audit nor our states are believed. What a voice pressed by
     * herself on a post that was deleted before anybody looked only the town can know.
     */
    @Test
    void theTownsBooksAndOursBalance() throws SQLException {
        var ours = rows("select made || ' ' || sent_at from turn where state = 'SENT' order by 1");
        var beyondOurSight = rows("""
                select voice || ' ' || post from turn join post on post.id = turn.post
                 where state = 'HANDED' and gone_at is not null
                """);
        var theirs = season.effects().stream()
                .filter(effect -> !beyondOurSight.contains(effect.handle() + " " + effect.postId()))
                .map(effect -> effect.postId() + " " + effect.at().toEpochMilli())
                .sorted()
                .toList();
        assertThat(theirs).containsExactlyElementsOf(ours);
    }

    /** What was by or about somebody who left is told by its number and time alone. */
    @Test
    void whoSaidWhatIsTheSameInBothBooks() throws SQLException {
        var ours = rows("""
                select voice || ' ' || coalesce(composed, post) || ' ' || sent_at from turn
                 where state = 'SENT' and voice not like 'former-%' and coalesce(words, '') not like 'erased %'
                """);
        var theirs = season.effects().stream()
                .map(effect -> effect.handle() + " " + (effect.kind() == Kind.POST ? effect.text() : effect.postId())
                        + " " + effect.at().toEpochMilli())
                .toList();
        assertThat(ours).hasSizeGreaterThan(theirs.size() * 8 / 10);
        assertThat(theirs).containsAll(ours);
    }

    @Test
    void whoeverLeftIsNowhereInTheBooks() throws IOException, SQLException {
        var root = new ProgramRoot(
                Path.of("").toAbsolutePath(), home, Map.of(), InstantSource.system(), new SecureRandom());
        var known = rows("select handle from account");
        var left = root.enrolment(root.settings(home)).roster().members().stream()
                .filter(member -> !known.contains(member.handle().name()))
                .toList();

        assertThat(left).hasSizeBetween(1, 4);
        for (var member : left) {
            assertThat(Traces.of(home.resolve("goodword.db"), member.handle().name(), member.name()))
                    .isEmpty();
        }
    }

    @Test
    void nothingWentOutTwice() {
        var times = new TreeMap<String, Integer>();
        for (Effect effect : season.effects()) {
            var what = effect.kind() == Kind.POST ? effect.text() : effect.handle() + " " + effect.postId();
            times.merge(what, 1, Integer::sum);
        }
        assertThat(times.values()).containsOnly(1);
    }

    @Test
    void ourLedgerIsNeverBelowTheTownsTill() {
        assertThat(season.spent()).isGreaterThanOrEqualTo(season.townBilled());
        assertThat(season.spent().milli()).isLessThan(season.townBilled().milli() * 11 / 10);
    }

    /** A plain greedy prototype sent 28 turns a week and had 21 of 24 heard. */
    @Test
    void theSeasonIsAsLivelyAsThePrototypes() {
        assertThat(season.in(State.SENT)).isGreaterThan(28 * SEASON);
        assertThat(season.heardPerWeek()).isGreaterThan(20);
        assertThat(season.heardEver()).isEqualTo(24);
    }

    @Test
    void oneCandidateInFiveIsLeftAlone() {
        var share = (double) season.leftAlone() / (season.leftAlone() + season.carried());
        assertThat(share).isBetween(0.17, 0.23);
    }

    @Test
    void thereIsALetterForEachWeek() throws IOException {
        try (var letters = Files.list(home.resolve("letters"))) {
            assertThat(letters.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".html")))
                    .hasSize(SEASON);
        }
    }

    @Test
    void theBooksHoldNoTokenInTheClear() throws SQLException {
        assertThat(rows("select token || secret from sign_in")).isNotEmpty().allMatch(token -> token.startsWith("v1:"));
    }

    @Test
    void oneSeedTellsTheSameSeasonToTheByte() throws IOException, SQLException {
        var first = folder.resolve("first");
        var second = folder.resolve("second");

        play(first, 3, 7);
        play(second, 3, 7);

        assertThat(letters(second)).isEqualTo(letters(first));
        assertThat(story(second)).isEqualTo(story(first)).hasSizeGreaterThan(300);
    }

    @Test
    void anotherSeedTellsAnotherSeason() throws IOException, SQLException {
        var other = folder.resolve("other");
        var another = folder.resolve("another");

        play(other, 1, 8);
        play(another, 1, 9);

        assertThat(story(other)).isNotEqualTo(story(another));
    }

    private static Map<String, String> letters(Path home) throws IOException {
        var letters = new TreeMap<String, String>();
        try (var files = Files.list(home.resolve("letters"))) {
            for (var file : files.toList()) {
                // the one thing that names the folder is how the program is called for it
                letters.put(
                        file.getFileName().toString(), Files.readString(file).replace(home.toString(), "HOME"));
            }
        }
        return letters;
    }

    private static List<String> story(Path home) throws SQLException {
        return rows(home, "select turn || ' ' || at || ' ' || to_state || ' ' || reason from turn_event order by id");
    }

    private static List<String> rows(String sql) throws SQLException {
        return rows(home, sql);
    }

    private static List<String> rows(Path home, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("goodword.db"));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
