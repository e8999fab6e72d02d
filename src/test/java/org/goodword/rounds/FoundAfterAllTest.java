package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.TakingBack;
import org.goodword.platform.Account;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text of ours that turns up after all is an introduction, and never its voice's own post. */
class FoundAfterAllTest {
    private static final Handle VOICE = Handle.of("@bluebirdbakes");
    private static final Handle SUBJECT = Handle.of("@plainsums");
    private static final Handle OTHER = Handle.of("@ash_and_ember");
    private static final PostId OUT = new PostId("4711");
    private static final Instant SLOT = MONDAY.plus(Duration.ofHours(4));
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final String MENU =
            "Their winter menu is at https://dovecote.example/menu and every line of it is true.";

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

    private Turn turn(Proposal what) {
        var window = new Window(MONDAY, MONDAY.plus(Duration.ofHours(36)));
        return new Turn(0, Village.WEEK.name(), LocalDate.of(2026, 8, 31), what, window, SLOT, List.of());
    }

    private Booked lost(String composed) {
        var turns = village.books.turns();
        var what = Proposal.introduction(VOICE, SUBJECT, composed, composed, Mode.APPROVE);
        var ready = turns.move(turns.book(turn(what), State.PREPARED, SLOT, ""), State.READY, SLOT, "");
        return turns.move(turns.move(ready, State.SENDING, SLOT, ""), State.UNKNOWN, SLOT, "No answer came.");
    }

    private Booked givenUp(String composed, State state) {
        return village.books.turns().move(lost(composed), state, SLOT.plusSeconds(700), "It was not found.");
    }

    private Post out(String text) {
        var account = new Account(VOICE, "u-" + VOICE.name());
        return new Post(OUT, account.id(), SLOT, text, true, false, Optional.empty(), Counts.NONE);
    }

    private void look() {
        var look = new Look(village.books, village.platform);
        var newest = village.books.posts().lookedUpTo();
        village.circle
                .roster(TUESDAY)
                .members()
                .forEach(member -> village.books
                        .registry()
                        .account(member.handle())
                        .ifPresent(account ->
                                look.at(account, Optional.ofNullable(newest.get(member.handle())), TUESDAY)));
    }

    private DispatchRound dispatch(Instant now) {
        var stopping = new Stopping(village.books, village.circle);
        return new DispatchRound(village.books, village.circle, village.platform, stopping, () -> now);
    }

    private void assertItIsTheIntroduction(Booked turn) {
        var found = village.books.turns().find(turn.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(State.SENT);
        assertThat(found.made()).contains(OUT);
        assertThat(found.sentAt()).contains(SLOT);
        assertThat(village.books.posts().post(OUT)).hasValueSatisfying(post -> {
            assertThat(post.author()).isEqualTo(VOICE);
            assertThat(post.subject()).isEqualTo(SUBJECT);
            assertThat(post.introduction()).isTrue();
            assertThat(post.inBooks()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'Zoë’s crème brûlée is worth the walk up Boroughgate.', NFD",
        "'Their winter menu is at https://dovecote.example/menu and every line of it is true.', NFC",
        "'Fish & chips, <3 hours old, and worth the walk.', NFC"
    })
    void aLostAnswerIsFoundThoughThePlatformRewroteTheText(String text, Normalizer.Form stored) {
        var turn = lost(Normalizer.normalize(text, stored));
        village.platform.timeline = List.of(out(Normalizer.normalize(text, Normalizer.Form.NFC)));

        dispatch(SLOT.plusSeconds(700)).run(SLOT.plusSeconds(700));

        assertItIsTheIntroduction(turn);
    }

    @ParameterizedTest
    @CsvSource({"MISSED", "FAILED"})
    void aLookThatFindsATextThatWasGivenUpSettlesIt(State state) {
        var turn = givenUp(MENU, state);
        village.platform.also.put(
                VOICE, List.of(out(MENU.replace("https://dovecote.example/menu", "https://t.co/aB3dE5fG7h"))));

        look();

        assertItIsTheIntroduction(turn);
        assertThat(village.books.turns().story(turn.id()))
                .last()
                .satisfies(step -> assertThat(step.reason()).isEqualTo("It stands on the voice's timeline."));
    }

    @Test
    void whatIsStillBeingLookedUpIsLeftToThat() {
        var turn = lost(MENU);
        village.platform.also.put(VOICE, List.of(out(MENU)));

        look();

        assertThat(village.books.posts().post(OUT)).isEmpty();
        assertThat(village.books.turns().find(turn.id())).map(Booked::state).contains(State.UNKNOWN);
    }

    private Booked dealtAsHerOwn() {
        var own = new Seen(
                OUT, VOICE, "u-" + VOICE.name(), VOICE, SLOT, Optional.of(MENU), false, false, true, Optional.empty());
        village.books.posts().found(List.of(own));
        var what = Proposal.repost(OTHER, VOICE, VOICE, out(MENU), Mode.APPROVE);
        return village.books.turns().book(turn(what), State.PREPARED, SLOT, "");
    }

    @Test
    void whatWasTakenForHerOwnAndDealtIsPutRightWhenTheReconcilerFindsIt() {
        var turn = givenUp(MENU, State.FAILED);
        var dealt = dealtAsHerOwn();
        village.platform.timeline = List.of(out(MENU));

        dispatch(TUESDAY).lookAgain(TUESDAY);

        assertItIsTheIntroduction(turn);
        var refused = village.books.turns().find(dealt.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.reason())
                .isEqualTo("The post turned out to be the circle's introduction of @plainsums, and none of"
                        + " @bluebirdbakes's own.");
    }

    @Test
    void aReadingThatMeetsItPutsItRight() {
        var turn = givenUp(MENU, State.FAILED);
        var dealt = dealtAsHerOwn();
        village.platform.changed.put(OUT, out(MENU));

        new SampleRound(village.books, village.circle, village.platform, dispatch(TUESDAY)).run(TUESDAY);

        assertItIsTheIntroduction(turn);
        assertThat(village.books.turns().find(dealt.id())).map(Booked::state).contains(State.REFUSED);
    }

    @Test
    void undoReachesIt() {
        var turn = givenUp(MENU, State.FAILED);
        village.platform.also.put(VOICE, List.of(out(MENU)));
        look();

        var live = new TakingBack(
                        village.books.turns(),
                        new Stopping(village.books, village.circle),
                        village.platform,
                        () -> DispatchRound.shelf(village.circle))
                .liveSince(MONDAY);

        assertThat(live).extracting(Booked::id).containsExactly(turn.id());
    }

    @Test
    void aMorningDealsNothingOfItAsTheVoicesOwn() {
        givenUp(MENU, State.FAILED);
        village.platform.also.put(VOICE, List.of(out(MENU)));

        village.morning().run(LONDON, TUESDAY);

        assertThat(village.allTurns())
                .filteredOn(turn ->
                        turn.what().post().map(Post::id).filter(OUT::equals).isPresent())
                .allSatisfy(turn -> assertThat(turn.what().subject()).isEqualTo(SUBJECT));
    }
}
