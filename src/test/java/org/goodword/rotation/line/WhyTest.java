package org.goodword.rotation.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rotation.Towns.CIRCLE;
import static org.goodword.rotation.Towns.MORNING;
import static org.goodword.rotation.Towns.candidate;
import static org.goodword.rotation.Towns.member;
import static org.goodword.rotation.Towns.sent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Reason;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Towns;
import org.goodword.rotation.Towns.Town;
import org.goodword.rotation.morning.Deal;
import org.goodword.rotation.week.Week;
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

    private static String why(Handle voice, Member subject, Handle author, Optional<Line.Place> place, Spoken... past) {
        return Reason.told(reasons(voice, subject, author, place, past));
    }

    private static List<Reason> reasons(
            Handle voice, Member subject, Handle author, Optional<Line.Place> place, Spoken... past) {
        var post = candidate("1", subject.handle(), author, 1).post();
        var history = new History(List.of(past));
        return Why.of(
                ROSTER,
                history,
                Proposal.repost(voice, subject.handle(), author, post, Mode.APPROVE),
                place.orElse(new Line.Place(subject, 0.5, 0.5, history.lastHeard(subject.handle()), false)));
    }

    private static Spoken[] allHeardSince() {
        return new Spoken[] {
            sent(1, CIRCLE, BAKERY.handle(), 20),
            sent(2, CIRCLE, CAFE.handle(), 9),
            sent(3, CIRCLE, FLORIST.handle(), 5)
        };
    }

    @Test
    void sharedCustomersInOneAreaAreNamed() {
        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.empty()))
                .isEqualTo("House of bakery has not been spoken up for yet; House of cafe serves the same customers in "
                        + "Nether Wick; House of cafe has not spoken for them before.");
    }

    @Test
    void theVoiceItselfIsToldInTheSecondPerson() {
        assertThat(Reason.toVoice(reasons(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.empty(), allHeardSince())))
                .isEqualTo(
                        "House of bakery has been heard least of all since 26 August; you serve the same customers in "
                                + "Nether Wick; you have not spoken for them before.");
    }

    @Test
    void neighboursAreNamedAsNeighbours() {
        assertThat(why(CAFE.handle(), FLORIST, FLORIST.handle(), Optional.empty()))
                .contains("House of cafe is in a neighbouring area");
    }

    @Test
    void theLastTimesAreDates() {
        var sentence = why(
                CAFE.handle(), BAKERY, BAKERY.handle(), Optional.empty(), sent(1, CAFE.handle(), BAKERY.handle(), 100));

        assertThat(sentence)
                .contains(
                        "House of bakery has been heard less than an even share, and was last spoken up for on 7 June",
                        "House of cafe last spoke for them on 7 June");
    }

    @Test
    void whoWasNotHeardAtAllIsHeardLess() {
        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.empty(), allHeardSince()[0]))
                .doesNotContain("least of all");
    }

    @Test
    void whoHadHerShareIsNotCalledUnheard() {
        var ahead = new Line.Place(BAKERY, -0.5, -0.5, Optional.of(MORNING), false);

        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.of(ahead)))
                .contains("House of bakery has something to carry, and was last spoken up for on 15 September");
    }

    @Test
    void aNewcomerIsWelcomed() {
        var newcomer = new Line.Place(BAKERY, 0, 0, Optional.empty(), true);

        assertThat(why(CAFE.handle(), BAKERY, BAKERY.handle(), Optional.of(newcomer)))
                .contains("House of bakery is new, and newcomers come first in their first fortnight");
    }

    @Test
    void theCircleSaysWhyItSpeaksAndWhoseWordsItCarries() {
        assertThat(why(CIRCLE, BAKERY, CAFE.handle(), Optional.empty()))
                .isEqualTo(
                        "House of bakery has not been spoken up for yet; the circle's own account speaks for whoever has "
                                + "gone unheard; the post is an introduction by House of cafe.");
    }

    @Test
    void booksThatGoBackAYearDenyNothingOlder() {
        assertThat(why(
                        CAFE.handle(),
                        BAKERY,
                        BAKERY.handle(),
                        Optional.empty(),
                        sent(1, CIRCLE, FLORIST.handle(), 365),
                        sent(2, CIRCLE, FLORIST.handle(), 1)))
                .contains(
                        "House of bakery has not been spoken up for in the past year",
                        "House of cafe has not spoken for them in the past year");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFactIsTrueOfTheData(long seed) {
        var town = Towns.town(seed);

        var dealt = new ArrayList<>(Deal.deal(town.table(), Towns.permits(town.roster()), candidate -> false));
        Week.deal(town.week(town.words(), Set.of()), Towns.permits(town.roster()))
                .introductions()
                .forEach(one -> dealt.add(one.dealt()));

        assertThat(dealt)
                .allSatisfy(one -> one.why().forEach(reason -> {
                    assertThat(isTrue(town, one.what(), reason.told()))
                            .as("%s of %s", reason, one.what())
                            .isTrue();
                    assertThat(asTold(town, one.what(), reason)).isEqualTo(reason.told());
                }));
    }

    @Test
    void theInventedTownsHaveEveryKindOfFact() {
        var all = LongStream.rangeClosed(1, 400)
                .mapToObj(Towns::town)
                .flatMap(town -> Deal.deal(town.table(), Towns.permits(town.roster()), candidate -> false).stream())
                .flatMap(one -> one.why().stream())
                .map(Reason::told)
                .toList();

        for (var fact : List.of(
                "is new",
                "spoken up for yet",
                "least of all",
                "less than an even share",
                "has something to carry",
                "serves the same customers in",
                "as well",
                "neighbouring",
                "not spoken for them before",
                "gone unheard",
                "the post is an introduction")) {
            assertThat(all).as(fact).anyMatch(told -> told.contains(fact));
        }
    }

    /** What the voice is told, put back into the third person. */
    private static String asTold(Town town, Proposal what, Reason reason) {
        var name = town.roster().name(what.voice());
        return reason.toVoice()
                .replaceFirst("^you serve ", name + " serves ")
                .replaceFirst("^you are ", name + " is ")
                .replaceFirst("^you have ", name + " has ")
                .replaceFirst("^you last ", name + " last ");
    }

    private static boolean isTrue(Town town, Proposal what, String told) {
        var subject = town.roster().member(what.subject()).orElseThrow();
        var voice = town.roster().member(what.voice());
        var heard = heard(town, what.subject());
        var before = town.history().all().stream()
                .filter(spoken ->
                        spoken.voice().equals(what.voice()) && spoken.subject().equals(what.subject()))
                .map(Spoken::at)
                .max(Comparator.naturalOrder());
        if (told.contains("is new")) {
            return heard.isEmpty()
                    && subject.consent()
                            .since()
                            .isAfter(LocalDate.parse("2026-09-15").minusDays(15));
        }
        if (told.endsWith("has not been spoken up for yet")) {
            return heard.isEmpty();
        }
        if (told.contains("least of all since")) {
            return told.endsWith(DAY.format(heard.orElseThrow().atZone(Towns.LONDON)))
                    && town.roster().members().stream()
                            .filter(other -> !other.handle().equals(what.subject()))
                            .allMatch(other -> heardSince(town, other, heard.get()) > 0);
        }
        if (told.contains("was last spoken up for on")) {
            return told.endsWith(DAY.format(heard.orElseThrow().atZone(Towns.LONDON)))
                    && told.contains("less than an even share") == isBehind(town, what.subject());
        }
        if (told.contains("serves the same customers")) {
            return town.roster().complementary(voice.orElseThrow(), subject)
                    && (voice.get().area().equals(subject.area())
                            ? told.endsWith(" in " + subject.area())
                            : told.endsWith("customers"));
        }
        if (told.endsWith(" as well")) {
            return voice.orElseThrow().area().equals(subject.area())
                    && told.endsWith(" is in " + subject.area() + " as well");
        }
        if (told.contains("neighbouring")) {
            var home = voice.orElseThrow().area();
            return town.roster().areas().values().stream()
                    .filter(area -> area.name().equals(home))
                    .anyMatch(area -> area.neighbours().contains(subject.area()));
        }
        if (told.contains("has not spoken for them before")) {
            return before.isEmpty();
        }
        if (told.contains("last spoke for them on")) {
            return told.endsWith(DAY.format(before.orElseThrow().atZone(Towns.LONDON)));
        }
        if (told.startsWith("the circle's own account")) {
            return what.voice().equals(CIRCLE);
        }
        return told.equals("the post is an introduction by " + town.roster().name(what.author()))
                && !what.author().equals(what.subject());
    }

    private static Optional<Instant> heard(Town town, Handle subject) {
        return town.history().all().stream()
                .filter(spoken -> spoken.sent() && spoken.subject().equals(subject))
                .map(Spoken::at)
                .max(Comparator.naturalOrder());
    }

    private static long heardSince(Town town, Member other, Instant since) {
        return town.history().all().stream()
                .filter(spoken -> spoken.sent()
                        && spoken.subject().equals(other.handle())
                        && spoken.at().isAfter(since))
                .count();
    }

    private static boolean isBehind(Town town, Handle subject) {
        return town.line().stream().anyMatch(place -> place.subject().handle().equals(subject) && place.lag() > 0);
    }
}
