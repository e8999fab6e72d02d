package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Refusals;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rounds.books.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voice that X turns away over several members rests by itself, and goes on by itself. */
class RestsTest {
    private static final Handle CIRCLE = Handle.of("@otleytraders");

    private Village village;
    private Stopping stopping;

    @BeforeEach
    void deal(@TempDir Path home) {
        village = new Village(home);
        stopping = new Stopping(village.books, village.circle);
        village.week().run(Village.SUNDAY);
        village.morning().run(Village.LONDON, Village.MONDAY);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void dispatch(Instant from, Duration during) {
        for (var at = from; at.isBefore(from.plus(during)); at = at.plus(Duration.ofMinutes(10))) {
            var now = at;
            new DispatchRound(village.books, village.circle, village.platform, stopping, () -> now).run(now);
        }
    }

    private Optional<Refusals.Rest> rest(Instant now) {
        var rules = village.circle.rulebook().get().rules();
        return Optional.ofNullable(Rests.of(village.books, rules, now).get(CIRCLE));
    }

    private List<String> notices() {
        return village.books.notices().open().stream().map(Notices.Notice::what).toList();
    }

    /** X does not let the circle carry this member, as the books would have it. */
    private void turnedAwayOver(String author, Instant at) {
        var post = new Post(
                new PostId("77" + author.hashCode()),
                "u-" + author,
                at.minusSeconds(60),
                "Words.",
                true,
                false,
                Optional.empty(),
                Counts.NONE);
        var who = Handle.of(author);
        var window = new Window(at.minusSeconds(60), at.plus(Duration.ofHours(1)));
        village.books
                .posts()
                .found(List.of(new Seen(
                        post.id(),
                        who,
                        "u-" + author,
                        who,
                        post.at(),
                        Optional.of("Words."),
                        false,
                        false,
                        true,
                        Optional.empty())));
        var turns = village.books.turns();
        var turn = new Turn(
                0,
                Village.WEEK.name(),
                LocalDate.of(2026, 8, 31),
                Proposal.repost(CIRCLE, who, who, post, Mode.AUTOMATIC),
                window,
                at,
                List.of());
        var ready = turns.move(turns.book(turn, State.PREPARED, at, ""), State.READY, at, "");
        turns.turnedAway(turns.move(ready, State.SENDING, at, ""), at, "X does not permit this");
        stopping.turnedAway(CIRCLE, at);
    }

    private List<Booked> queuedBy(Handle voice) {
        return village.books.turns().in(State.QUEUED).stream()
                .filter(turn -> turn.what().voice().equals(voice) && turn.state() != State.PLANNED)
                .toList();
    }

    @Test
    void theThirdRefusalOverDifferentMembersRestsTheVoiceAndStrikesOnlyWhatItWouldSay() {
        var at = Village.MONDAY.plusSeconds(60);
        var others = village.books.turns().in(State.QUEUED).stream()
                .filter(turn -> !turn.what().voice().equals(CIRCLE))
                .count();
        turnedAwayOver("bluebirdbakes", at);
        turnedAwayOver("bluebirdbakes", at.plusSeconds(1));
        turnedAwayOver("plainsums", at.plusSeconds(2));
        assertThat(rest(at.plusSeconds(3))).as("two members").isEmpty();
        assertThat(queuedBy(CIRCLE)).isNotEmpty();

        turnedAwayOver("hillstjoinery", at.plusSeconds(4));

        assertThat(rest(at.plusSeconds(5))).isPresent();
        assertThat(queuedBy(CIRCLE)).isEmpty();
        assertThat(village.books.turns().in(State.QUEUED).stream()
                        .filter(turn -> !turn.what().voice().equals(CIRCLE)))
                .as("it is still spoken of, and others speak")
                .hasSize((int) others);
        assertThat(notices()).singleElement().asString().contains("@otleytraders rests since 31 August");
    }

    @Test
    void eachMorningOneTurnTriesAndTheFirstThatIsTakenEndsTheRest() {
        var at = Village.MONDAY.plusSeconds(60);
        List.of("bluebirdbakes", "plainsums", "hillstjoinery").forEach(author -> turnedAwayOver(author, at));
        var tuesday = Village.MONDAY.plus(Duration.ofDays(1));

        village.morning().run(Village.LONDON, tuesday);
        assertThat(queuedBy(CIRCLE)).hasSize(1);
        dispatch(tuesday, Duration.ofHours(14));

        assertThat(rest(tuesday.plus(Duration.ofHours(15)))).isEmpty();
        assertThat(notices()).isEmpty();
    }

    @Test
    void whatTheDispatcherIsNotLetDoEndsInRestAsWell() {
        village.platform.closed = Optional.of("X does not permit this");

        dispatch(Village.MONDAY, Duration.ofHours(36));

        assertThat(village.books.turns().turnedAway(Village.MONDAY)).isNotEmpty();
        assertThat(village.turns(State.FAILED))
                .allSatisfy(turn -> assertThat(turn.reason()).isEqualTo("X does not permit this"));
    }

    @Test
    void aTryThatIsTurnedAwayIsTheOnlyOneOfItsDay() {
        var at = Village.MONDAY.plusSeconds(60);
        List.of("bluebirdbakes", "plainsums", "hillstjoinery").forEach(author -> turnedAwayOver(author, at));
        var tuesday = Village.MONDAY.plus(Duration.ofDays(1));
        turnedAwayOver("marketbikes", tuesday.minusSeconds(60));

        village.morning().run(Village.LONDON, tuesday);

        assertThat(queuedBy(CIRCLE)).isEmpty();
        assertThat(notices()).hasSize(1);
    }
}
