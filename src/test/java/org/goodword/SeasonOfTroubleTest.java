package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goodword.outbox.State;
import org.goodword.rehearsal.Progress;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Result;
import org.goodword.sandbox.FaultQueue;
import org.goodword.sandbox.FaultQueue.Fault;
import org.goodword.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some weeks over HTTP with a far side that drops one answer in twenty, delays one in twenty and refuses one in twenty. The
 * whole season: {@code mvn test -Dtest=SeasonOfTroubleTest -Dgoodword.trouble.weeks=12}.
 */
class SeasonOfTroubleTest {
    private static final int WEEKS = Integer.getInteger("goodword.trouble.weeks", 2);
    private static final long SEED = Long.getLong("goodword.trouble.seed", 5);
    private static final double OFTEN = 0.05;
    private static final Duration LATE = Duration.ofMillis(3);

    @TempDir
    static Path home;

    private static Result season;

    @BeforeAll
    static void play() throws IOException {
        var checkout = Path.of("").toAbsolutePath();
        var root = new ProgramRoot(checkout, home, Map.of(), InstantSource.system(), new SecureRandom());
        Rehearsal.furnish(
                home,
                root.settings(checkout),
                "store.url=jdbc:sqlite:goodword.db\nletter.folder=letters\nplan.seed=" + SEED);
        var settings = root.settings(home);
        season = new Rehearsal(settings, root.enrolment(settings).roster(), root.rehearsals(), root.clock())
                .run(WEEKS, SEED, Progress.NONE, SeasonOfTroubleTest::misbehave);
    }

    private static void misbehave(Sandbox sandbox) {
        sometimes(sandbox, OFTEN, 1, new FaultQueue.DropReply());
        sometimes(sandbox, OFTEN, 2, new FaultQueue.Delay(LATE));
        var each = OFTEN / 5;
        sometimes(sandbox, each, 3, answer(503, ""));
        sometimes(sandbox, each, 4, answer(401, "{\"title\":\"Unauthorized\",\"status\":401}"));
        sometimes(sandbox, each, 5, answer(403, "{\"title\":\"Forbidden\",\"detail\":\"You are not permitted.\"}"));
        sometimes(sandbox, each, 6, answer(403, "<html><title>Blocked</title></html>"));
        sometimes(sandbox, each, 7, answer(429, "{\"title\":\"Too Many Requests\",\"status\":429}"));
    }

    private static FaultQueue.Answer answer(int status, String body) {
        return new FaultQueue.Answer(status, body, Map.of());
    }

    private static void sometimes(Sandbox sandbox, double chance, long number, FaultQueue.Action action) {
        sandbox.faults().add(Fault.once("*", "/2/**", action).sometimes(chance, SEED * 100 + number));
    }

    private static List<String> rows(String query) throws SQLException {
        try (var store = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("goodword.db"));
                var statement = store.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    @Test
    void nobodyIsHarmed() {
        assertThat(season.harm().findings()).describedAs("seed " + SEED).isEmpty();
        assertThat(season.harm().seen()).isGreaterThan(10 * WEEKS);
    }

    @Test
    void everyTurnIsInAFinalStateWithItsReason() throws SQLException {
        assertThat(season.byState().keySet()).doesNotContainAnyElementsOf(State.OPEN);
        assertThat(rows("select id from turn where trim(reason) = ''")).isEmpty();
        assertThat(rows("select reason from turn where state = 'REFUSED' and reason like '%does not know%'"))
                .as("not known is not no")
                .isEmpty();
    }

    @Test
    void ourLedgerIsNeverBelowTheTownsTill() {
        assertThat(season.spent()).describedAs("seed " + SEED).isGreaterThanOrEqualTo(season.townBilled());
    }

    @Test
    void theMorningIsDealtEachDay() throws SQLException {
        for (var zone : List.of("Europe/London", "Europe/Dublin")) {
            assertThat(rows("select key from round_done where round = 'morning' and key like '" + zone + " %'"))
                    .describedAs("seed " + SEED)
                    .hasSize(7 * WEEKS);
        }
    }

    @Test
    void nobodyIsSignedOutWhoCanSignIn() throws SQLException {
        assertThat(rows("""
                select who from consent_event a where what = 'signed-out'
                   and not exists (select 1 from consent_event b
                                    where b.who = a.who and b.id > a.id and b.what in ('signed-out', 'signed-in'))
                """)).describedAs("seed " + SEED).isEmpty();
    }
}
