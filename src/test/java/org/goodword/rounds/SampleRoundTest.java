package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.goodword.outbox.State;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRoundTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant TUESDAY_AT_FIVE = Instant.parse("2026-09-01T04:00:00Z");

    @TempDir
    Path home;

    private Village village;

    @BeforeEach
    void dealAMorning() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void readAt(Instant now) {
        var stopping = new Stopping(village.books, village.circle);
        var dispatch = new DispatchRound(village.books, village.circle, village.platform, stopping, () -> now);
        new SampleRound(village.books, village.circle, village.platform, dispatch).run(now);
    }

    private List<Seen> inBooks() {
        return village.books.posts().toRead(Instant.EPOCH);
    }

    private List<String> readCalls() {
        return village.platform.calls.stream()
                .filter(call -> call.startsWith("read"))
                .toList();
    }

    private Optional<Snapshot> reading(PostId post, Instant at) {
        return Optional.ofNullable(
                village.books.posts().latest(Instant.EPOCH, at).get(post));
    }

    @Test
    void everyPostInTheBooksIsReadOnceADay() {
        assertThat(inBooks()).hasSizeGreaterThan(2);

        readAt(TUESDAY_AT_FIVE);
        readAt(TUESDAY_AT_FIVE.plusSeconds(60));
        readAt(TUESDAY_AT_FIVE.plus(DAY));

        assertThat(readCalls())
                .containsExactly("read " + inBooks().size(), "read " + inBooks().size());
        assertThat(inBooks()).allSatisfy(post -> {
            assertThat(reading(post.id(), TUESDAY_AT_FIVE)).map(Snapshot::at).contains(TUESDAY_AT_FIVE);
            assertThat(reading(post.id(), TUESDAY_AT_FIVE.plus(DAY)))
                    .map(snapshot -> snapshot.counts().shown())
                    .contains(OptionalLong.of(100));
        });
    }

    @Test
    void aPostThatIsGoneIsWrittenDownAndNotReadAgain() {
        var post = inBooks().get(0).id();
        village.platform.gone.put(post, "the post is gone from X");

        readAt(TUESDAY_AT_FIVE);

        var seen = village.books.posts().post(post).orElseThrow();
        assertThat(seen.gone()).contains(TUESDAY_AT_FIVE);
        assertThat(seen.text()).isEmpty();
        assertThat(reading(post, TUESDAY_AT_FIVE)).isEmpty();
        assertThat(inBooks()).isNotEmpty().noneMatch(one -> one.id().equals(post));
    }

    @Test
    void aReadingThatFailedIsMadeUpTheSameDay() {
        village.platform.shut = Optional.of("nobody is signed in");
        readAt(TUESDAY_AT_FIVE);
        var anHourLater = TUESDAY_AT_FIVE.plusSeconds(3600);
        assertThat(village.books.posts().latest(Instant.EPOCH, anHourLater)).isEmpty();

        village.platform.shut = Optional.empty();
        readAt(anHourLater);

        assertThat(village.books.posts().latest(Instant.EPOCH, anHourLater)).hasSameSizeAs(inBooks());
    }

    @Test
    void aHundredPostsAreReadInOneCall() {
        var others = IntStream.range(0, 150)
                .mapToObj(number -> new Seen(
                        new PostId("5" + number),
                        Handle.of("bluebirdbakes"),
                        "u-bluebirdbakes",
                        Handle.of("bluebirdbakes"),
                        MONDAY,
                        Optional.of("Loaf " + number),
                        false,
                        false,
                        true,
                        Optional.empty()))
                .toList();
        village.books.posts().found(others);
        var all = inBooks().size();

        readAt(TUESDAY_AT_FIVE);

        assertThat(all).isBetween(151, 199);
        assertThat(readCalls()).containsExactly("read 100", "read " + (all - 100));
    }

    @Test
    void aPostIsReadForEightDaysAndItsTextKeptNoLonger() {
        var newest = inBooks().get(inBooks().size() - 1);
        var eighth = newest.at().plus(Duration.ofDays(8));

        readAt(eighth.minusSeconds(1));
        assertThat(village.books.posts().post(newest.id()).flatMap(Seen::text)).isPresent();
        assertThat(reading(newest.id(), eighth)).isPresent();

        readAt(eighth.plus(DAY));

        assertThat(village.books.posts().post(newest.id()).flatMap(Seen::text)).isEmpty();
        assertThat(reading(newest.id(), eighth.plus(DAY)).map(Snapshot::at)).contains(eighth.minusSeconds(1));
    }

    @Test
    void whatWasGivenUpAndIsFoundOnTheTimelineAfterAllIsSent() {
        var turn = village.turns(State.READY).stream()
                .filter(one -> one.what().composed().isPresent())
                .findFirst()
                .orElseThrow();
        var turns = village.books.turns();
        var slot = turn.turn().slot();
        var sending = turns.move(turn, State.SENDING, slot, "The request leaves.");
        var unknown = turns.move(sending, State.UNKNOWN, slot, "No answer came.");
        turns.move(unknown, State.MISSED, slot.plusSeconds(3600), "It was looked for and not found.");
        var voice = village.books.registry().account(turn.what().voice()).orElseThrow();
        village.platform.timeline = List.of(new Post(
                new PostId("4711"),
                voice.id(),
                slot,
                turn.what().composed().orElseThrow(),
                true,
                false,
                Optional.empty(),
                Counts.NONE));

        readAt(TUESDAY_AT_FIVE.plus(DAY));

        assertThat(turns.find(turn.id())).hasValueSatisfying(found -> {
            assertThat(found.state()).isEqualTo(State.SENT);
            assertThat(found.made()).contains(new PostId("4711"));
        });
        assertThat(village.books.posts().post(new PostId("4711")))
                .map(Seen::introduction)
                .contains(true);
    }
}
