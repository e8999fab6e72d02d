package org.goodword.roster.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.goodword.roster.Enrolment;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.SettingsFile;

/** The files of an invented town in a temporary folder, good until a test spoils them. */
public final class TownFiles {
    public static final String BAKERY = """
              - handle: "@crumbandco"
                name: Crumb and Co
                trade: bakery
                area: Nether Wick
            """;
    public static final String JOINERY = """
              - handle: "@plumbline"
                name: Plumb Line Joinery
                trade: joinery
                area: Over Wick
            """;

    private final Path home;

    public TownFiles(Path home) {
        this.home = home;
        write("config/trades.yaml", """
                trades:
                  bakery: {industry: food, complements: [cafe]}
                  cafe: {industry: food, rivals: []}
                  joinery: {industry: home, rivals: [kitchen-fitter]}
                  kitchen-fitter: {industry: home}
                """);
        write("config/areas.yaml", """
                areas:
                  Nether Wick: {neighbours: [Over Wick]}
                  Over Wick:
                  Far Wick: {neighbours: []}
                """);
        write("config/exchange.yaml", """
                classes:
                  catering: Food for a meeting
                  bookkeeping: Books kept straight
                """);
        members(BAKERY + JOINERY);
    }

    public void members(String entries) {
        write("config/members.yaml", "members:\n" + entries);
    }

    public void write(String file, String text) {
        try {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(home.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Settings settings() {
        return SettingsFile.read(home, home, Map.of());
    }

    public Enrolment read() {
        return RosterFile.read(settings());
    }

    List<String> faults() {
        try {
            read();
            return List.of();
        } catch (Faulty faulty) {
            return faulty.faults().stream().map(Fault::toString).toList();
        }
    }
}
