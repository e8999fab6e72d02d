package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.goodword.AtTheTerminal.Told;
import org.goodword.platform.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can be said for members in the terminal. */
class MembersTest {
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void aHome(@TempDir Path home) {
        terminal = new AtTheTerminal(home);
        terminal.write("bot.properties", "circle.name = Otley Traders\n");
        terminal.exampleTown();
    }

    private static JsonNode member(Told told, String handle) {
        return told.json()
                .path("members")
                .valueStream()
                .filter(one -> one.path("handle").asString().equals(handle))
                .findFirst()
                .orElseThrow(() -> new AssertionError(handle + " is not in " + told.out()));
    }

    @Test
    void theListNamesEverybodyInAHundredColumns() {
        var told = terminal.type("members", "list");

        assertThat(told.code()).describedAs(told.err()).isZero();
        assertThat(told.out())
                .contains("@bluebirdbakes")
                .contains("Bluebird Bakes")
                .contains("@larkfieldbooks   Larkfield Books")
                .contains("Plain Sums Accounts  spoken for, speaks when asked  ")
                .contains("never")
                .contains("the circle's own account");
        assertThat(told.out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(100);
        assertThat(terminal.home.resolve("data/goodword.db")).doesNotExist();
    }

    @Test
    void theListAsJsonSaysConsentInWords() {
        var told = terminal.type("members", "list", "--json");

        assertThat(member(told, "@bluebirdbakes").path("consent").asString())
                .isEqualTo("spoken for, speaks when asked, until 2027-07-31");
        assertThat(member(told, "@bluebirdbakes").path("signedIn").asBoolean(true))
                .isFalse();
        assertThat(member(told, "@otleytraders").path("circle").asBoolean()).isTrue();
    }

    @Test
    void aPauseHoldsUntilItsDayOrUntilSheResumes() {
        var paused = terminal.type("members", "pause", "@bluebirdbakes", "--until", "2026-12-24");

        assertThat(paused.code()).describedAs(paused.err()).isZero();
        assertThat(paused.out())
                .isEqualTo("Bluebird Bakes is paused until the end of 2026-12-24. Nothing was queued.\n");
        var listed = terminal.type("members", "list");
        assertThat(listed.out()).contains("@bluebirdbakes is stopped: paused on 2026-11-25, until 2026-12-24");

        var resumed = terminal.type("members", "resume", "bluebirdbakes");

        assertThat(resumed.out()).isEqualTo("Bluebird Bakes takes part again, from the next deal on.\n");
        assertThat(terminal.type("members", "list").out()).doesNotContain("is stopped");
    }

    @Test
    void whoIsOutIsNamedWithTheDayTheReasonAndWhatHelps() {
        var member = Handle.of("@bluebirdbakes");
        var other = Handle.of("@plainsums");
        var root = terminal.root();
        try (var house = root.openAndMigrate(root.settings(terminal.home))) {
            house.stopping()
                    .stop(member, terminal.now, "X no longer accepts it: \"goodword members sign-in @bluebirdbakes\"");
            house.stopping().shutOut(other, terminal.now, "X does not permit this to @plainsums");
        }
        terminal.type("members", "pause", "@larkfieldbooks");

        var listed = terminal.type("members", "list").out().replaceAll("\\s+", " ");
        var checked = terminal.type("check").out().replaceAll("\\s+", " ");

        for (var told : List.of(listed, checked)) {
            assertThat(told)
                    .contains(
                            "members sign-in @bluebirdbakes",
                            "members resume @larkfieldbooks",
                            "Look at the account on X");
            assertThat(told)
                    .contains("stopped on 2026-11-25: X does not permit this to @plainsums", "paused on 2026-11-25");
        }
        assertThat(checked)
                .contains("! taking part 3 accounts are left out for now")
                .doesNotContain("members resume @plainsums");
    }

    @Test
    void aPauseThatIsOverIsWrongUsage() {
        var told = terminal.type("members", "pause", "@bluebirdbakes", "--until", "2026-11-24");

        assertThat(told.code()).isEqualTo(64);
        assertThat(told.err()).startsWith("--until is today or later, not 2026-11-24");
    }

    @Test
    void aStrangerIsTakenForWhoeverIsNearest() {
        var told = terminal.type("members", "pause", "@bluebirdbaks");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err())
                .isEqualTo("\"@bluebirdbaks\" is nobody in this circle; did you mean \"@bluebirdbakes\"?\n");
        assertThat(terminal.type("members", "pause", "@somebodyelse").err()).contains("members list shows who is");
    }

    @Test
    void aStrangerIsQuotedAsTyped() {
        assertThat(terminal.type("members", "pause", "BlueBirdBaks").err())
                .isEqualTo("\"BlueBirdBaks\" is nobody in this circle; did you mean \"@bluebirdbakes\"?\n");
    }

    @Test
    void leavingAsksForAYesAndForgetsHer() {
        var told = terminal.answering("yes\n", "members", "leave", "@plainsums");

        assertThat(told.code()).describedAs(told.err()).isZero();
        assertThat(told.out())
                .contains("Type yes: ")
                .contains("Plain Sums Accounts has left. Nothing was queued.")
                .contains("Her entry at config/members.yaml:");
        assertThat(terminal.type("members", "list").out()).doesNotContain("@plainsums");
        assertThat(terminal.type("members", "leave", "@plainsums", "--yes").code())
                .isEqualTo(1);
    }

    @Test
    void withoutAYesNobodyLeaves() {
        var silent = terminal.type("members", "leave", "@plainsums");
        var unwilling = terminal.answering("no\n", "members", "leave", "@plainsums");

        assertThat(silent.code()).isEqualTo(1);
        assertThat(silent.err())
                .isEqualTo("Nobody said yes, so nothing was done. With --yes it is done without asking.\n");
        assertThat(unwilling.code()).isEqualTo(1);
        assertThat(unwilling.err()).isEqualTo("That was no yes, so nothing was done.\n");
        assertThat(terminal.type("members", "list").out()).contains("@plainsums");
    }

    @Test
    void inTheSandboxNobodyNeedsToSignIn() {
        var told = terminal.type("members", "sign-in", "@plainsums");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("x.mode=live");
    }

    @Test
    void homeIsUnderstoodBeforeAndAfterTheCommand() {
        var elsewhere = new AtTheTerminal(AtTheTerminal.CHECKOUT);

        var before = elsewhere.type("--home", terminal.home.toString(), "members", "pause", "@plainsums");
        var after = elsewhere.type("members", "list", "--json", "--home", terminal.home.toString());

        assertThat(before.code()).describedAs(before.err()).isZero();
        assertThat(member(after, "@plainsums").path("stopped").asString()).isEqualTo("paused on 2026-11-25");
    }
}
