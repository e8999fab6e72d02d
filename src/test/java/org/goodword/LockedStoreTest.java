package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.goodword.AtTheTerminal.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands while another program holds the store. */
class LockedStoreTest {
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));
    private Connection other;

    @BeforeEach
    void anotherProgramHoldsTheStore(@TempDir Path home) throws SQLException {
        terminal = new AtTheTerminal(home);
        terminal.write("bot.properties", "circle.name = Otley Traders\n");
        terminal.exampleTown();
        assertThat(terminal.type("migrate").code()).isZero();
        assertThat(terminal.type("approve").code()).isZero();
        other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/goodword.db"));
        try (var statement = other.createStatement()) {
            statement.execute("begin immediate");
        }
    }

    @AfterEach
    void itLetsGo() throws SQLException {
        other.close();
    }

    private String oneLine() {
        return terminal.home.resolve("data/goodword.db")
                + ": another program holds it; wait until it has ended, or stop it, and try again\n";
    }

    private void saysSo(Told told) {
        assertThat(told.err()).isEqualTo(oneLine());
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).doesNotContain("\tat ");
    }

    @Test
    void whatMustWriteSaysSoInOneLineAndWhatOnlyLooksGoesOn() {
        saysSo(terminal.type("pause", "all"));
        saysSo(terminal.type("members", "pause", "@bluebirdbakes"));
        saysSo(terminal.answering("yes\n", "members", "leave", "@plainsums"));

        assertThat(terminal.type("approve").out()).contains("Nothing waits for a yes.");
        assertThat(terminal.type("plan").code()).isZero();
        assertThat(terminal.type("undo", "--since", "2h").out()).contains("Nothing went out since");
        assertThat(terminal.type("check").err()).isEmpty();
    }
}
