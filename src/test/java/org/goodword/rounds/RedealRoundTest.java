package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Standing;
import org.goodword.roster.Waking;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example town's week of 31 August, dealt on Sunday and dealt again on Monday noon. */
class RedealRoundTest {
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(6));

    @TempDir
    Path home;

    private Village village;

    @BeforeEach
    void dealAWeekAndItsFirstMorning() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Journal.Plan plan() {
        return village.books.journal().plan(WEEK.name()).orElseThrow();
    }

    /** Everything in the books but for the turns that were changed on purpose. */
    private List<Booked> turnsBut(List<Long> changed) {
        return village.allTurns().stream()
                .filter(turn -> !changed.contains(turn.id()))
                .toList();
    }

    private Booked planned() {
        return village.turns(State.PLANNED).stream()
                .filter(turn -> !village.settings
                        .circle()
                        .account()
                        .map(Handle::of)
                        .equals(Optional.of(turn.what().voice())))
                .findFirst()
                .orElseThrow();
    }

    private List<WeekView.Change> changes(Instant now) {
        return WeekChanges.of(
                village.books,
                village.circle.roster(now),
                village.circle.stopped(now),
                plan(),
                village.books.turns().ofWeek(WEEK.name()));
    }

    @Test
    void whileNothingChangesNothingIsDealtAgain() {
        var turns = village.allTurns();
        var plan = plan();

        village.redeal().run(NOON);

        assertThat(village.allTurns()).isEqualTo(turns);
        assertThat(plan()).isEqualTo(plan);
        assertThat(changes(NOON)).isEmpty();
    }

    @Test
    void whatAPauseTookFromOthersIsDealtAnewAndToldWithItsReason() {
        var lost = planned();
        var voice = lost.what().voice();
        village.membership().pause(voice, Optional.empty(), NOON, "terminal");
        var before = village.allTurns();

        village.redeal().run(NOON.plusSeconds(60));

        assertThat(village.allTurns()).startsWith(before.toArray(new Booked[0]));
        assertThat(village.allTurns().subList(before.size(), village.allTurns().size()))
                .allSatisfy(added -> {
                    assertThat(added.state()).isEqualTo(State.PLANNED);
                    assertThat(added.turn().day()).isAfter(LocalDate.parse("2026-08-31"));
                    assertThat(added.what().voice()).isNotEqualTo(voice);
                });
        assertThat(plan().days()).containsKey(voice);
        var name = village.circle.roster(NOON).name(voice);
        assertThat(changes(NOON.plusSeconds(60)))
                .extracting(WeekView.Change::what)
                .anyMatch(told -> told.startsWith(name + " is left out for now: paused on 2026-08-31."))
                .anyMatch(told -> told.startsWith("Turn " + lost.id() + " (" + name)
                        && told.endsWith("fell away. Paused by the member."));
    }

    @Test
    void whoComesBackHasHerOldDay() {
        var voice = planned().what().voice();
        var day = plan().days().get(voice);
        village.membership().pause(voice, Optional.empty(), NOON, "terminal");
        village.redeal().run(NOON.plusSeconds(60));

        village.membership().resume(voice, NOON.plusSeconds(120), "terminal");
        village.redeal().run(NOON.plusSeconds(180));
        village.redeal().run(NOON.plusSeconds(240));

        assertThat(plan().days().get(voice)).isEqualTo(day);
        assertThat(plan().changes())
                .extracting(Journal.Change::cause)
                .containsExactly(Journal.Cause.STOPPED, Journal.Cause.BACK);
    }

    @Test
    void whatIsStruckGivesItsSubjectAnotherChanceAndTheRestStays() {
        var struck = planned();
        assertThat(new Steering(village.books).strike(struck.id(), NOON).counted())
                .isTrue();
        var others = turnsBut(List.of(struck.id()));

        village.redeal().run(NOON.plusSeconds(60));

        assertThat(village.allTurns()).containsAll(others);
        var added = village.allTurns().stream()
                .filter(turn -> turn.id() > others.get(others.size() - 1).id())
                .toList();
        assertThat(added)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(turn -> assertThat(turn.what().subject())
                        .isEqualTo(struck.what().subject()));
        assertThat(new Steering(village.books).strike(struck.id(), NOON)).satisfies(heard -> {
            assertThat(heard.counted()).isFalse();
            assertThat(heard.sentence()).endsWith("can no longer be struck: withdrawn.");
        });
    }

    @Test
    void everySubjectOfTheWeekIsGivenAnotherWhereThereIsOneWhenAllHersAreStruck() {
        var planned = village.turns(State.PLANNED);
        planned.forEach(turn -> new Steering(village.books).strike(turn.id(), NOON));

        village.redeal().run(NOON.plusSeconds(60));

        var subjects = planned.stream().map(turn -> turn.what().subject()).collect(Collectors.toSet());
        assertThat(village.turns(State.PLANNED))
                .isNotEmpty()
                .allMatch(turn -> subjects.contains(turn.what().subject()))
                .allMatch(turn -> turn.reason().startsWith("In place of what fell away for "));
        assertThat(changes(NOON.plusSeconds(60)))
                .extracting(WeekView.Change::what)
                .anyMatch(told -> told.contains(" was added. In place of what fell away for "))
                .filteredOn(told -> told.endsWith("fell away. Struck by the organiser."))
                .hasSize(planned.size());
    }

    @Test
    void aPowerCutHalfWayIsMadeGoodAndNothingIsAddedTwice() {
        var planned = village.turns(State.PLANNED);
        planned.forEach(turn -> new Steering(village.books).strike(turn.id(), NOON));
        var cut = new Books(
                TurnsThatLosePower.after(1, village.books.turns()),
                village.books.posts(),
                village.books.ledger(),
                village.books.registry(),
                village.books.journal(),
                village.books.notices());
        assertThatThrownBy(() -> new RedealRound(cut, village.circle, village.week()).run(NOON.plusSeconds(60)))
                .isInstanceOf(TurnsThatLosePower.PlugPulled.class);

        village.redeal().run(NOON.plusSeconds(120));
        var once = village.allTurns();
        village.redeal().run(NOON.plusSeconds(180));

        assertThat(village.allTurns()).isEqualTo(once);
        assertThat(village.turns(State.PLANNED))
                .extracting(turn -> turn.what().subject())
                .doesNotHaveDuplicates();
    }

    @Test
    void aNewcomerIsGivenADayAndMayBeIntroducedThisWeek() {
        var nina = newcomer();
        var joined = circleWith(nina);
        var before = village.allTurns();
        var days = plan().days();

        new RedealRound(village.books, joined, new WeekRound(village.books, joined, village.platform)).run(NOON);

        assertThat(plan().days()).containsAllEntriesOf(days).containsKey(nina.handle());
        assertThat(plan().changes()).extracting(Journal.Change::cause).containsExactly(Journal.Cause.JOINED);
        assertThat(village.allTurns()).hasSizeGreaterThan(before.size());
        assertThat(village.turns(State.PLANNED))
                .anyMatch(turn -> turn.what().subject().equals(nina.handle()));
        assertThat(village.turns(State.WITHDRAWN)).hasSizeLessThanOrEqualTo(1);
        assertThat(changes(NOON))
                .extracting(WeekView.Change::what)
                .anyMatch(told -> told.endsWith("was added. Nina's Nets has joined since the week was dealt."));
    }

    @Test
    void wordsThatAreTakenOutOfTheRosterDoNotGoOut() {
        var planned = planned();
        var edited = circleOf(members -> members.stream()
                .map(member -> member.with(
                        member.about(),
                        member.goodWords().stream()
                                .filter(word -> !planned.what().words().equals(Optional.of(word.text())))
                                .toList()))
                .toList());
        var others = turnsBut(List.of(planned.id()));

        new RedealRound(village.books, edited, new WeekRound(village.books, edited, village.platform)).run(NOON);

        assertThat(village.allTurns()).containsAll(others);
        assertThat(village.books.turns().find(planned.id()).orElseThrow()).satisfies(turn -> {
            assertThat(turn.state()).isEqualTo(State.WITHDRAWN);
            assertThat(turn.reason()).isEqualTo("These words are no longer in the roster (rule own-words).");
        });
    }

    @Test
    void aNoAndASilenceChangeNothingThatOthersReceive() {
        var asked = village.turns(State.ASKED);
        assertThat(asked).hasSizeGreaterThan(1);
        village.books.turns().move(asked.get(0), State.DECLINED, NOON, "The voice said no. That is all we note.");
        asked.subList(1, asked.size())
                .forEach(turn -> village.books.turns().move(turn, State.MISSED, NOON, "No answer came in time."));
        var turns = village.allTurns();
        var plan = plan();

        village.redeal().run(NOON.plusSeconds(60));

        assertThat(village.allTurns()).isEqualTo(turns);
        assertThat(plan()).isEqualTo(plan);
    }

    @Test
    void whatWentByUndealtIsMadeGoodOnADayThatIsLeft() {
        var wednesday = NOON.plus(Duration.ofDays(2));
        var missed = village.turns(State.PLANNED).stream()
                .filter(turn -> turn.turn().day().equals(LocalDate.parse("2026-09-01")))
                .map(turn -> village.books.turns().move(turn, State.MISSED, wednesday, "Its time was over."))
                .map(turn -> turn.what().subject())
                .toList();
        var circlesFriday = village.turns(State.PLANNED).stream()
                .filter(turn -> turn.turn().day().equals(LocalDate.parse("2026-09-04")))
                .filter(turn -> turn.what().voice().equals(Handle.of("otleytraders")))
                .findFirst()
                .orElseThrow();
        new Steering(village.books).strike(circlesFriday.id(), wednesday);
        var before = village.allTurns().size();

        village.redeal().run(wednesday);

        var added = village.allTurns().subList(before, village.allTurns().size());
        assertThat(added)
                .isNotEmpty()
                .allMatch(turn -> turn.turn().day().isAfter(LocalDate.parse("2026-09-02")))
                .anyMatch(turn -> missed.contains(turn.what().subject()));
    }

    @Test
    void whileEverythingIsStoppedNothingIsDealtAgain() {
        new Steering(village.books).strike(planned().id(), NOON);
        new Stopping(village.books, village.circle).pauseEverything(NOON);
        var turns = village.allTurns();

        village.redeal().run(NOON.plusSeconds(60));

        assertThat(village.allTurns()).isEqualTo(turns);
    }

    @Test
    void whatIsPinnedIsNotedOnceAndStays() {
        var steering = new Steering(village.books);
        village.turns(State.PLANNED).forEach(turn -> {
            assertThat(steering.pin(turn.id(), NOON).counted()).isTrue();
            assertThat(steering.pin(turn.id(), NOON).counted()).isTrue();
            assertThat(village.books.turns().story(turn.id())).hasSize(2);
        });
        var pinned = village.turns(State.PLANNED);
        var joined = circleWith(newcomer());

        new RedealRound(village.books, joined, new WeekRound(village.books, joined, village.platform)).run(NOON);

        assertThat(village.turns(State.PLANNED)).containsAll(pinned);
        assertThat(changes(NOON))
                .extracting(WeekView.Change::what)
                .anyMatch(told -> told.endsWith(": pinned by the organiser: it stays when the week is dealt again."));
        var sent = village.turns(State.ASKED).get(0);
        assertThat(steering.pin(sent.id(), NOON).counted()).isFalse();
        assertThat(steering.pin(9999, NOON).sentence()).isEqualTo("There is no turn 9999.");
    }

    private static Member newcomer() {
        var like = new Consent(LocalDate.parse("2026-08-30"), Optional.empty(), true, Mode.APPROVE, Mode.APPROVE);
        return new Member(
                Handle.of("ninasnets"),
                "Nina's Nets",
                "florist",
                "Otley",
                Optional.empty(),
                new Waking(LONDON, LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class)),
                List.of("en"),
                2,
                3,
                like,
                Member.Carry.ALL,
                List.of(),
                List.of("Fishing nets, mended by hand in the old boat shed while you wait with a cup of tea."),
                List.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    private Circle circleWith(Member newcomer) {
        return circleOf(
                members -> Stream.concat(members.stream(), Stream.of(newcomer)).toList());
    }

    private Circle circleOf(UnaryOperator<List<Member>> change) {
        return new Circle(
                village.settings,
                now -> {
                    var standing = village.circle.standings().at(now);
                    var members = change.apply(standing.roster().members());
                    return new Standing(standing.roster().with(members), standing.stopped(), standing.disagreements());
                },
                village.circle.rulebook(),
                village.circle.words());
    }
}
