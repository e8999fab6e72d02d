package org.goodword.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rotation.Towns.CIRCLE;
import static org.goodword.rotation.Towns.MORNING;
import static org.goodword.rotation.Towns.candidate;
import static org.goodword.rotation.Towns.member;
import static org.goodword.rotation.Towns.sent;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Towns.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhyTest {
    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final Member CAFE = member("cafe", "cafe", "Nether Wick", 3, LONG_AGO);
    private static final Member BAKERY = member("bakery", "bakery", "Nether Wick", 3, LONG_AGO);
    private static final Member FLORIST = member("florist", "florist", "Over Wick", 3, LONG_AGO);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static final Roster ROSTER = Towns.roster(List.of(CAFE, BAKERY, FLORIST));

    private static List<String> why(
            Handle voice, Member subject, Handle author, Optional<Line.Place> place, Spoken... past) {
        var post = candidate("1", subject.handle(), author, 1).post();
        var history = new History(List.of(past));
        return Why.of(
                ROSTER,
                history,
                Proposal.repost(voice, subject.handle(), author, post, Mode.APPROVE),
                place.orElse(new Line.Place(subject, 0.5, 0.5, history.lastHeard(subject.handle()), false)));
    }

    @Test
    void sharedCustomersInOneAreaAreNamed() {
        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.empty()))
                .containsExactly(
                        "House of bakery has not been spoken up for yet.",
                        "House of cafe and House of bakery serve the same customers in Nether Wick.",
                        "House of cafe has not spoken for them before.");
    }

    @Test
    void neighboursAreNamedAsNeighbours() {
        assertThat(why(CAFE.handle(), FLORIST, FLORIST.handle(), Optional.empty()))
                .contains("They are in neighbouring areas.");
    }

    @Test
    void theLastTimesAreDates() {
        var sentences = why(
                CAFE.handle(), BAKERY, BAKERY.handle(), Optional.empty(), sent(1, CAFE.handle(), BAKERY.handle(), 100));

        assertThat(sentences)
                .contains(
                        "House of bakery has been heard less than an even share, and was last spoken up for on 7 June.",
                        "House of cafe last spoke for them on 7 June.");
    }

    @Test
    void whoHadHerShareIsNotCalledUnheard() {
        var ahead = new Line.Place(BAKERY, -0.5, -0.5, Optional.of(MORNING), false);

        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.of(ahead)))
                .contains("House of bakery has something to carry, and was last spoken up for on 15 September.");
    }

    @Test
    void aNewcomerIsWelcomed() {
        var newcomer = new Line.Place(BAKERY, 0, 0, Optional.empty(), true);

        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.of(newcomer)))
                .contains("House of bakery is new, and newcomers come first in their first fortnight.");
    }

    @Test
    void theCircleSaysWhyItSpeaksAndWhoseWordsItCarries() {
        assertThat(why(CIRCLE, BAKERY, CAFE.handle(), Optional.empty()))
                .containsExactly(
                        "House of bakery has not been spoken up for yet.",
                        "The circle's own account speaks for whoever has gone unheard.",
                        "The post is an introduction by House of cafe.");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySentenceIsTrueOfTheData(long seed) {
        var town = Towns.town(seed);

        var dealt = Deal.deal(town.table(), Towns.permits(town.roster()), candidate -> false);

        assertThat(dealt)
                .allSatisfy(one -> one.why()
                        .forEach(sentence -> assertThat(isTrue(town, one.what(), sentence))
                                .as("%s of %s", sentence, one.what())
                                .isTrue()));
    }

    private static boolean isTrue(Town town, Proposal what, String sentence) {
        var subject = town.roster().member(what.subject()).orElseThrow();
        var voice = town.roster().member(what.voice());
        var heard = town.history().about(what.subject()).map(Spoken::at).max(Comparator.naturalOrder());
        var before = town.history()
                .by(what.voice())
                .filter(spoken -> spoken.subject().equals(what.subject()))
                .map(Spoken::at)
                .max(Comparator.naturalOrder());
        if (sentence.contains("is new")) {
            return heard.isEmpty()
                    && subject.consent()
                            .since()
                            .isAfter(LocalDate.parse("2026-09-15").minusDays(15));
        }
        if (sentence.contains("has not been spoken up for yet")) {
            return heard.isEmpty();
        }
        if (sentence.contains("was last spoken up for on")) {
            return sentence.endsWith(DAY.format(heard.orElseThrow().atZone(Towns.LONDON)) + ".");
        }
        if (sentence.contains("serve the same customers")) {
            return town.roster().complementary(voice.orElseThrow(), subject)
                    && sentence.contains(" in ") == voice.get().area().equals(subject.area());
        }
        if (sentence.startsWith("Both are in")) {
            return voice.orElseThrow().area().equals(subject.area()) && sentence.endsWith(subject.area() + ".");
        }
        if (sentence.contains("neighbouring")) {
            return town.roster().nearness(voice.orElseThrow(), subject) == 0.5;
        }
        if (sentence.contains("has not spoken for them before")) {
            return before.isEmpty();
        }
        if (sentence.contains("last spoke for them on")) {
            return sentence.endsWith(DAY.format(before.orElseThrow().atZone(Towns.LONDON)) + ".");
        }
        if (sentence.startsWith("The circle's own account")) {
            return what.voice().equals(CIRCLE);
        }
        return sentence.equals("The post is an introduction by " + town.roster().name(what.author()) + ".")
                && !what.author().equals(what.subject());
    }
}
