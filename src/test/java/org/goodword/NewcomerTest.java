package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says to somebody who does not know it yet: each time, what to do next. */
class NewcomerTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T09:00:00Z");

    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void aHome(@TempDir Path home) {
        terminal = new AtTheTerminal(home);
        terminal.now = WEDNESDAY;
        terminal.write("bot.properties", "circle.name = Otley Traders\n");
    }

    private void live() {
        terminal.write("bot.properties", """
                circle.name = Otley Traders
                circle.account = @otleytraders
                x.mode = live
                x.base-url = http://127.0.0.1:9
                x.consumer-key = key
                x.consumer-secret = secret
                """);
    }

    @Test
    void withoutACommandAllOfThemAreListed() {
        var told = terminal.type();

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .startsWith("Usage: scripts/goodword ")
                .contains("Commands:\n")
                .containsPattern("(?m)^  members +\\S")
                .containsPattern("(?m)^  pause +\\S")
                .contains("With your own circle");
        assertThat(told.out()).isEqualTo(terminal.type("--help").out());
    }

    @Test
    void whatWasTypedWronglyLeadsToTheHelpThatFits() {
        var told = terminal.type("members", "import");

        assertThat(told.code()).isEqualTo(64);
        assertThat(told.err()).endsWith("Try: scripts/goodword members import --help\n");
        assertThat(terminal.type("mebers").err())
                .contains("Did you mean: scripts/goodword members")
                .endsWith("Try: scripts/goodword --help\n");
    }

    @Test
    void aHomeWithoutARosterIsToldHowToComeByOne() {
        var told = terminal.type("check");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).contains("config/members.yaml: there is no such file", "members import FILE.csv");
    }

    @Test
    void beforeAnybodyIsSignedInCheckSaysHow() {
        live();
        terminal.exampleTown();

        assertThat(terminal.type("check").out().replaceAll("\\s+", " "))
                .contains("! sign-ins nobody is signed in yet")
                .contains("scripts/goodword members sign-in @handle");
    }

    @Test
    void aPlanBeforeTheFirstStartSaysThatTheRestOfThisWeekIsDealtAtOnce() {
        terminal.exampleTown();

        var told = terminal.type("plan").out().replaceAll("\n", " ");

        assertThat(told)
                .contains("2026-W49", "It is dealt on Sunday 29 November at 18:00, while Goodword runs.")
                .contains("what is left of this week is dealt at once: scripts/goodword plan --week 2026-W48");
        var thisWeek = terminal.type("plan", "--week", "2026-W48").out();
        assertThat(thisWeek)
                .contains("It is dealt,\nfrom today on, as soon as Goodword runs.")
                .endsWith("plan --week 2026-W49\n")
                .containsPattern("(?s)\nMon 23 November .*\n {8}nothing\n\nTue 24 November .*\n {8}nothing\n\nWed ");
    }

    @Test
    void aLetterAskedForTooEarlySaysWhenTheFirstIsWritten() {
        terminal.exampleTown();
        assertThat(terminal.type("report").err())
                .isEqualTo("No week was dealt yet, so there is no letter. The first is dealt when Goodword runs:"
                        + " scripts/goodword run\n");

        var root = terminal.root();
        try (var house = root.openAndMigrate(root.settings(terminal.home))) {
            house.rounds().week().run(WEDNESDAY);
        }

        var told = terminal.type("report");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err())
                .contains("The first letter is written on Monday 30 November at 08:00")
                .endsWith("scripts/goodword report --week 2026-W48\n");
        assertThat(terminal.type("report", "--week", "2026-W48").code()).isZero();
    }

    @Test
    void whatTheLetterWouldAskForStandsInTheCheckToo() {
        terminal.exampleTown();
        var root = terminal.root();
        try (var house = root.openAndMigrate(root.settings(terminal.home))) {
            house.books()
                    .notices()
                    .tell("unknown @typo", WEDNESDAY, "X knows no account @typo.", "Correct it in the roster");
        }

        var told = terminal.type("check");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("! needs you      1 matter is open")
                .contains("X knows no account @typo. Correct it in the roster.")
                .contains("What is marked ! stops nothing");
    }
}
