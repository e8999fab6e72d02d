package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goodword.AtTheTerminal.Told;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spreadsheet comes in. */
class ImportTest {
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void aHome(@TempDir Path home) {
        terminal = new AtTheTerminal(home);
        terminal.write("bot.properties", "circle.name = Otley Traders\n");
        terminal.exampleTown();
    }

    private Told imported(String csv) {
        terminal.write("sheet.csv", csv);
        return terminal.type(
                "members", "import", terminal.home.resolve("sheet.csv").toString());
    }

    private Member member(String handle) {
        var root = terminal.root();
        return root.enrolment(root.settings(terminal.home))
                .roster()
                .member(Handle.of(handle))
                .orElseThrow();
    }

    @Test
    void theSampleComesInWhole() {
        var before = terminal.read("config/members.yaml");

        var told = terminal.type(
                "members",
                "import",
                AtTheTerminal.CHECKOUT.resolve("config/members-sample.csv").toString());

        assertThat(told.code()).describedAs(told.out() + told.err()).isZero();
        assertThat(told.out())
                .doesNotContain("Not taken")
                .contains("row 2: @thistledowntoy Thistledown Toys\n")
                .contains("row 3: @tinlantern The Tin Lantern, without a consent so far\n")
                .contains("3 written to ");
        assertThat(terminal.read("config/members.yaml")).startsWith(before).isNotEqualTo(before);
        assertThat(terminal.read("config/members.yaml.bak")).isEqualTo(before);
        assertThat(terminal.home.resolve("config/members.yaml.new")).doesNotExist();
        assertThat(member("tinlantern").consent()).isEqualTo(Consent.NONE);
        assertThat(member("quillfeather").trade()).isEqualTo("sign-maker");
        assertThat(member("quillfeather").consent().reposts()).isEqualTo(Mode.SUGGEST);
        assertThat(terminal.type("check").code()).isZero();
    }

    @Test
    void whatIsWrittenReadsAsIfAPersonHadWrittenIt() {
        imported("""
                Name,X,Type of business,Town,E-mail address,Hours,About us,Offers,Consent since,Spoken for,Introductions
                "Hook, Line & Thread",@hooklinethread,yarn shop,menston,wool@hooklinethread.example,Mon to Sat 9am-5.30pm,"We say ""knit"" a lot.|Ask us for buttons.",gifts; Teaching,1 August 2026,yes,approve
                """.replace("menston", "Menston"));

        assertThat(terminal.read("config/members.yaml")).endsWith("""

                  # ---- From sheet.csv, 2026-11-25 ----

                  - handle: "@hooklinethread"
                    name: "Hook, Line & Thread"
                    trade: yarn-shop
                    area: Menston
                    email: wool@hooklinethread.example
                    hours: {from: "09:00", to: "17:30", days: mon-sat}
                    consent: {since: 2026-08-01, spoken-for: true, introductions: approve, reposts: "off"}
                    about:
                      - "We say \\"knit\\" a lot."
                      - "Ask us for buttons."
                    offers: [gifts, teaching]
                """);
    }

    @Test
    void whatCannotBeTakenIsToldRowByRow() {
        var told = imported("""
                handle,name,trade,area,email,hours
                @bluebirdbakes,Bluebird,bakery,Otley,,
                @newinn,The New Inn,pubb,Otley,,
                @@odd,Odd,pub,Otley,,

                @lanternpress,Lantern Press,printer,Burley,nowhere,
                @quietloaf,,bakery,Newall,,
                @quiethive,Quiet Hive,gifts,Newall,,when the door is open
                @goodhive,Good Hive,florist,Newall,,
                goodhive,Good Hive,florist,Newall,,
                """);

        assertThat(told.code()).isZero();
        assertThat(told.out().replaceAll("\n    ", " "))
                .contains("  row 2: @bluebirdbakes is enrolled already, at config/members.yaml:")
                .contains("row 3: \"pubb\" is no trade; did you mean \"pub\"?")
                .contains("row 4: \"@@odd\": a handle is one @")
                .contains("row 6: \"nowhere\" is no e-mail address")
                .contains("row 7: there is no name; fill it in")
                .contains("row 8: \"when the door is open\" cannot be told for hours")
                .contains("row 10: @goodhive stands in row 9 too")
                .contains("Taken:\n  row 9: @goodhive Good Hive, without a consent so far");
        assertThat(told.out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(100);
    }

    @Test
    void aConsentIsNeverMadeUp() {
        var told = imported("""
                handle,name,trade,area,consent since,spoken-for,introductions,reposts
                @hiveone,Hive One,florist,Newall,,yes,automatic,automatic
                @hivetwo,Hive Two,pub,Newall,01/08/2026,yes,approve,approve
                @hivethree,Hive Three,vet,Newall,2026-08-01,,,
                @hivefour,Hive Four,tailor,Newall,2027-08-01,yes,approve,approve
                """);

        assertThat(told.out().replaceAll("\n    ", " "))
                .contains("row 2: @hiveone: what she agreed to has no date")
                .contains("row 3: @hivetwo: \"01/08/2026\" is no date of a consent")
                .contains("row 4: @hivethree: the consent does not say to what")
                .contains("row 5: @hivefour: the consent is dated 2027-08-01, which is still to come")
                .contains("4 written to");
        for (var handle : new String[] {"hiveone", "hivetwo", "hivethree", "hivefour"}) {
            assertThat(member(handle).consent()).isEqualTo(Consent.NONE);
        }
    }

    @Test
    void whatIsWrongIsQuotedAsItStandsInTheSheet() {
        var told = imported("""
                handle,name,trade,area,consent since,spoken-for,introductions,not-with
                https://x.com/averyveryverylongname,Hive One,florist,Newall,,,,
                @@hivetwo,Hive Two,florist,Newall,,,,
                @hivethree,Hive Three,Picture Frammer,Newall,,,,
                @hivefour,Hive Four,florist,Newall,2026-08-01,yes,Automatik,
                @hivefive,Hive Five,florist,Newall,,,,No-Hive
                @hivesix,Hive Six,florist,Newall,,,,NoHive
                """);

        assertThat(told.out().replaceAll("\n    ", " "))
                .contains("row 2: \"https://x.com/averyveryverylongname\": a handle is")
                .contains("row 3: \"@@hivetwo\": a handle is")
                .contains("row 4: \"Picture Frammer\" is no trade")
                .contains("row 5: @hivefour: \"Automatik\" under introductions")
                .contains("row 6: \"No-Hive\": a handle is")
                .contains("row 7: NoHive is no member");
    }

    @Test
    void aSheetFromOldWindowsWithSemicolonsIsRead() throws IOException {
        Files.write(
                terminal.home.resolve("old.csv"),
                "Handle;Business;Trade;Area;Fax\r\n@cafedelune;Café de Lune;cafe;Burley;none\r\n"
                        .getBytes(Charset.forName("windows-1252")));

        var told = terminal.type(
                "members", "import", terminal.home.resolve("old.csv").toString());

        assertThat(told.code()).describedAs(told.out() + told.err()).isZero();
        assertThat(told.out()).contains("Column not understood, so left out: Fax");
        assertThat(member("cafedelune").name()).isEqualTo("Café de Lune");
    }

    @Test
    void aFileWithWindowsLineEndsKeepsThem() {
        terminal.write(
                "config/members.yaml", terminal.read("config/members.yaml").replace("\n", "\r\n"));

        imported("handle,name,trade,area\n@goodhive,Good Hive,florist,Newall\n");

        assertThat(terminal.read("config/members.yaml")).endsWith("area: Newall\r\n");
        assertThat(terminal.read("config/members.yaml").replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void aSheetWithoutItsColumnsChangesNothing() {
        var before = terminal.read("config/members.yaml");

        var told = imported("handle,telephone\n@goodhive,12\n");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err())
                .contains("there is no column for the name")
                .contains("there is no column for the trade")
                .contains("there is no column for the area");
        assertThat(terminal.read("config/members.yaml")).isEqualTo(before);
        assertThat(terminal.home.resolve("config/members.yaml.bak")).doesNotExist();
    }

    @Test
    void whereNobodyCanBeTakenNothingIsChanged() {
        var before = terminal.read("config/members.yaml");

        var told = imported("handle,name,trade,area\n@goodhive,Good Hive,florrist,Newall\n");

        assertThat(told.code()).isEqualTo(1);
        assertThat(terminal.read("config/members.yaml")).isEqualTo(before);
        assertThat(terminal.home.resolve("config/members.yaml.bak")).doesNotExist();
    }

    @Test
    void aBrokenRosterIsMendedFirst() {
        terminal.write("config/members.yaml", "members:\n  - handle: \"@@x\"\n");

        var told = imported("handle,name,trade,area\n@goodhive,Good Hive,florist,Newall\n");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("config/members.yaml:2:");
        assertThat(terminal.read("config/members.yaml")).isEqualTo("members:\n  - handle: \"@@x\"\n");
    }

    @Test
    void theFirstSheetMakesTheRoster() throws IOException {
        Files.delete(terminal.home.resolve("config/members.yaml"));

        var told = imported("handle,name,trade,area\n@goodhive,Good Hive,florist,Newall\n");

        assertThat(told.code()).describedAs(told.out() + told.err()).isZero();
        assertThat(terminal.read("config/members.yaml")).contains("members:\n\n  # ---- From sheet.csv");
        assertThat(member("goodhive").name()).isEqualTo("Good Hive");
    }
}
