package org.goodword.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.roster.CircleAccount;
import org.goodword.roster.Consent;
import org.goodword.roster.GoodWord;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Place;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TempDir
    Path home;

    private TownFiles town;

    @BeforeEach
    void town() {
        town = new TownFiles(home);
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        var baker = member(town.read().roster(), "crumbandco");

        assertThat(baker.waking())
                .isEqualTo(new Waking(LONDON, LocalTime.of(8, 0), LocalTime.of(20, 0), Set.of(DayOfWeek.values())));
        assertThat(baker.languages()).containsExactly("en");
        assertThat(baker.capacity()).isEqualTo(2);
        assertThat(baker.want()).isEqualTo(3);
        assertThat(baker.carry()).isEqualTo(Member.Carry.ALL);
        assertThat(baker.consent()).isEqualTo(Consent.NONE);
        assertThat(baker.email()).isEmpty();
    }

    @Test
    void theWholeDayIsWrittenAsTheComplaintAboutNoneSays() {
        town.members("""
                  - handle: "@nightoven"
                    name: Night Oven
                    trade: bakery
                    area: Nether Wick
                    hours: {from: "00:00", to: "24:00", days: mon}
                """);

        var waking = member(town.read().roster(), "nightoven").waking();

        var monday = LocalDate.of(2026, 8, 31).atStartOfDay(waking.zone());
        assertThat(waking.allows(monday.toInstant())).isTrue();
        assertThat(waking.allows(monday.plusDays(1).minusMinutes(1).toInstant()))
                .isTrue();
        assertThat(waking.allows(monday.minusMinutes(1).toInstant())).isFalse();
        assertThat(waking.allows(monday.plusDays(1).toInstant())).isFalse();
    }

    @Test
    void everythingThatIsWrittenIsRead() {
        town.members("""
                  - handle: "@CrumbAndCo"
                    name: Crumb and Co
                    trade: bakery
                    area: Nether Wick
                    email: hello@crumb.example
                    time-zone: Europe/Dublin
                    hours: {from: 6:30, to: "24:00", days: "fri-sun, tue"}
                    languages: [en, cy]
                    capacity: 0
                    want: 50
                    consent: {since: 2026-08-01, until: 2027-01-31, spoken-for: yes, introductions: off, reposts: automatic}
                    carry: marked
                    skip-words: [hiring]
                    about:
                      - "We bake before the bus comes."
                    offers: [{what: catering, how-much: twice a week, when: mornings}]
                    needs: [bookkeeping]
                    not-with: ["@fittedwick"]
                    good-words:
                      - {for: "@plumbline", text: "They made our counter."}
                  - {handle: plumbline, name: Plumb Line Joinery, trade: joinery, area: Over Wick}
                  - {handle: fittedwick, name: Fitted Wick, trade: kitchen-fitter, area: Far Wick}
                """);

        var roster = town.read().roster();
        var baker = member(roster, "crumbandco");

        assertThat(baker.email()).contains("hello@crumb.example");
        assertThat(baker.waking())
                .isEqualTo(new Waking(
                        ZoneId.of("Europe/Dublin"),
                        LocalTime.of(6, 30),
                        LocalTime.MIDNIGHT,
                        Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        assertThat(baker.languages()).containsExactly("en", "cy");
        assertThat(List.of(baker.capacity(), baker.want())).containsExactly(0, 50);
        assertThat(baker.consent())
                .isEqualTo(new Consent(
                        LocalDate.of(2026, 8, 1),
                        Optional.of(LocalDate.of(2027, 1, 31)),
                        true,
                        Mode.OFF,
                        Mode.AUTOMATIC));
        assertThat(baker.carry()).isEqualTo(Member.Carry.MARKED);
        assertThat(baker.skipWords()).containsExactly("hiring");
        assertThat(baker.about()).containsExactly("We bake before the bus comes.");
        assertThat(baker.offers()).containsExactly("catering");
        assertThat(baker.needs()).containsExactly("bookkeeping");
        assertThat(baker.notWith()).containsExactly(Handle.of("@fittedwick"));
        assertThat(baker.goodWords())
                .containsExactly(new GoodWord(baker.handle(), Handle.of("@plumbline"), "They made our counter."));
        assertThat(roster.nearness(member(roster, "plumbline"), baker)).isEqualTo(0.5);
        assertThat(roster.rivals(member(roster, "fittedwick"), member(roster, "plumbline")))
                .isTrue();
    }

    @Test
    void theCircleAccountKeepsTheHoursOfACircle() {
        assertThat(town.read().roster().circle())
                .contains(new CircleAccount(
                        Handle.of("@otleytraders"),
                        "Otley Traders",
                        new Waking(LONDON, LocalTime.of(7, 30), LocalTime.of(21, 0), Set.of(DayOfWeek.values()))));

        town.write("bot.properties", "circle.account =\n");
        assertThat(town.read().roster().circle()).isEmpty();
    }

    @Test
    void everyMemberIsFoundInTheFile() {
        town.members(TownFiles.BAKERY + "    consent: {since: 2026-08-01}\n" + TownFiles.JOINERY);

        var enrolment = town.read();

        assertThat(enrolment.entries().get(Handle.of("@plumbline"))).isEqualTo(new Place("config/members.yaml", 7, 13));
        assertThat(enrolment.consent(Handle.of("@crumbandco"))).contains(new Place("config/members.yaml", 6, 14));
        assertThat(enrolment.consent(Handle.of("@plumbline"))).contains(new Place("config/members.yaml", 7, 13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daily       | MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY",
                "mon-sat     | MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY",
                "mon,wed,fri | MONDAY,WEDNESDAY,FRIDAY",
                "sat-mon     | SATURDAY,SUNDAY,MONDAY",
                "friday      | FRIDAY",
                "mon-mon     | MONDAY",
            })
    void daysAreWrittenAsPeopleWriteThem(String days, String expected) {
        town.members(TownFiles.BAKERY + "    hours: {days: \"" + days.strip() + "\"}\n");

        assertThat(member(town.read().roster(), "crumbandco").waking().days())
                .map(DayOfWeek::name)
                .containsExactlyInAnyOrder(expected.split(","));
    }

    @Test
    void aTextThatJustFitsWithItsDisclosureIsTaken() {
        var before = "One of our members, Crumb and Co: ".length();
        town.members(TownFiles.BAKERY + "    about: [\"" + "a".repeat(280 - before) + "\"]\n");
        assertThat(town.faults()).isEmpty();

        town.members(TownFiles.BAKERY + "    about: [\"" + "a".repeat(281 - before) + "\"]\n");
        assertThat(town.faults())
                .containsExactly(
                        "config/members.yaml:6:13: too long by 1: with what stands before it, it comes to 281 of"
                                + " 280 letters; shorten it; it goes out as \"One of our members, Crumb and Co: ...\"");
    }

    @Test
    void anEmptyFileIsNotARosterOfNobody() {
        town.write("config/members.yaml", "# soon\n");

        assertThat(town.faults())
                .containsExactly("config/members.yaml:1:1: the file is empty;"
                        + " write \"members:\" and the entries, or restore the last good copy");
    }

    @Test
    void aMissingListOfTradesIsOneFaultAndNotOneForEachMember() {
        town.write("bot.properties", "trades.file = config/none.yaml\n");

        assertThat(town.faults())
                .containsExactly("config/none.yaml: there is no such file; write it, or name the right one");
    }

    private static Member member(Roster roster, String handle) {
        return roster.member(new Handle(handle)).orElseThrow();
    }
}
