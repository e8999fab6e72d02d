package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;
import static org.goodword.rounds.Village.WEEK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.goodword.outbox.Booked;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.PostId;
import org.goodword.platform.Profiles;
import org.goodword.reach.Seen;
import org.goodword.report.Letter;
import org.goodword.roster.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The village minute by minute, on days on which something does not work. */
class CatchUpTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Handle BLUEBIRD = Handle.of("@bluebirdbakes");
    private static final Instant TUESDAY_AT_FIVE = Instant.parse("2026-09-01T04:00:00Z");
    private static final Instant LETTER_AT = Instant.parse("2026-09-07T07:00:00Z");

    private final List<Letter> letters = new ArrayList<>();
    private final List<RuntimeException> bugs = new ArrayList<>();
    private Village village;
    private Troubled platform;
    private Rounds rounds;
    private CatchUp catchUp;
    private Instant now = SUNDAY;
    private boolean letterBoxIsStuck;

    @BeforeEach
    void open(@TempDir Path home) {
        village = new Village(home);
        startAgain();
    }

    /** What was kept in memory is gone. */
    private void startAgain() {
        platform = new Troubled(village.platform);
        rounds = village.rounds(platform, () -> now, this::put);
        catchUp = new CatchUp(village.circle, rounds);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void put(Letter letter) {
        if (letterBoxIsStuck) {
            throw new IllegalStateException("no space left on the disk");
        }
        letters.add(letter);
    }

    /** As the daemon does it each minute; what one part throws ends that part alone. */
    private void liveFrom(Instant from, Duration howLong) {
        liveFrom(from, howLong, MINUTE);
    }

    private void liveFrom(Instant from, Duration howLong, Duration step) {
        for (now = from; now.isBefore(from.plus(howLong)); now = now.plus(step)) {
            for (var part : catchUp.parts(now)) {
                try {
                    part.goOn(now);
                } catch (IllegalStateException e) {
                    bugs.add(e);
                }
            }
        }
    }

    private void liveThroughSunday() {
        liveFrom(SUNDAY, MINUTE);
        assertThat(platform.profileCalls).isEqualTo(1);
    }

    private boolean isDealt(int day) {
        return village.books
                .journal()
                .isDone(
                        MorningRound.NAME,
                        MorningRound.key(LONDON, WEEK.monday().plusDays(day)));
    }

    private List<Booked> reposts() {
        return village.allTurns().stream()
                .filter(turn -> turn.what().kind() == Kind.REPOST)
                .toList();
    }

    @Test
    void aMorningGoesOnWhereItsLookStoppedAndIsDealtOnceThatIsComplete() {
        liveThroughSunday();
        platform.everything = Optional.of(Troubled.later(MONDAY.plus(MINUTE.multipliedBy(10))));

        liveFrom(MONDAY, MINUTE.multipliedBy(10));
        assertThat(platform.looked)
                .describedAs("no 24 requests against a dead server")
                .hasSize(1);
        assertThat(isDealt(0)).isFalse();
        platform.everything = Optional.empty();
        liveFrom(MONDAY.plus(MINUTE.multipliedBy(10)), MINUTE);

        assertThat(platform.looked).hasSize(1 + 24);
        assertThat(isDealt(0)).isTrue();
        assertThat(reposts()).isNotEmpty();
    }

    @Test
    void aLimitInTheMiddleOfTheLineIsWaitedForAndTheRestIsLookedAt() {
        liveThroughSunday();
        platform.lookBefore = 8;
        platform.everything = Optional.of(Troubled.later(MONDAY.plus(MINUTE.multipliedBy(15))));

        liveFrom(MONDAY, MINUTE.multipliedBy(15));
        assertThat(platform.looked).hasSize(9);
        platform.everything = Optional.empty();
        liveFrom(MONDAY.plus(MINUTE.multipliedBy(15)), MINUTE);

        assertThat(platform.looked).hasSize(24 + 1);
        assertThat(new HashSet<>(platform.looked)).hasSize(24);
        assertThat(isDealt(0)).isTrue();
    }

    @Test
    void anAccountWhoseAnswerIsLostHoldsUpNobodyElseAndIsAskedAHandfulOfTimes() {
        liveThroughSunday();
        platform.lookFails.put(BLUEBIRD, new Outcome.Unknown<>("no answer in ten seconds"));

        liveFrom(MONDAY, MINUTE);
        assertThat(platform.looked).hasSize(24);
        assertThat(isDealt(0)).isFalse();
        liveFrom(MONDAY.plus(MINUTE), MINUTE.multipliedBy(20));

        assertThat(platform.looked).hasSize(24 + 4);
        assertThat(isDealt(0)).isTrue();
        assertThat(reposts()).isNotEmpty();
    }

    @Test
    void anAccountThatIsFoundTheNextMinuteIsDealtWithTheOthers() {
        liveThroughSunday();
        platform.lookFails.put(
                BLUEBIRD,
                new Outcome.Later<>(MONDAY, "the answer was lost: it is read again later", Outcome.Contact.LOST));
        liveFrom(MONDAY, MINUTE);

        platform.lookFails.clear();
        liveFrom(MONDAY.plus(MINUTE), MINUTE);

        assertThat(platform.looked).hasSize(24 + 1).endsWith(BLUEBIRD);
        assertThat(village.books.posts().lookedUpTo()).containsKey(BLUEBIRD).hasSize(24);
        assertThat(isDealt(0)).isTrue();
    }

    @Test
    void whoIsProtectedIsNotAskedAgainToday() {
        liveThroughSunday();
        platform.lookFails.put(
                BLUEBIRD, new Outcome.Refused<>(Outcome.Scope.THIS, "X does not show these posts to us"));

        liveFrom(MONDAY, MINUTE.multipliedBy(10));

        assertThat(platform.looked).hasSize(24);
        assertThat(isDealt(0)).isTrue();
    }

    @Test
    void whereNobodyIsAnsweredNotEverybodyIsAskedAndNotTheSameAgain() {
        liveThroughSunday();
        platform.everything = Optional.of(Troubled.lost());

        liveFrom(MONDAY, MINUTE.multipliedBy(16));

        assertThat(platform.looked).hasSize(6).doesNotHaveDuplicates();
        assertThat(isDealt(0)).isFalse();
    }

    @Test
    void whatBreaksTheProgramAtOneAccountIsThatAccountsTroubleAlone() {
        liveThroughSunday();
        platform.breaks.add(BLUEBIRD);

        liveFrom(MONDAY, MINUTE.multipliedBy(10));

        assertThat(platform.looked).hasSize(24 + 4);
        assertThat(bugs).hasSize(5).allMatch(e -> String.valueOf(e.getMessage()).contains("@bluebirdbakes"));
        assertThat(village.books.posts().lookedUpTo()).hasSize(23);
        assertThat(isDealt(0)).isTrue();
    }

    @Test
    void aMorningWhoseLookNeverEndsIsDealtHalfAnHourBeforeNoon() {
        liveThroughSunday();
        platform.everything = Optional.of(Troubled.later(MONDAY.plus(Duration.ofHours(1))));
        var half = Instant.parse("2026-08-31T10:30:00Z");

        liveFrom(MONDAY, Duration.between(MONDAY, half), MINUTE.multipliedBy(15));
        assertThat(isDealt(0)).isFalse();
        liveFrom(half, MINUTE);

        assertThat(isDealt(0)).isTrue();
        assertThat(village.allTurns()).anyMatch(turn -> turn.turn().day().equals(WEEK.monday()));
        assertThat(reposts()).isEmpty();
    }

    @Test
    void aMorningIsDealtAtOnceWhereXIsNotToBeAskedBeforeItsEnd() {
        liveThroughSunday();
        platform.everything = Optional.of(Troubled.later(MONDAY.plus(Duration.ofDays(1))));

        liveFrom(MONDAY, MINUTE);

        assertThat(platform.looked).hasSize(1);
        assertThat(isDealt(0)).isTrue();
    }

    @Test
    void theLineBeginsWithSomebodyElseEachDayAndAlikeForOneSeed(@TempDir Path other) {
        liveThroughSunday();
        liveFrom(MONDAY, MINUTE);
        var monday = List.copyOf(platform.looked);
        liveFrom(MONDAY.plus(Duration.ofDays(1)), MINUTE);
        var tuesday = platform.looked.subList(24, 48);

        assertThat(monday).isNotEqualTo(monday.stream().sorted().toList()).isNotEqualTo(tuesday);
        try (var twin = new Village(other)) {
            var twins = new Troubled(twin.platform);
            var living = twin.rounds(twins, () -> now, letter -> {});
            living.week().run(SUNDAY);
            living.morning().run(LONDON, MONDAY);
            assertThat(twins.looked).isEqualTo(monday);
        }
    }

    @Test
    void aReadingGoesOnWithTheBatchesThatWereNotRead() {
        liveThroughSunday();
        liveFrom(MONDAY, MINUTE);
        village.books.posts().found(manyPosts());
        var all = village.books.posts().toRead(Instant.EPOCH).size();
        platform.batchesBefore = 1;
        platform.everything = Optional.of(Troubled.later(TUESDAY_AT_FIVE.plus(MINUTE.multipliedBy(20))));

        liveFrom(TUESDAY_AT_FIVE.minus(MINUTE), MINUTE);
        assertThat(platform.read).describedAs("not before its time").isEmpty();
        liveFrom(TUESDAY_AT_FIVE, MINUTE.multipliedBy(20));
        assertThat(platform.read).containsExactly(100, all - 100);
        platform.everything = Optional.empty();
        liveFrom(TUESDAY_AT_FIVE.plus(MINUTE.multipliedBy(20)), MINUTE.multipliedBy(5));

        assertThat(platform.read).containsExactly(100, all - 100, all - 100);
        assertThat(village.books.journal().isDone(SampleRound.NAME, "2026-09-01"))
                .isTrue();
    }

    private static List<Seen> manyPosts() {
        return IntStream.range(0, 150)
                .mapToObj(number -> new Seen(
                        new PostId("5" + number),
                        BLUEBIRD,
                        "u-bluebirdbakes",
                        BLUEBIRD,
                        MONDAY,
                        Optional.of("Loaf " + number),
                        false,
                        false,
                        true,
                        Optional.empty()))
                .toList();
    }

    @Test
    void aReadingThatIsNeverAnsweredEndsWithItsDay() {
        liveThroughSunday();
        liveFrom(MONDAY, MINUTE);
        platform.batchesBefore = 0;
        platform.everything = Optional.of(Troubled.lost());

        liveFrom(TUESDAY_AT_FIVE, Duration.ofHours(18), MINUTE.multipliedBy(5));

        assertThat(platform.read)
                .describedAs("each in vain is later than the last")
                .hasSizeBetween(10, 25);
        assertThat(village.books.journal().isDone(SampleRound.NAME, "2026-09-01"))
                .isFalse();
    }

    @Test
    void aLetterThatCouldNotBeLaidDownIsWrittenLaterAndNoneBeforeItsTime() {
        liveThroughSunday();
        letterBoxIsStuck = true;

        liveFrom(LETTER_AT.minus(MINUTE), MINUTE);
        assertThat(bugs).isEmpty();
        liveFrom(LETTER_AT, MINUTE.multipliedBy(3));
        assertThat(bugs).hasSize(3);
        letterBoxIsStuck = false;
        liveFrom(LETTER_AT.plus(Duration.ofDays(4)), MINUTE.multipliedBy(3));

        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.week()).isEqualTo("2026-W36"));
    }

    @Test
    void aLetterMayBeMadeUpUntilTheNextIsDue() {
        liveThroughSunday();

        liveFrom(LETTER_AT.plus(Duration.ofDays(7)).minus(MINUTE), MINUTE);

        assertThat(letters).extracting(Letter::week).containsExactly("2026-W36");
    }

    @Test
    void whoTheAccountsAreIsAskedUntilItIsAnswered() {
        var again = SUNDAY.plus(MINUTE.multipliedBy(30));
        platform.profilesFail = Optional.of(Troubled.later(again));
        liveFrom(SUNDAY, MINUTE.multipliedBy(30));
        assertThat(platform.profileCalls).isEqualTo(1);
        assertThat(village.books.notices().open())
                .describedAs("not known is not no")
                .isEmpty();

        platform.profilesFail = Optional.empty();
        liveFrom(again, MINUTE.multipliedBy(30));

        assertThat(platform.profileCalls).isEqualTo(2);
        assertThat(village.books.registry().account(BLUEBIRD)).isPresent();
    }

    @Test
    void onlyWhomXSaysToMissIsToldAndWhoeverWasPassedOverIsAskedAfterAgain() {
        var gone = Handle.of("@plainsums");
        platform.answered = Optional.of(new Profiles(List.of(), Map.of(gone, "X has suspended this account")));
        liveFrom(SUNDAY, MINUTE.multipliedBy(10));

        assertThat(village.books.notices().open())
                .singleElement()
                .satisfies(notice -> assertThat(notice.what()).isEqualTo("@plainsums: X has suspended this account."));
        assertThat(platform.profileCalls).isEqualTo(1);
        platform.answered = Optional.empty();
        liveFrom(SUNDAY.plus(MINUTE.multipliedBy(10)), MINUTE.multipliedBy(30));

        assertThat(platform.profileCalls).isEqualTo(2);
        assertThat(village.books.registry().account(BLUEBIRD)).isPresent();
        assertThat(village.books.registry().account(gone)).isEmpty();
    }

    @Test
    void aMorningWaitsUntilXHasToldWhoItsSubjectsAre() {
        var seven = MONDAY.plus(MINUTE.multipliedBy(25));
        platform.profilesFail = Optional.of(Troubled.later(seven));
        liveFrom(SUNDAY, MINUTE);
        liveFrom(MONDAY, MINUTE.multipliedBy(25));
        assertThat(isDealt(0)).isFalse();

        platform.profilesFail = Optional.empty();
        liveFrom(seven, MINUTE);

        assertThat(platform.looked).hasSize(24);
        assertThat(isDealt(0)).isTrue();
        assertThat(reposts()).isNotEmpty();
    }

    @Test
    void nothingIsUnfinishedWhereEverythingWorks() {
        liveThroughSunday();
        assertThat(catchUp.next(SUNDAY, what -> true)).isEmpty();
        liveFrom(MONDAY, MINUTE);
        assertThat(catchUp.next(MONDAY, what -> true)).isEmpty();

        var calls = platform.looked.size();
        liveFrom(MONDAY, Duration.ofHours(8), MINUTE.multipliedBy(15));

        assertThat(platform.looked).hasSize(calls);
        assertThat(platform.profileCalls).isEqualTo(1);
    }
}
