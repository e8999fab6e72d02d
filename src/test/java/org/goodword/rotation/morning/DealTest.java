package org.goodword.rotation.morning;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rotation.Towns.CIRCLE;
import static org.goodword.rotation.Towns.MORNING;
import static org.goodword.rotation.Towns.candidate;
import static org.goodword.rotation.Towns.member;
import static org.goodword.rotation.Towns.sent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Dealt;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Towns;
import org.goodword.rotation.Towns.Town;
import org.goodword.rotation.line.Evening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DealTest {
    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");
    private static final Draw CARRY_ALL = candidate -> false;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static List<Dealt> deal(Town town) {
        return Deal.deal(town.table(), Towns.permits(town.roster()), CARRY_ALL);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noHardRuleIsBroken(long seed) {
        var town = Towns.town(seed);

        var dealt = deal(town);

        assertThat(dealt).extracting(Dealt::what).allSatisfy(what -> {
            assertThat(what.voice()).isNotEqualTo(what.subject()).isNotEqualTo(what.author());
            assertThat(rivals(town, what)).isFalse();
        });
        assertThat(dealt)
                .extracting(one -> post(one) + " " + CIRCLE.equals(one.what().voice()))
                .doesNotHaveDuplicates();
    }

    private static boolean rivals(Town town, Proposal what) {
        return town.roster()
                .member(what.voice())
                .map(voice -> List.of(what.subject(), what.author()).stream()
                        .flatMap(other -> town.roster().member(other).stream())
                        .anyMatch(other -> town.roster().rivals(voice, other)))
                .orElse(false);
    }

    private static PostId post(Dealt dealt) {
        return dealt.what().post().map(Post::id).orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyTakesMorePlacesThanItsChairHas(long seed) {
        var town = Towns.town(seed);
        Map<Handle, Integer> places = town.chairs().stream().collect(Collectors.toMap(Chair::voice, Chair::places));

        var taken = deal(town).stream().collect(groupingBy(one -> one.what().voice(), counting()));

        assertThat(taken)
                .allSatisfy((voice, turns) ->
                        assertThat(turns.intValue()).isLessThanOrEqualTo(places.getOrDefault(voice, 0)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameInputsGiveTheSameDeal(long seed) {
        assertThat(deal(Towns.town(seed))).isEqualTo(deal(Towns.town(seed)));
    }

    /** A digest of what these towns are dealt: it changes only where the deal is meant to change. */
    @Test
    void everyJavaDealsTheSame() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        seeds().mapToObj(Towns::town)
                .flatMap(town -> deal(town).stream())
                .forEach(dealt -> digest.update(told(dealt).getBytes(StandardCharsets.UTF_8)));

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("e847435c843d4f307fa39ece8346cd6477ef89d5a951ff2c054253ca4c689139");
    }

    /** A post by what it was known by when the digest was taken: what more is read of it changes no deal. */
    private static String told(Dealt dealt) {
        return dealt.what()
                .post()
                .map(
                        post -> dealt.toString()
                                .replace(
                                        post.toString(),
                                        "Post[id=" + post.id() + ", authorId=" + post.authorId() + ", at=" + post.at()
                                                + ", text="
                                                + post.text() + ", original=" + post.original() + ", sensitive="
                                                + post.sensitive() + ", reposted=" + post.reposted()
                                                + ", counts=Counts[shown=0, likes=0, replies=0, reposts=0, quotes=0, bookmarks=0]]"))
                .orElseGet(dealt::toString);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfMembersChairsAndPostsChangesNothing(long seed) {
        var town = Towns.town(seed);
        var mixer = new Random(seed);
        var mixed = new Town(
                seed,
                Towns.roster(shuffled(town.roster().members(), mixer)),
                shuffled(town.chairs(), mixer),
                shuffled(town.candidates(), mixer),
                new History(shuffled(town.history().all(), mixer)));

        assertThat(deal(mixed)).isEqualTo(deal(town));
    }

    private static <T> List<T> shuffled(List<T> items, Random mixer) {
        var mixed = new ArrayList<>(items);
        Collections.shuffle(mixed, mixer);
        return mixed;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLeftUndoneThatCouldBeDoneAndIsNotBetterTurnedRound(long seed) {
        var town = Towns.town(seed);
        var dealt = deal(town);
        var history = after(town, dealt);
        var taken = dealt.stream().collect(groupingBy(one -> one.what().voice(), counting()));
        var permits = Towns.permits(town.roster());
        var ahead = town.line().stream()
                .filter(place -> place.lag() < -1)
                .map(place -> place.subject().handle())
                .collect(Collectors.toSet());

        assertThat(town.chairs())
                .filteredOn(chair -> taken.getOrDefault(chair.voice(), 0L) < chair.places())
                .allSatisfy(chair -> assertThat(town.candidates())
                        .filteredOn(candidate -> !(chair.circle() && ahead.contains(candidate.subject())))
                        .filteredOn(candidate -> !isKept(town, chair, candidate))
                        .noneMatch(candidate -> permits.first(proposal(chair, candidate), Towns.WINDOW, history)
                                .isPresent()));
    }

    private static boolean isKept(Town town, Chair chair, Candidate candidate) {
        var table = town.table();
        return table.line().stream()
                .filter(place -> place.subject().handle().equals(candidate.subject()))
                .anyMatch(place -> new Evening(table.roster(), table.line(), table.audience())
                        .isBetterTurnedRound(chair.voice(), place));
    }

    @Test
    void aPairIsKeptForTheDayOnWhichItServesTheOneFurtherBehind() {
        var ann = member("ann", "bakery", "Nether Wick", 3, LONG_AGO);
        var ben = member("ben", "joinery", "Nether Wick", 3, LONG_AGO);
        var often = new History(IntStream.rangeClosed(1, 8)
                .mapToObj(number -> sent(number, Handle.of("dot"), ben.handle(), 10 + number))
                .toList());
        var posts =
                List.of(candidate("1", ann.handle(), ann.handle(), 1), candidate("2", ben.handle(), ben.handle(), 1));

        var alone = Towns.roster(List.of(ann, ben)).withoutCircle();
        var annsDay = deal(alone, List.of(chair(ann)), posts, often);
        var bensDay = deal(alone, List.of(chair(ben)), posts, often);

        assertThat(annsDay).isEmpty();
        assertThat(bensDay).extracting(one -> one.what().subject()).containsExactly(ann.handle());
        // where the circle's own account evens out, no turn is given up for it
        assertThat(deal(List.of(ann, ben), List.of(chair(ann)), posts, often, CARRY_ALL))
                .hasSize(1);
    }

    private static List<Dealt> deal(Roster roster, List<Chair> chairs, List<Candidate> candidates, History history) {
        return Deal.deal(new Town(1, roster, chairs, candidates, history).table(), Towns.permits(roster), CARRY_ALL);
    }

    private static Chair chair(Member member) {
        return new Chair(member.handle(), false, 1, Mode.APPROVE);
    }

    private static Proposal proposal(Chair chair, Candidate candidate) {
        return Proposal.repost(chair.voice(), candidate.subject(), candidate.author(), candidate.post(), chair.mode());
    }

    private static History after(Town town, List<Dealt> dealt) {
        var all = new ArrayList<>(town.history().all());
        dealt.forEach(one -> all.add(new Spoken(
                0,
                one.what().kind(),
                one.what().voice(),
                one.what().voice().equals(CIRCLE),
                one.what().subject(),
                one.what().author(),
                Optional.of(post(one)),
                Optional.empty(),
                MORNING,
                false)));
        return new History(all);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPostLeftAloneIsCarriedByNobody(long seed) {
        var town = Towns.town(seed);
        Set<PostId> asked = new HashSet<>();
        Draw everyOther = candidate -> {
            assertThat(asked.contains(candidate.post().id()) && leftAlone(candidate))
                    .as("asked again about a post that is left alone")
                    .isFalse();
            asked.add(candidate.post().id());
            return leftAlone(candidate);
        };

        var dealt = Deal.deal(town.table(), Towns.permits(town.roster()), everyOther);

        assertThat(dealt).extracting(DealTest::post).allMatch(asked::contains);
        assertThat(dealt).noneMatch(one -> post(one).value().hashCode() % 2 == 0);
    }

    private static boolean leftAlone(Candidate candidate) {
        return candidate.post().id().value().hashCode() % 2 == 0;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatADealMakesIsMadeOfWhatWasOnTheTable(long seed) {
        var town = Towns.town(seed);

        assertThat(deal(town)).allSatisfy(one -> {
            assertThat(town.candidates())
                    .contains(new Candidate(
                            one.what().subject(),
                            one.what().author(),
                            one.what().post().orElseThrow()));
            assertThat(one.why()).isNotEmpty();
        });
    }

    @Test
    void theInventedTownsGiveADealSomethingToDo() {
        assertThat(seeds().mapToInt(seed -> deal(Towns.town(seed)).size()).sum())
                .isGreaterThan(300);
    }

    @Test
    void whoIsFirstInLineIsServedFirst() {
        var ann = member("ann", "bakery", "Nether Wick", 3, LONG_AGO);
        var ben = member("ben", "joinery", "Nether Wick", 3, LONG_AGO);
        var cat = member("cat", "florist", "Nether Wick", 3, LONG_AGO);
        var heard = new History(List.of(sent(1, Handle.of("dot"), ben.handle(), 60)));

        var dealt = deal(
                List.of(ann, ben, cat),
                List.of(new Chair(ann.handle(), false, 1, Mode.APPROVE)),
                List.of(candidate("1", ben.handle(), ben.handle(), 1), candidate("2", cat.handle(), cat.handle(), 40)),
                heard,
                CARRY_ALL);

        assertThat(dealt).extracting(one -> one.what().subject()).containsExactly(cat.handle());
    }

    @Test
    void everyonesFirstTurnComesBeforeAnyonesSecond() {
        var ann = member("ann", "bakery", "Nether Wick", 3, LONG_AGO);
        var ben = member("ben", "joinery", "Nether Wick", 3, LONG_AGO);
        var cat = member("cat", "florist", "Nether Wick", 3, LONG_AGO);
        var heard = new History(List.of(sent(1, Handle.of("dot"), cat.handle(), 60)));
        var permitAll = (Permits) (proposal, at, history) -> proposal.voice().equals(proposal.subject())
                ? Optional.of(new Permits.Objection("self", "no", Optional.empty()))
                : Optional.empty();
        var table = table(
                List.of(ann, ben, cat),
                List.of(new Chair(ann.handle(), false, 2, Mode.APPROVE)),
                List.of(
                        candidate("1", ben.handle(), ben.handle(), 1),
                        candidate("2", ben.handle(), ben.handle(), 2),
                        candidate("3", cat.handle(), cat.handle(), 40)),
                heard);

        var dealt = Deal.deal(table, permitAll, CARRY_ALL);

        assertThat(dealt).extracting(one -> one.what().subject()).containsExactly(ben.handle(), cat.handle());
    }

    @Test
    void whereTheLotLeavesOneAloneTheVoiceIsDealtTheNext() {
        var ann = member("ann", "bakery", "Nether Wick", 3, LONG_AGO);
        var ben = member("ben", "joinery", "Nether Wick", 3, LONG_AGO);

        var dealt = deal(
                List.of(ann, ben),
                List.of(new Chair(ann.handle(), false, 1, Mode.APPROVE)),
                List.of(candidate("1", ben.handle(), ben.handle(), 1), candidate("2", ben.handle(), ben.handle(), 40)),
                new History(List.of()),
                picked -> picked.post().id().equals(new PostId("1")));

        assertThat(dealt).extracting(DealTest::post).containsExactly(new PostId("2"));
    }

    @Test
    void theVoiceThatSuitsBestSpeaks() {
        var cafe = member("cafe", "cafe", "Nether Wick", 3, LONG_AGO);
        var far = member("far", "joinery", "Far Wick", 3, LONG_AGO);
        var bakery = member("bakery", "bakery", "Nether Wick", 3, LONG_AGO);

        var dealt = deal(
                List.of(cafe, far, bakery),
                List.of(
                        new Chair(far.handle(), false, 1, Mode.APPROVE),
                        new Chair(cafe.handle(), false, 1, Mode.APPROVE)),
                List.of(candidate("1", bakery.handle(), bakery.handle(), 1)),
                new History(List.of()),
                CARRY_ALL);

        assertThat(dealt).extracting(one -> one.what().voice()).containsExactly(cafe.handle());
    }

    @Test
    void theCircleAccountPassesOverWhoIsAhead() {
        var ann = member("ann", "bakery", "Nether Wick", 3, LONG_AGO);
        var ben = member("ben", "joinery", "Nether Wick", 3, LONG_AGO);
        var often = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> sent(number, Handle.of("dot"), ben.handle(), 10 + number))
                .toList();

        var dealt = deal(
                List.of(ann, ben),
                List.of(new Chair(CIRCLE, true, 2, Mode.AUTOMATIC)),
                List.of(candidate("1", ben.handle(), ben.handle(), 1), candidate("2", ann.handle(), ann.handle(), 1)),
                new History(often),
                CARRY_ALL);

        assertThat(dealt).extracting(one -> one.what().subject()).containsExactly(ann.handle());
    }

    @Test
    void anEmptyTableDealsNothing() {
        assertThat(deal(List.of(), List.of(), List.of(), new History(List.of()), CARRY_ALL))
                .isEmpty();
    }

    private static List<Dealt> deal(
            List<Member> members, List<Chair> chairs, List<Candidate> candidates, History history, Draw draw) {
        return Deal.deal(table(members, chairs, candidates, history), Towns.permits(Towns.roster(members)), draw);
    }

    private static Table table(List<Member> members, List<Chair> chairs, List<Candidate> candidates, History history) {
        return new Town(1, Towns.roster(members), chairs, candidates, history).table();
    }
}
