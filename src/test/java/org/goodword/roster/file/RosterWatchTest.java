package org.goodword.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goodword.platform.Handle;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterWatchTest {
    @TempDir
    Path home;

    private TownFiles town;

    @BeforeEach
    void town() {
        town = new TownFiles(home);
    }

    @Test
    void nothingNewIsUnchanged() {
        var watch = new RosterWatch(town.settings());

        assertThat(tell(watch.look())).isEqualTo("unchanged");
    }

    @Test
    void anEditIsTakenUpAndSaysWhoJoinedLeftAndChanged() {
        var watch = new RosterWatch(town.settings());

        town.members(TownFiles.BAKERY + "    capacity: 1\n"
                + "  - {handle: fittedwick, name: Fitted Wick, trade: kitchen-fitter, area: Far Wick}\n");

        assertThat(tell(watch.look()))
                .isEqualTo("1 joined (@fittedwick), 1 left (@plumbline), 1 changed (@crumbandco)");
        assertThat(watch.current().roster().member(Handle.of("@fittedwick"))).isPresent();
        assertThat(tell(watch.look())).isEqualTo("unchanged");
    }

    @Test
    void aBrokenEditIsToldOnceAndTheLastGoodRosterStays() {
        var watch = new RosterWatch(town.settings());

        town.members("  - handle: \"@crumbandco\"\n\tname: tab\n");

        assertThat(tell(watch.look()))
                .isEqualTo("config/members.yaml:3:1: a tab; indent with spaces; tabs are not allowed in YAML");
        assertThat(tell(watch.look())).isEqualTo("unchanged");
        assertThat(watch.current().roster().members()).hasSize(2);
    }

    @Test
    void everyFurtherBrokenVersionIsToldToo() {
        var watch = new RosterWatch(town.settings());
        town.members("\tone");
        watch.look();

        town.members("  - one\n");

        assertThat(tell(watch.look())).contains("\"one\" stands where a map of keys and values is expected");
    }

    @Test
    void aMendedFileIsTakenUp() {
        var watch = new RosterWatch(town.settings());
        town.members("\tone");
        watch.look();

        town.members(TownFiles.BAKERY + TownFiles.JOINERY);

        assertThat(tell(watch.look())).isEqualTo("nobody joined, left or changed");
    }

    @Test
    void anEditThatKeepsSizeAndDateIsNoticed() throws IOException {
        var members = home.resolve("config/members.yaml");
        var watch = new RosterWatch(town.settings());
        var date = Files.getLastModifiedTime(members);

        town.members((TownFiles.BAKERY + TownFiles.JOINERY).replace("Crumb and Co", "Crust and Co"));
        Files.setLastModifiedTime(members, date);

        assertThat(tell(watch.look())).isEqualTo("1 changed (@crumbandco)");
    }

    @Test
    void anEditOfTheTradesCountsAsWell() {
        var watch = new RosterWatch(town.settings());

        town.write("config/trades.yaml", "trades:\n  bakery: {industry: food}\n");

        assertThat(tell(watch.look())).startsWith("config/members.yaml:8:12: \"joinery\" is no trade");
    }

    @Test
    void aFileThatVanishedLeavesTheLastGoodRoster() throws IOException {
        var watch = new RosterWatch(town.settings());

        Files.delete(home.resolve("config/members.yaml"));

        assertThat(tell(watch.look())).startsWith("config/members.yaml: there is no such file");
        assertThat(watch.current().roster().members()).hasSize(2);
    }

    @Test
    void withoutAGoodRosterToBeginWithThereIsNothingToWatch() {
        town.members("\tone");

        assertThatThrownBy(() -> new RosterWatch(town.settings())).isInstanceOf(Faulty.class);
    }

    private static String tell(Reload reload) {
        return reload.match(
                () -> "unchanged",
                reloaded -> reloaded.changes().summary(),
                stillGood -> String.join(
                        "\n", stillGood.faults().stream().map(Fault::toString).toList()));
    }
}
