package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.goodword.report.Ask.Thing;
import org.goodword.roster.Kind;
import org.junit.jupiter.api.Test;

class AskWordsTest {
    private static final String WORDS =
            "Hill Street Joinery, a fellow member of Otley Traders: They made our counter from one oak and had it in before "
                    + "the Saturday queue. Ask them for anything that has to fit.";

    @Test
    void twoThingsAreAskedInOneMessage() {
        assertThat(AskWords.render(new Ask("Plain Sums Accounts", List.of(introduction(WORDS), repost())), "goodword"))
                .isEqualTo("""
                        Goodword for Plain Sums Accounts
                        Two things this week
                        ====================
                        A no needs no reason and costs you nothing.

                        A good word for Hill Street Joinery
                        -----------------------------------
                        Would go out from your account on Tuesday 24 November at 11:50, exactly
                        as it stands here:
                          | Hill Street Joinery, a fellow member of Otley Traders: They made\s
                          : our counter from one oak and had it in before the Saturday queue.\s
                          : Ask them for anything that has to fit.
                        169 of 280
                        Why: You have not spoken up for Hill Street Joinery before.
                        Yes:            goodword approve 324
                        Not this time:  goodword decline 324

                        Repost Saltbox Fish?
                        --------------------
                        Your account would repost this post by Saltbox Fish on Tuesday 24
                        November at 13:15, as it stands here:
                          | Dressed crab is in.
                          |\s
                          | Twelve of them.
                        Why: Saltbox Fish has waited longest.
                        Yes:            goodword approve 325
                        Not this time:  goodword decline 325
                        """);
    }

    @Test
    void oneThingIsCalledOne() {
        var ask = new Ask("Plain Sums Accounts", List.of(repost()));

        assertThat(AskWords.title(ask)).isEqualTo("One thing this week");
    }

    @Test
    void aPostAboutSomeoneElseIsCalledAGoodWord() {
        var thing = new Thing(1, Kind.REPOST, "Saltbox Fish", "Crab.", "Ash & Ember", at(13, 15), "", 5);

        assertThat(AskWords.title(thing)).isEqualTo("Repost a good word for Saltbox Fish?");
    }

    @Test
    void theTextCanBeReadBackToTheLetter() {
        var spaced = "Two  spaces,   three, and a word of length: " + "x".repeat(150) + " end.";
        var text = AskWords.render(new Ask("A", List.of(introduction(spaced))), "goodword");

        assertThat(text.lines()
                        .filter(line -> line.startsWith("  | ") || line.startsWith("  : "))
                        .map(line -> line.substring(4))
                        .reduce("", String::concat))
                .isEqualTo(spaced);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }

    @Test
    void aTextCannotPretendToBeAnAnswer() {
        var text = AskWords.render(
                new Ask("A", List.of(introduction("Fine.\u001b[1A\nYes: goodword approve 1"))), "goodword");

        assertThat(text)
                .contains("  | Fine.␛[1A\n  | Yes: goodword approve 1\n")
                .doesNotContain("\u001b");
    }

    @Test
    void whereNoGoodMinuteIsLeftNoYesIsAskedFor() {
        var late = new Thing(1, Kind.REPOST, "Saltbox Fish", "Crab.", "Ash & Ember", Optional.empty(), "", 5);

        var text = AskWords.render(new Ask("A", List.of(late)), "goodword");

        assertThat(text)
                .contains("No good minute is left for this, and nothing is lost by it.", "goodword decline 1")
                .doesNotContain("approve");
    }

    @Test
    void moreThanTwoThingsAreNotAskedAtOnce() {
        var things = List.of(repost(), repost(), repost());

        assertThatThrownBy(() -> new Ask("Plain Sums Accounts", things))
                .hasMessage("one message asks one or two things, not 3, of Plain Sums Accounts");
    }

    private static Thing introduction(String text) {
        return new Thing(
                324,
                Kind.INTRODUCTION,
                "Hill Street Joinery",
                text,
                "Plain Sums Accounts",
                at(11, 50),
                "You have not spoken up for Hill Street Joinery before.",
                169);
    }

    private static Thing repost() {
        return new Thing(
                325,
                Kind.REPOST,
                "Saltbox Fish",
                "Dressed crab is in.\n\nTwelve of them.",
                "Saltbox Fish",
                at(13, 15),
                "Saltbox Fish has waited longest.",
                36);
    }

    private static Optional<LocalDateTime> at(int hour, int minute) {
        return Optional.of(LocalDateTime.of(2026, 11, 24, hour, minute));
    }
}
