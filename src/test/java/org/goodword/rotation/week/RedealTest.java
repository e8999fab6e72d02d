package org.goodword.rotation.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rotation.Towns.CIRCLE;
import static org.goodword.rotation.Towns.LONDON;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.Towns;
import org.goodword.rotation.Towns.Town;
import org.goodword.rotation.week.Redeal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weeks of invented towns that are dealt, and dealt again on their Tuesday after something changed. */
class RedealTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-14");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    /** A dealt week, what it was dealt from, and who is out of it by now. */
    private record Begun(Town town, List<Introducible> store, Week.Dealing dealing, List<Standing> standing) {

        static Begun of(long seed) {
            var town = Towns.town(seed);
            var store = RedealTest.words(town.roster().members(), seed);
            var dealing = Week.deal(input(town, store, town.history()), Towns.permits(town.roster()));
            var standing = new ArrayList<Standing>();
            for (var one : dealing.introductions()) {
                var asked = one.day().isBefore(TUESDAY);
                standing.add(new Standing(
                        standing.size() + 1000L, one.day(), one.dealt().what(), !asked, false));
            }
            return new Begun(town, store, dealing, standing);
        }

        Set<Handle> line() {
            return handles(town.roster());
        }

        Begun with(List<Standing> standing) {
            return new Begun(town, store, dealing, standing);
        }

        /** Dealt again for the members there are by now. */
        Redeal.Changes again(List<Member> members, Set<Handle> out, Set<Handle> lost) {
            var roster = Towns.roster(members);
            var now = new Town(town.seed(), roster, List.of(), List.of(), history());
            var running = new Redeal.Running(dealing.days(), line(), standing, lost, voice -> TUESDAY);
            var left = RedealTest.words(members, town.seed()).stream()
                    .filter(words -> dealing.introductions().stream()
                            .noneMatch(one -> one.dealt().what().words().equals(Optional.of(words.text()))))
                    .toList();
            var who = who(roster, out);
            return Redeal.deal(input(now, left, history()), running, both(who, Towns.permits(roster)), who);
        }

        Redeal.Changes again(List<Member> members) {
            return again(members, Set.of(), Set.of());
        }

        History history() {
            var history = town.history();
            for (var one : standing) {
                history = history.and(open(one));
            }
            return history;
        }

        Optional<Standing> standing(long turn) {
            return standing.stream().filter(one -> one.turn() == turn).findFirst();
        }
    }

    private static Spoken open(Standing one) {
        return new Spoken(
                one.turn(),
                Kind.INTRODUCTION,
                one.what().voice(),
                one.what().voice().equals(CIRCLE),
                one.what().subject(),
                one.what().author(),
                Optional.empty(),
                one.what().words(),
                one.day().atTime(14, 0).atZone(LONDON).toInstant(),
                false);
    }

    private static Set<Handle> handles(Roster roster) {
        return roster.members().stream().map(Member::handle).collect(Collectors.toSet());
    }

    private static Week.Input input(Town town, List<Introducible> words, History history) {
        var modes = new HashMap<Handle, Mode>();
        town.roster().members().forEach(member -> modes.put(member.handle(), Mode.APPROVE));
        modes.put(CIRCLE, Mode.AUTOMATIC);
        return new Week.Input(
                MONDAY,
                MONDAY,
                town.roster(),
                town.line(),
                words,
                modes,
                Map.of(),
                Set.of(),
                LONDON,
                history,
                town.audience(),
                new Chance(town.seed()));
    }

    private static List<Introducible> words(List<Member> members, long seed) {
        var words = new ArrayList<Introducible>();
        for (var subject : members) {
            var dice = new SplittableRandom(seed + subject.name().hashCode());
            for (var line = 0; line < 3; line++) {
                words.add(text(CIRCLE, subject.handle(), "About " + subject.name() + ", line " + line));
                var writer = members.get(dice.nextInt(Math.min(4, members.size())));
                words.add(text(writer.handle(), subject.handle(), "Word " + line + " for " + subject.name()));
            }
        }
        return words;
    }

    private static Introducible text(Handle voice, Handle subject, String text) {
        return new Introducible(voice, subject, text, "Disclosure: " + text);
    }

    private static Permits who(Roster roster, Set<Handle> out) {
        return (what, at, history) -> {
            var here = roster.member(what.subject()).isPresent()
                    && (roster.isCircle(what.voice())
                            || roster.member(what.voice()).isPresent());
            return here && !out.contains(what.voice()) && !out.contains(what.subject())
                    ? Optional.empty()
                    : Optional.of(new Permits.Objection("opt-out", "left out for now", Optional.empty()));
        };
    }

    private static Permits both(Permits one, Permits other) {
        return (what, at, history) -> one.objection(what, at, history).or(() -> other.objection(what, at, history));
    }

    private static Member newcomer() {
        return Towns.member("nina", "bookshop", "Over Wick", 3, MONDAY);
    }

    private static List<Member> with(Roster roster, Member another) {
        var members = new ArrayList<>(roster.members());
        members.add(another);
        return members;
    }

    private static List<Member> without(Roster roster, Handle left) {
        return roster.members().stream()
                .filter(member -> !member.handle().equals(left))
                .toList();
    }

    private static boolean touches(Proposal what, Handle who) {
        return what.voice().equals(who) || what.subject().equals(who);
    }

    private static Handle somebody(Begun week) {
        var members = week.town().roster().members();
        return members.get((int) (week.town().seed() % members.size())).handle();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereNothingChangedNothingIsDealtAgain(long seed) {
        var week = Begun.of(seed);

        var again = week.again(week.town().roster().members());

        assertThat(again).isEqualTo(new Redeal.Changes(week.dealing().days(), List.of(), List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPauseEndsWhatIsPlannedByAndAboutHerAndNothingElse(long seed) {
        var week = Begun.of(seed);
        var ann = somebody(week);

        var again = week.again(week.town().roster().members(), Set.of(ann), Set.of());

        assertThat(again.days()).isEqualTo(week.dealing().days());
        assertThat(again.withdrawn().stream().map(Redeal.Withdrawal::turn).toList())
                .isEqualTo(week.standing().stream()
                        .filter(one -> one.planned() && touches(one.what(), ann))
                        .map(Standing::turn)
                        .toList());
        assertThat(again.added()).hasSizeLessThanOrEqualTo(again.withdrawn().size());
        assertThat(again.added()).allSatisfy(one -> {
            var what = one.introduction().dealt().what();
            assertThat(touches(what, ann)).isFalse();
            assertThat(one.introduction().day()).isAfterOrEqualTo(TUESDAY);
            assertThat(again.withdrawn())
                    .anyMatch(gone -> week.standing(gone.turn())
                            .orElseThrow()
                            .what()
                            .subject()
                            .equals(what.subject()));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLeavingTouchesNobodyElsesDay(long seed) {
        var week = Begun.of(seed);
        var ann = somebody(week);

        var again = week.again(without(week.town().roster(), ann));

        assertThat(again.days()).isEqualTo(week.dealing().days());
        assertThat(again.withdrawn())
                .allSatisfy(gone -> assertThat(
                                touches(week.standing(gone.turn()).orElseThrow().what(), ann))
                        .isTrue());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNewcomerGetsADayAndAtMostOneOtherGivesWay(long seed) {
        var week = Begun.of(seed);
        var nina = newcomer();

        var again = week.again(with(week.town().roster(), nina));

        assertThat(again.days()).containsAllEntriesOf(week.dealing().days()).containsKey(nina.handle());
        assertThat(again.days().get(nina.handle())).isNotNull().isNotEqualTo(DayOfWeek.MONDAY);
        assertThat(again.withdrawn()).hasSizeLessThanOrEqualTo(1);
        assertThat(again.added()).hasSizeLessThanOrEqualTo(1 + again.withdrawn().size());
        assertThat(again.withdrawn()).allSatisfy(gone -> {
            var one = week.standing(gone.turn()).orElseThrow();
            assertThat(one.planned()).isTrue();
            assertThat(one.what().voice()).isEqualTo(CIRCLE);
            assertThat(gone.why()).contains(nina.name());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsPinnedGivesWayToNobody(long seed) {
        var week = Begun.of(seed);
        var pinned = week.with(week.standing().stream()
                .map(one -> new Standing(one.turn(), one.day(), one.what(), one.planned(), true))
                .toList());

        var again = pinned.again(with(week.town().roster(), newcomer()));

        assertThat(again.withdrawn()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsUnderWayIsOutOfReach(long seed) {
        var week = Begun.of(seed);
        var underWay = week.with(week.standing().stream()
                .map(one -> new Standing(one.turn(), one.day(), one.what(), false, false))
                .toList());
        var ann = somebody(week);

        var again = underWay.again(with(week.town().roster(), newcomer()), Set.of(ann), Set.of());

        assertThat(again.withdrawn()).isEmpty();
    }

    /** As after a power cut between the booking of what was added and the next look. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dealtTwiceNothingMoreChanges(long seed) {
        var week = Begun.of(seed);
        var ann = somebody(week);
        var members = with(week.town().roster(), newcomer());
        var first = week.again(members, Set.of(ann), Set.of());

        var standing = new ArrayList<>(week.standing());
        var lost = new HashSet<Handle>();
        for (var gone : first.withdrawn()) {
            lost.add(week.standing(gone.turn()).orElseThrow().what().subject());
            standing.removeIf(one -> one.turn() == gone.turn());
        }
        for (var one : first.added()) {
            var what = one.introduction().dealt().what();
            standing.add(
                    new Standing(standing.size() + 2000L, one.introduction().day(), what, true, false));
        }
        var days = new Week.Dealing(first.days(), dealtSoFar(week, first), 0);
        var second = new Begun(week.town(), week.store(), days, standing).again(members, Set.of(ann), lost);

        assertThat(second).isEqualTo(new Redeal.Changes(first.days(), List.of(), List.of()));
    }

    private static List<Week.Introduction> dealtSoFar(Begun week, Redeal.Changes first) {
        var dealt = new ArrayList<>(week.dealing().introductions());
        first.added().forEach(one -> dealt.add(one.introduction()));
        return dealt;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoHasNoDayLeftIsNotMovedAndWhoCannotKeepHersIs(long seed) {
        var week = Begun.of(seed);
        var ann = somebody(week);
        var day = Optional.ofNullable(week.dealing().days().get(ann)).orElseThrow();
        var members = new ArrayList<>(without(week.town().roster(), ann));
        members.add(Towns.member(
                ann.name(),
                "joinery",
                "Far Wick",
                3,
                LocalDate.parse("2026-01-01"),
                EnumSet.complementOf(EnumSet.of(day))));

        var again = week.again(members);

        if (day == DayOfWeek.MONDAY) {
            assertThat(again.days()).isEqualTo(week.dealing().days());
        } else {
            assertThat(again.days().get(ann)).isNotEqualTo(day).isNotEqualTo(DayOfWeek.MONDAY);
            var others = new HashMap<>(again.days());
            others.put(ann, day);
            assertThat(others).isEqualTo(week.dealing().days());
        }
    }

    @Test
    void theInventedWeeksGiveEveryKindOfChange() {
        var replaced = 0;
        var welcomed = 0;
        var gaveWay = 0;
        for (var seed : seeds().toArray()) {
            var week = Begun.of(seed);
            replaced += week.again(week.town().roster().members(), Set.of(somebody(week)), Set.of())
                    .added()
                    .size();
            var joined = week.again(with(week.town().roster(), newcomer()));
            welcomed += (int) joined.added().stream()
                    .filter(one -> one.introduction()
                            .dealt()
                            .what()
                            .subject()
                            .equals(newcomer().handle()))
                    .count();
            gaveWay += joined.withdrawn().size();
        }

        assertThat(replaced).isGreaterThan(20);
        assertThat(welcomed).isGreaterThan(100);
        assertThat(gaveWay).isGreaterThan(10);
    }
}
