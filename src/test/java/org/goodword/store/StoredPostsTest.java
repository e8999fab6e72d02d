package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;
import org.goodword.reach.Lot;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPostsTest {
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));

    @TempDir
    Path folder;

    private Database database;
    private StoredPosts posts;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
        posts = new StoredPosts(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPostComesBackAsItWasFound() {
        var post = Shelves.post("9001");

        posts.found(List.of(post));

        assertThat(posts.post(post.id())).contains(post);
        assertThat(posts.post(new PostId("404"))).isEmpty();
    }

    @Test
    void whatIsWrittenOfAPostStands() {
        posts.found(List.of(Shelves.introduction("9001", ANN, BEN)));

        posts.found(List.of(Shelves.post("9001")));

        assertThat(posts.post(new PostId("9001"))).contains(Shelves.introduction("9001", ANN, BEN));
    }

    @Test
    void findingNothingIsNothing() {
        posts.found(List.of());
        posts.read(List.of());

        assertThat(posts.since(Instant.EPOCH)).isEmpty();
    }

    @Test
    void theNextLookStartsWhereTheLastOneEnded() {
        assertThat(posts.lookedUpTo()).isEmpty();

        posts.lookedUpTo(ANN, new PostId("7"));
        posts.lookedUpTo(BEN, new PostId("998"));
        posts.lookedUpTo(BEN, new PostId("1000"));

        assertThat(posts.lookedUpTo()).isEqualTo(Map.of(BEN, new PostId("1000"), ANN, new PostId("7")));
    }

    @Test
    void anIntroductionIsNobodysOwnPost() {
        posts.found(List.of(Shelves.post("999", ANN, NOON), Shelves.introduction("1000", ANN, BEN)));

        assertThat(posts.made(NOON)).isEqualTo(Map.of(ANN, 1));
    }

    @Test
    void postsSinceThenComeOldestFirst() {
        posts.found(
                List.of(Shelves.post("3", BEN, LATER), Shelves.post("2"), Shelves.post("1", BEN, NOON.minusMillis(1))));

        assertThat(posts.since(NOON)).extracting(Seen::id).containsExactly(new PostId("2"), new PostId("3"));
    }

    @Test
    void theFirstLotStandsForEver() {
        posts.found(List.of(Shelves.post("9001")));
        var first = posts.draw(Shelves.lot("9001", true));

        var second = posts.draw(new Lot(new PostId("9001"), BEN, LATER, 3, 2, false));

        assertThat(second).isEqualTo(first).isEqualTo(Shelves.lot("9001", true));
        assertThat(posts.lot(new PostId("9001"))).contains(first);
        assertThat(posts.candidates(BEN)).isEqualTo(1);
        assertThat(posts.lots(NOON)).containsExactly(first);
        assertThat(posts.lots(NOON.plusMillis(1))).isEmpty();
    }

    @Test
    void theLotOutlivesTheProgram() {
        posts.found(List.of(Shelves.post("9001")));
        posts.draw(Shelves.lot("9001", true));
        database.close();
        database = Shelves.in(folder);

        assertThat(new StoredPosts(database).draw(Shelves.lot("9001", false)).held())
                .isTrue();
    }

    @Test
    void aPostThatNobodyFoundDrawsNoLot() {
        assertThatThrownBy(() -> posts.draw(Shelves.lot("404", false))).hasMessageContaining("FOREIGN KEY");
    }

    @Test
    void aLotEntersThePostInTheBooks() {
        posts.found(List.of(Shelves.post("9001"), Shelves.post("9002")));

        posts.draw(Shelves.lot("9001", true));

        assertThat(posts.toRead(NOON)).extracting(Seen::id).containsExactly(new PostId("9001"));
    }

    @Test
    void whatIsGoneIsReadNoMoreAndItsTextIsForgotten() {
        posts.found(List.of(Shelves.post("9001")));
        posts.draw(Shelves.lot("9001", false));

        posts.gone(new PostId("9001"), LATER, "deleted");
        posts.gone(new PostId("9001"), LATER.plusSeconds(60), "deleted");

        assertThat(posts.toRead(NOON)).isEmpty();
        assertThat(posts.post(new PostId("9001")).flatMap(Seen::gone)).contains(LATER);
        assertThat(posts.post(new PostId("9001")).flatMap(Seen::text)).isEmpty();
    }

    @Test
    void textsOfOthersAreForgottenAndIdsRemain() {
        posts.found(List.of(
                Shelves.post("1", BEN, NOON.minusMillis(1)), Shelves.post("2"), Shelves.introduction("3", ANN, BEN)));

        assertThat(posts.forgetTexts(NOON)).isEqualTo(1);

        assertThat(posts.post(new PostId("1")).orElseThrow().text()).isEmpty();
        assertThat(posts.post(new PostId("2")).orElseThrow().text()).isPresent();
        assertThat(posts.forgetTexts(NOON)).isZero();
        assertThat(posts.forgetTexts(LATER)).isEqualTo(1);
        assertThat(posts.post(new PostId("3")).orElseThrow().text()).isPresent();
    }

    @Test
    void theLatestReadingIsTheLastNotLaterThanAsked() {
        posts.found(List.of(Shelves.post("9001"), Shelves.post("9002", BEN, NOON.minusMillis(1))));
        posts.read(List.of(
                Shelves.reading("9001", NOON.plusSeconds(10), 100),
                Shelves.reading("9001", NOON.plusSeconds(20), 200),
                Shelves.reading("9002", NOON.plusSeconds(20), 900)));

        assertThat(posts.latest(NOON, NOON.plusSeconds(19)))
                .isEqualTo(Map.of(new PostId("9001"), Shelves.reading("9001", NOON.plusSeconds(10), 100)));
        assertThat(posts.latest(NOON, NOON.plusSeconds(20)))
                .isEqualTo(Map.of(new PostId("9001"), Shelves.reading("9001", NOON.plusSeconds(20), 200)));
        assertThat(posts.latest(Instant.EPOCH, NOON)).isEmpty();
    }

    @Test
    void theSettledReadingIsTheFirstOfThatAge() {
        var week = Duration.ofDays(7);
        posts.found(List.of(Shelves.post("9001"), Shelves.post("9002")));
        var settled = Shelves.reading("9001", NOON.plus(week), 300);
        posts.read(List.of(
                Shelves.reading("9001", NOON.plus(week).minusMillis(1), 200),
                settled,
                Shelves.reading("9001", NOON.plus(week).plusSeconds(60), 400),
                Shelves.reading("9002", LATER, 50)));

        assertThat(posts.aged(week)).isEqualTo(Map.of(new PostId("9001"), settled));
    }

    @Test
    void aReadingIsTakenDownOnce() {
        posts.found(List.of(Shelves.post("9001")));
        posts.read(List.of(Shelves.reading("9001", LATER, 100)));

        posts.read(List.of(Shelves.reading("9001", LATER, 999)));

        assertThat(posts.latest(NOON, LATER).get(new PostId("9001"))).isEqualTo(Shelves.reading("9001", LATER, 100));
    }

    @Test
    void aCountThatWasNotToldIsNotKnownAndTakenFromTheReadingThatTellsIt() {
        var untold = new Counts(
                OptionalLong.empty(),
                OptionalLong.of(3),
                OptionalLong.of(1),
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.empty());
        posts.found(List.of(Shelves.post("9001"), Shelves.post("9002")));
        posts.read(List.of(
                Shelves.reading("9001", NOON.plusSeconds(10), 100),
                new Snapshot(new PostId("9001"), NOON.plusSeconds(20), untold),
                new Snapshot(new PostId("9002"), NOON.plusSeconds(20), untold)));

        var latest = posts.latest(NOON, LATER);

        assertThat(latest.get(new PostId("9002"))).extracting(Snapshot::counts).isEqualTo(untold);
        assertThat(latest.get(new PostId("9001"))).satisfies(read -> {
            assertThat(read.counts().shown()).hasValue(100);
            assertThat(read.counts().replies()).hasValue(1);
        });
    }

    @Test
    void theLastPostThatEditingMadeIsKept() {
        posts.found(List.of(Shelves.post("9001"), Shelves.post("9002")));

        posts.edited(new PostId("9001"), new PostId("9009"));

        assertThat(posts.post(new PostId("9001"))).map(Seen::newest).contains(new PostId("9009"));
        assertThat(posts.post(new PostId("9001"))).map(Seen::isSuperseded).contains(true);
        assertThat(posts.post(new PostId("9002"))).map(Seen::isSuperseded).contains(false);
    }

    @Test
    void anIntroductionThatWasTakenForAPostOfHerOwnIsPutRight() {
        posts.found(List.of(Shelves.post("9001", ANN, NOON), Shelves.post("9002", BEN, NOON)));

        posts.found(List.of(Shelves.introduction("9001", ANN, BEN), Shelves.post("9002", ANN, NOON)));

        assertThat(posts.post(new PostId("9001"))).hasValueSatisfying(post -> {
            assertThat(post.subject()).isEqualTo(BEN);
            assertThat(post.introduction()).isTrue();
            assertThat(post.inBooks()).isTrue();
        });
        assertThat(posts.post(new PostId("9002"))).map(Seen::subject).contains(BEN);
        assertThat(posts.made(NOON)).isEqualTo(Map.of(BEN, 1));
    }
}
