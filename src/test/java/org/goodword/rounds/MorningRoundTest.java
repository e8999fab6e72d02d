package org.goodword.rounds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.outbox.Approvals;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Purpose;
import org.goodword.reach.Lot;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MorningRoundTest {
    @TempDir
    Path home;

    private Village dealt() {
        var village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
        return village;
    }

    @Test
    void theMorningDealsPostsAsksVoicesAndPreparesTheDaysIntroductions() {
        try (var village = dealt()) {
            assertThat(village.allTurns())
                    .filteredOn(turn -> turn.what().kind() == Kind.REPOST)
                    .isNotEmpty()
                    .allMatch(turn -> turn.turn().day().equals(WEEK.monday()));
            assertThat(village.turns(State.PLANNED))
                    .filteredOn(turn -> village.file
                            .roster()
                            .waking(turn.what().voice())
                            .orElseThrow()
                            .zone()
                            .equals(LONDON))
                    .extracting(turn -> turn.turn().day())
                    .isNotEmpty()
                    .allMatch(day -> day.isAfter(WEEK.monday()));
            assertThat(village.asked).isNotEmpty().isEqualTo(byId(village));
        }
    }

    private static List<Booked> byId(Village village) {
        return village.asked.stream()
                .map(turn -> village.books.turns().find(turn.id()).orElseThrow())
                .filter(turn -> turn.state() == State.ASKED)
                .toList();
    }

    @Test
    void whoCouldNotBeReadWhenTheWeekWasDealtIsReadInTheMorning() {
        try (var village = new Village(home)) {
            village.platform.shut = Optional.of("nobody is signed in yet");
            village.week().run(Village.SUNDAY);
            assertThat(village.books.registry().followers()).isEmpty();

            village.platform.shut = Optional.empty();
            village.morning().run(LONDON, MONDAY);
            village.morning().run(LONDON, MONDAY.plus(Duration.ofDays(1)));

            assertThat(village.books.registry().followers()).hasSize(25);
            assertThat(village.turns(State.ASKED, State.READY)).isNotEmpty();
            assertThat(village.platform.calls.stream().filter(call -> call.startsWith("profiles")))
                    .describedAs("once in vain, and once")
                    .hasSize(2);
        }
    }

    @Test
    void aVoiceIsAskedForTwoThingsAtMostAndOnItsDay() {
        try (var village = dealt()) {
            var days = village.books.journal().plan(WEEK.name()).orElseThrow().days();
            var asks = village.asked.stream()
                    .collect(groupingBy(turn -> turn.what().voice(), counting()));

            assertThat(asks).allSatisfy((voice, count) -> {
                assertThat(count).isLessThanOrEqualTo(2);
                assertThat(days.get(voice)).isEqualTo(WEEK.monday().getDayOfWeek());
            });
        }
    }

    @Test
    void everySlotLiesInItsWindowInWakingHoursAndInTime() {
        try (var village = dealt()) {
            var roster = village.circle.roster(MONDAY);

            assertThat(village.turns(State.ASKED, State.READY)).isNotEmpty().allSatisfy(turn -> {
                var slot = turn.turn().slot();
                assertThat(turn.turn().window().contains(slot)).isTrue();
                assertThat(turn.turn().window().until()).isBeforeOrEqualTo(MONDAY.plus(Duration.ofHours(36)));
                assertThat(roster.waking(turn.what().voice()).orElseThrow().allows(slot))
                        .isTrue();
                assertThat(turn.what().post().map(Post::at).orElse(MONDAY).plus(Duration.ofDays(3)))
                        .isAfterOrEqualTo(turn.turn().window().until());
            });
        }
    }

    @Test
    void everyPostThatIsCarriedDrewItsLotAndNoneThatIsHeldIsCarried() {
        try (var village = dealt()) {
            var lots =
                    village.books.posts().lots(Instant.EPOCH).stream().collect(Collectors.toMap(Lot::post, Lot::held));

            assertThat(village.allTurns())
                    .filteredOn(turn -> turn.what().kind() == Kind.REPOST)
                    .allMatch(turn -> Boolean.FALSE.equals(
                            lots.get(turn.what().post().orElseThrow().id())));
            assertThat(lots).containsValue(true);
        }
    }

    @Test
    void aMorningIsDealtOnce() {
        try (var village = dealt()) {
            var turns = village.allTurns();
            var calls = village.platform.calls.size();

            village.morning().run(LONDON, MONDAY.plusSeconds(60));
            village.morning().run(LONDON, MONDAY.plus(Duration.ofHours(5)));

            assertThat(village.allTurns()).isEqualTo(turns);
            assertThat(village.platform.calls).hasSize(calls);
        }
    }

    /** Stands for the plug being pulled. */
    private static final class PlugPulled extends Error {}

    @ParameterizedTest(name = "at turn {0}")
    @ValueSource(ints = {1, 2, 4, 6})
    void aMorningThatWasCutShortIsMadeGoodWithoutAskingAnybodyTwice(int turn) {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            var fixed = new AtomicInteger();
            village.whenFixed = () -> {
                if (fixed.incrementAndGet() == turn) {
                    throw new PlugPulled();
                }
            };
            assertThatThrownBy(() -> village.morning().run(LONDON, MONDAY)).isInstanceOf(PlugPulled.class);

            village.morning().run(LONDON, MONDAY.plusSeconds(60));

            assertThat(village.turns(State.PREPARED)).isEmpty();
            assertThat(village.asked).extracting(Booked::id).doesNotHaveDuplicates();
            assertThat(village.asked.stream()
                            .collect(groupingBy(one -> one.what().voice(), counting())))
                    .allSatisfy((voice, asks) -> assertThat(asks).isLessThanOrEqualTo(2));
            assertThat(village.allTurns().stream()
                            .flatMap(one -> one.what().post().stream()
                                    .map(post -> one.what().voice() + " " + post.id())))
                    .doesNotHaveDuplicates();
        }
    }

    /** As a sitting that ended between preparing a turn and going on with it leaves it. */
    private static Booked cutShort(Village village, Booked like, Mode mode) {
        var what = like.what();
        var proposal = Proposal.introduction(
                what.voice(), what.subject(), "Words for " + mode, "Subject: Words for " + mode, mode);
        var turn = new Turn(
                0,
                WEEK.name(),
                like.turn().day(),
                proposal,
                like.turn().window(),
                like.turn().slot(),
                List.of());
        return village.books.turns().book(turn, State.PREPARED, MONDAY, "Its day has come.");
    }

    private static Booked plannedForMonday(Village village) {
        return village.turns(State.PLANNED).stream()
                .filter(turn -> turn.turn().day().equals(WEEK.monday()))
                .findFirst()
                .orElseThrow();
    }

    private static State stateOf(Village village, Booked turn) {
        return village.books.turns().find(turn.id()).orElseThrow().state();
    }

    @Test
    void whatWasCutShortGoesOnAsItsVoiceAgreedTo() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            var like = plannedForMonday(village);
            var automatic = cutShort(village, like, Mode.AUTOMATIC);
            var approve = cutShort(village, like, Mode.APPROVE);
            var suggest = cutShort(village, like, Mode.SUGGEST);
            var off = cutShort(village, like, Mode.OFF);

            village.morning().run(LONDON, MONDAY);

            assertThat(stateOf(village, automatic)).isEqualTo(State.READY);
            assertThat(stateOf(village, approve)).isEqualTo(State.ASKED);
            assertThat(stateOf(village, suggest)).isEqualTo(State.HANDED);
            assertThat(stateOf(village, off)).isEqualTo(State.REFUSED);
            assertThat(village.asked).extracting(Booked::id).containsOnlyOnce(approve.id());
            assertThat(village.books.turns().find(approve.id()).orElseThrow().turn())
                    .isEqualTo(approve.turn());
        }
    }

    @Test
    void whatWasCutShortOnAnotherDayOrInAnotherZoneIsLeftToItsOwnMorning() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            var tomorrow = village.turns(State.PLANNED).stream()
                    .filter(turn -> turn.turn().day().isAfter(WEEK.monday()))
                    .findFirst()
                    .orElseThrow();
            var another = cutShort(village, tomorrow, Mode.APPROVE);
            var elsewhere = cutShort(village, plannedForMonday(village), Mode.APPROVE);

            village.morning().run(ZoneId.of("Europe/Dublin"), MONDAY);
            assertThat(stateOf(village, elsewhere)).isEqualTo(State.PREPARED);
            village.morning().run(LONDON, MONDAY);

            assertThat(stateOf(village, elsewhere)).isEqualTo(State.ASKED);
            assertThat(stateOf(village, another)).isEqualTo(State.PREPARED);
        }
    }

    @Test
    void whatWasCutShortIsNotAskedForWhenItsVoicePausedMeanwhile() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            var turn = cutShort(village, plannedForMonday(village), Mode.APPROVE);
            village.membership().pause(turn.what().voice(), Optional.empty(), MONDAY, "the terminal");

            village.morning().run(LONDON, MONDAY.plusSeconds(60));

            assertThat(stateOf(village, turn)).isEqualTo(State.WITHDRAWN);
            assertThat(village.asked).extracting(Booked::id).doesNotContain(turn.id());
        }
    }

    @Test
    void aMorningIsDealtFromHalfPastSixUntilNoonAndNotOnAQuietDay() {
        try (var village = new Village(home, "plan.quiet-days = 2026-09-01\n")) {
            village.week().run(SUNDAY);
            var planned = village.allTurns();

            village.morning().run(LONDON, MONDAY.minusMillis(1));
            village.morning().run(LONDON, Instant.parse("2026-08-31T11:00:00Z"));
            village.morning().run(LONDON, MONDAY.plus(Duration.ofDays(1)));
            assertThat(village.allTurns()).isEqualTo(planned);
            village.morning().run(LONDON, Instant.parse("2026-08-31T10:59:59Z"));

            assertThat(village.allTurns()).hasSizeGreaterThan(planned.size());
        }
    }

    @Test
    void withoutTheWeeksDealThereIsNoMorning() {
        try (var village = new Village(home)) {
            village.morning().run(LONDON, MONDAY);

            assertThat(village.allTurns()).isEmpty();
            assertThat(village.platform.calls).isEmpty();
        }
    }

    @Test
    void whereTheOrganiserApprovesNothingIsDealtBeforeTheYes() {
        try (var village = new Village(home, "plan.approval = organiser\n")) {
            village.week().run(SUNDAY);
            village.morning().run(LONDON, MONDAY);
            assertThat(village.turns(State.ASKED, State.READY)).isEmpty();

            village.books.journal().approve(WEEK.name(), MONDAY);
            village.morning().run(LONDON, MONDAY.plusSeconds(60));

            assertThat(village.turns(State.ASKED, State.READY)).isNotEmpty();
        }
    }

    @Test
    void whileEverythingIsStoppedNothingIsDealt() {
        try (var village = new Village(home)) {
            village.week().run(SUNDAY);
            village.books.registry().stopEverything(MONDAY, "Paused by the organiser.", Optional.empty());
            village.morning().run(LONDON, MONDAY);
            assertThat(village.turns(State.ASKED, State.READY)).isEmpty();

            village.books.registry().resumeEverything(MONDAY);
            village.morning().run(LONDON, MONDAY.plusSeconds(60));

            assertThat(village.turns(State.ASKED, State.READY)).isNotEmpty();
        }
    }

    @Test
    void twoVillagesWithOneSeedHaveOneMorning() {
        try (var village = dealt()) {
            var first = village.allTurns();
            var other = home.resolve("other");
            assertThat(other.toFile().mkdir()).isTrue();
            try (var twin = new Village(other)) {
                twin.week().run(SUNDAY);
                twin.morning().run(LONDON, MONDAY);

                assertThat(twin.allTurns()).isEqualTo(first);
            }
        }
    }

    @Test
    void aNoChangesNobodysPlaceInLine() {
        try (var village = dealt()) {
            var no = village.asked.get(0);
            var roster = village.circle.roster(MONDAY);
            var remembered = new Remembered(village.books, village.circle);
            var before = remembered.history(roster, MONDAY).without(no.id()).all();

            village.books.turns().move(no, State.DECLINED, MONDAY, "The voice said no. That is all we note.");

            assertThat(remembered.history(roster, MONDAY).all()).isEqualTo(before);
        }
    }

    @Test
    void whatWasTakenBackWasSaidAllTheSame() {
        try (var village = dealt()) {
            var turns = village.books.turns();
            var introduction = village.turns(State.ASKED, State.READY).stream()
                    .filter(turn -> turn.what().kind() == Kind.INTRODUCTION)
                    .findFirst()
                    .orElseThrow();
            var approved = introduction.state() == State.READY
                    ? introduction
                    : turns.move(
                            turns.move(introduction, State.APPROVED, MONDAY, "Yes."), State.READY, MONDAY, "Approved.");
            var sending = turns.move(approved, State.SENDING, MONDAY, "The request leaves.");
            var sent = turns.sent(sending, new PostId("81"), MONDAY, MONDAY, "X took it.");
            var remembered = new Remembered(village.books, village.circle);
            var roster = village.circle.roster(MONDAY);
            var before = remembered.facts(roster, MONDAY, Purpose.WRITING);

            turns.move(sent, State.WITHDRAWN, MONDAY, "Taken back after it was live.");

            var after = remembered.facts(roster, MONDAY, Purpose.WRITING);
            assertThat(after.said()).isEqualTo(before.said()).isNotEmpty();
            assertThat(after.history().all()).isEqualTo(before.history().all());
        }
    }

    @Test
    void aDaySendsWhatItMayAndBalances() {
        try (var village = dealt()) {
            var clock = new Instant[] {MONDAY};
            var stopping = new Stopping(village.books, village.circle);
            var dispatch = new DispatchRound(village.books, village.circle, village.platform, stopping, () -> clock[0]);
            var approvals = new Approvals(village.books.turns(), new NextMinuteLeft(village.books, village.circle));
            village.asked.forEach(turn -> approvals.yes(turn.id(), MONDAY.plusSeconds(600)));

            Stream.iterate(MONDAY, at -> at.plus(Duration.ofMinutes(5)))
                    .limit(37 * 12)
                    .forEach(at -> {
                        clock[0] = at;
                        dispatch.run(at);
                    });

            var writes = village.platform.calls.stream()
                    .filter(call -> call.startsWith("publish") || call.startsWith("repost"))
                    .toList();
            assertThat(village.turns(State.SENT)).hasSameSizeAs(writes).hasSizeGreaterThan(2);
            assertThat(writes.stream().filter(call -> call.startsWith("repost")))
                    .doesNotHaveDuplicates();
            assertThat(writes).doesNotContain("publish @otleytraders true");
            assertThat(village.turns(State.SENT))
                    .allSatisfy(turn -> assertThat(turn.sentAt().orElseThrow())
                            .isBefore(turn.turn().slot().plus(Duration.ofHours(4))));
            assertThat(village.turns(State.SENT))
                    .filteredOn(turn -> turn.what().kind() == Kind.INTRODUCTION)
                    .allMatch(turn -> village.books
                            .posts()
                            .post(turn.made().orElseThrow())
                            .orElseThrow()
                            .introduction());
            assertThat(village.turns(State.SENT))
                    .extracting(turn -> turn.what().voice())
                    .contains(Handle.of("otleytraders"));
        }
    }
}
