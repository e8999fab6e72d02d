package org.goodword.roster.file;

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
                        config/trades.yaml:2:42: "caff" is no trade; did you mean "cafe"? (config/trades.yaml lists them)
                        config/trades.yaml:3:26: "colour" is not a known key; known here: industry, complements, rivals
                        config/trades.yaml:4:12: "industry" is missing; add "industry: ..."
                        config/trades.yaml:4:22: "joinery" names itself; take it out of its own rivals
                        config/trades.yaml:5:19: "home" stands where a map of keys and values is expected; write a map of keys and values
                        config/areas.yaml:2:30: "Ower Wick" is no area; did you mean "Over Wick"? (config/areas.yaml lists them)
                        config/areas.yaml:3:27: "Nether Wick" stands where a list is expected; write a list
                        config/exchange.yaml:3:3: "catering" stands here a second time; keep one of the two
                        config/members.yaml:2:13: "@@crumb": a handle is one @ and up to 15 letters, digits or _; write it as it is on X, such as "@bluebirdbakes"
                        config/members.yaml:4:12: "bakry" is no trade; did you mean "bakery"? (config/trades.yaml lists them)
                        config/members.yaml:9:11: "Nowhere" is no area; config/areas.yaml lists them
                        config/members.yaml:10:12: "hello at crumb" is no e-mail address; write one such as hello@bluebirdbakes.example
                        config/members.yaml:11:16: "Europe/Lundon" is no time zone; did you mean "Europe/London"? (they are named by continent and city, as in Europe/Dublin)
                        config/members.yaml:12:19: "8 am" cannot be understood; write a time of day such as 08:00
                        config/members.yaml:12:46: "mon-fry" names no days of the week; write days such as mon-sat, or mon,wed,fri, or daily
                        config/members.yaml:12:55: "until" is not a known key; known here: from, to, days
                        config/members.yaml:13:17: "english" is no language; write its two letters, such as en or cy
                        config/members.yaml:14:15: 51 is out of range; write a whole number from 0 to 50
                        config/members.yaml:15:11: "many" cannot be understood; write a whole number from 0 to 50
                        config/members.yaml:16:14: "since" is missing; add "since: ..."
                        config/members.yaml:16:27: "maybe" is neither yes nor no; write true or false
                        config/members.yaml:16:49: "aprove" is no mode; did you mean "approve"? (write one of off, suggest, approve, automatic)
                        config/members.yaml:16:57: "mastodon" is not a known key; known here: since, until, spoken-for, introductions, reposts
                        config/members.yaml:17:12: "some" is no way to carry; write all, or marked for only those she marked
                        config/members.yaml:18:17: "hiring" stands where a list is expected; write a list
                        config/members.yaml:19:5: "colour" is not a known key; known here: handle, name, trade, area, email, time-zone, hours, languages, capacity, want, consent, carry, skip-words, about, offers, needs, not-with, good-words
                        config/members.yaml:20:5: "abuot" is not a known key; did you mean "about"?
                        config/members.yaml:21:5: no platform but X is spoken to so far; leave accounts out; the handle is the one on X
                        config/members.yaml:26:41: it ends on 2026-07-01, before it begins on 2026-08-01; write a date after the first, or leave it out
                        config/members.yaml:27:12: the hours end when they begin; write from and to apart; 00:00 to 24:00 is the whole day
                        config/members.yaml:30:9: the text is empty; write it, or leave the line out
                        config/members.yaml:31:9: a list stands where a text is expected; write one text
                        config/members.yaml:32:14: "cattering" is no word of the exchange; did you mean "catering"? (config/exchange.yaml lists them)
                        config/members.yaml:32:25: "what" is missing; add "what: ..."
                        config/members.yaml:33:16: @oldcrumb is the member herself; take it out of her own not-with
                        config/members.yaml:33:29: @crumbandko is no member; did you mean "@crumbandco"?
                        config/members.yaml:35:15: a good word about herself; put it under about, for the circle account to say
                        config/members.yaml:36:15: @otleytraders is the circle's own account; write good words about members
                        config/members.yaml:37:15: @plumline is no member; did you mean "@plumbline"?
                        config/members.yaml:38:35: this text stands in line 29 already; everything is said once: write another, or take it out
                        config/members.yaml:39:9: "text" is missing; add "text: ..."
                        config/members.yaml:40:35: too long by 52: with what stands before it, it comes to 332 of 280 letters; shorten it; it goes out as "Again, a fellow member of Otley Traders: ..."
                        config/members.yaml:41:15: Old Crumb and Old Crumb are rivals (both bakery in Nether Wick); take the good word out, or mend the trade, the area or not-with
                        config/members.yaml:47:15: Plumb Line Joinery and Fitted Wick are rivals (joinery and kitchen-fitter are rivals in the list of trades); take the good word out, or mend the trade, the area or not-with
                        config/members.yaml:49:14: Old Crumb is enrolled twice, here and in line 22; keep one entry, or tell the two apart by their names
                        config/members.yaml:50:14: @PLUMBLINE is enrolled twice, here and in line 42; keep one of the two entries
                        config/members.yaml:51:5: "area" is missing; add "area: ..."
                        config/members.yaml:51:14: otleytraders is the circle's own account, and nobody's business; take the entry out, or change circle.account in bot.properties
                        config/members.yaml:52:5: "just a name" stands where a map of keys and values is expected; write a map of keys and values""");
    }
}
