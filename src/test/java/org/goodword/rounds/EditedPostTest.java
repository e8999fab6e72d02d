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
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Account;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.roster.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A yes is a yes to what was shown: what its author changes after it is not carried. */
class EditedPostTest {
    private static final Handle BLUEBIRD = Handle.of("@bluebirdbakes");
    private static final Account ACCOUNT = new Account(BLUEBIRD, "u-bluebirdbakes");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private Village village;

    @BeforeEach
    void dealAWeek(@TempDir Path home) {
        village = new Village(home);
        village.week().run(SUNDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Booked dueRepost() {
        village.morning().run(LONDON, MONDAY);
        return village.turns(State.READY).stream()
                .filter(turn -> turn.what().kind() == Kind.REPOST)
                .findFirst()
                .orElseThrow();
    }

    private Booked dispatched(Booked turn) {
        var at = turn.turn().slot();
        var stopping = new Stopping(village.books, village.circle);
        new DispatchRound(village.books, village.circle, village.platform, stopping, () -> at).run(at);
        return village.books.turns().find(turn.id()).orElseThrow();
    }

    private void nowReads(Post shown, String text, String... versions) {
        var chain = List.of(versions).stream().map(PostId::new).toList();
        village.platform.changed.put(
                shown.id(),
                new Post(
                        shown.id(),
                        shown.authorId(),
                        shown.at(),
                        text,
                        true,
                        false,
                        Optional.empty(),
                        Counts.NONE,
                        chain.isEmpty() ? List.of(shown.id()) : chain,
                        true));
    }

    @Test
    void whatStandsAsItWasShownIsCarried() {
        var turn = dueRepost();

        assertThat(dispatched(turn).state()).isEqualTo(State.SENT);
    }

    @Test
    void anEditEndsTheYes() {
        var turn = dueRepost();
        var shown = turn.what().post().orElseThrow();
        nowReads(shown, shown.text(), shown.id().value(), "4712");

        var refused = dispatched(turn);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.reason()).contains("author has edited the post since it was shown");
        assertThat(village.platform.calls).noneMatch(call -> call.startsWith("repost"));
        assertThat(village.books.posts().post(shown.id())).map(Seen::newest).contains(new PostId("4712"));
    }

    @Test
    void aTextThatReadsOtherwiseEndsTheYesThoughNoEditIsTold() {
        var turn = dueRepost();
        nowReads(turn.what().post().orElseThrow(), "We are closed.");

        assertThat(dispatched(turn).reason()).contains("edited the post since it was shown");
    }

    @Test
    void aTextThatThePlatformRewroteIsNoEdit() {
        var turn = dueRepost();
        var shown = turn.what().post().orElseThrow();
        nowReads(shown, shown.text().replace("Fresh", " Fresh").replace(" at", "\u00a0at") + " ");

        assertThat(dispatched(turn).state()).isEqualTo(State.SENT);
    }

    private Post lemonBuns(String id, String... versions) {
        return new Post(
                new PostId(id),
                ACCOUNT.id(),
                MONDAY.minusSeconds(3600),
                "Lemon buns, version " + id,
                true,
                false,
                Optional.empty(),
                Counts.NONE,
                List.of(versions).stream().map(PostId::new).toList(),
                true);
    }

    private void look(Instant now, Post... posts) {
        village.platform.also.put(BLUEBIRD, List.of(posts));
        var account = village.books.registry().account(BLUEBIRD).orElseThrow();
        var after = Optional.ofNullable(village.books.posts().lookedUpTo().get(BLUEBIRD));
        new Look(village.books, village.platform).at(account, after, now);
    }

    private List<String> lemonBunsInTheBooks() {
        return village.books.posts().since(Instant.EPOCH).stream()
                .filter(post -> post.text().orElse("").startsWith("Lemon"))
                .map(post -> post.id() + (post.isSuperseded() ? " until " + post.newest() : ""))
                .toList();
    }

    @Test
    void aPostThatWasEditedBeforeItWasSeenIsTakenAsItStands() {
        look(MONDAY, lemonBuns("9", "1", "9"));

        assertThat(lemonBunsInTheBooks()).containsExactly("9");
    }

    @Test
    void ofTwoVersionsOnATimelineTheNewestIsTaken() {
        look(MONDAY, lemonBuns("1", "1", "9"), lemonBuns("9", "1", "9"));

        assertThat(lemonBunsInTheBooks()).containsExactly("9");
    }

    @Test
    void theNewestIsReadWhereATimelineShowsOnlyAnOldOne() {
        village.platform.changed.put(new PostId("9"), lemonBuns("9", "1", "9"));

        look(MONDAY, lemonBuns("1", "1", "9"));

        assertThat(lemonBunsInTheBooks()).containsExactly("9");
    }

    @Test
    void anEditThatTheNextLookFindsTakesThePlaceOfWhatWasThere() {
        look(MONDAY, lemonBuns("1", "1"));

        look(TUESDAY, lemonBuns("9", "1", "9"));

        assertThat(lemonBunsInTheBooks()).containsExactlyInAnyOrder("1 until 9", "9");
    }

    @Test
    void aPostOfWhichOnlyAPartCanBeReadIsLeftOut() {
        var part = new Post(
                new PostId("5"),
                ACCOUNT.id(),
                MONDAY.minusSeconds(3600),
                "Lemon buns, and…",
                true,
                false,
                Optional.empty(),
                Counts.NONE,
                List.of(new PostId("5")),
                false);

        look(MONDAY, part);

        assertThat(lemonBunsInTheBooks()).isEmpty();
    }
}
