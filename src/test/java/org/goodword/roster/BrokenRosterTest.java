package org.goodword.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One roster with everything wrong that can be wrong, and the whole page an organiser would read. */
class BrokenRosterTest {
    @TempDir
    Path home;

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var town = new TownFiles(home);
        town.write("config/trades.yaml", """
                trades:
                  bakery: {industry: food, complements: [caff]}
                  cafe: {industry: food, colour: red}
                  joinery: {rivals: [joinery, kitchen-fitter]}
                  kitchen-fitter: home
                """);
        town.write("config/areas.yaml", """
                areas:
                  Nether Wick: {neighbours: [Ower Wick]}
                  Over Wick: {neighbours: Nether Wick}
                """);
        town.write("config/exchange.yaml", "classes:\n  catering: Food\n  catering: More food\n");
        town.members("""
                  - handle: "@@crumb"
                    name: No Handle
                    trade: bakry
                    area: Nether Wick
                  - handle: "@crumbandco"
                    name: Crumb and Co
                    trade: bakery
                    area: Nowhere
                    email: hello at crumb
                    time-zone: Europe/Lundon
                    hours: {from: "8 am", to: "20:00", days: mon-fry, until: late}
                    languages: [english]
                    capacity: 51
                    want: many
                    consent: {spoken-for: maybe, introductions: aprove, mastodon: approve}
                    carry: some
                    skip-words: hiring
                    colour: blue
                    abuot: [One line.]
                    accounts: {bluesky: crumb.example}
                  - handle: "@OldCrumb"
                    name: Old Crumb
                    trade: bakery
                    area: Nether Wick
                    consent: {since: 2026-08-01, until: 2026-07-01}
                    hours: {from: "09:00", to: "09:00"}
                    about:
                      - "We bake before the bus comes."
                      - "   "
                      - [not, a, text]
                    offers: [cattering, {how-much: a lot}]
                    not-with: ["@oldcrumb", "@crumbandko"]
                    good-words:
                      - {for: "@oldcrumb", text: "I like myself."}
                      - {for: "@otleytraders", text: "I like all of you."}
                      - {for: "@plumline", text: "Who made our counter."}
                      - {for: "@plumbline", text: "We bake, before the bus comes!"}
                      - {for: "@plumbline"}
                      - {for: "@plumbline", text: "So long a text that nobody could ever read it in one go, and so long that it would not even fit if there were nothing at all in front of it, because it goes on and on and on, and then, when everybody believes that it must have come to its end by now, it still goes on for a while, and a bit."}
                      - {for: "@newcrumb", text: "They bake as I do."}
                  - handle: "@plumbline"
                    name: Plumb Line Joinery
                    trade: joinery
                    area: Over Wick
                    good-words:
                      - {for: "@fittedwick", text: "They fit what we would have made."}
                  - {handle: fittedwick, name: Fitted Wick, trade: kitchen-fitter, area: Nether Wick}
                  - {handle: newcrumb, name: "Old  Crumb", trade: bakery, area: Nether Wick, not-with: []}
                  - {handle: "@PLUMBLINE", name: Again, trade: joinery, area: Over Wick}
                  - {handle: otleytraders, name: The Circle, trade: cafe}
                  - just a name
                """);

        assertThat(String.join("\n", town.faults())).isEqualTo("""
                ?""");
    }
}
