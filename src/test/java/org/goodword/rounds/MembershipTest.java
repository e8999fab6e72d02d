package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.LONDON;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.LeaverMark;
import org.goodword.roster.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTest {
    private static final byte[] KEY = new byte[32];
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(5).plusMinutes(30));
    private static final LocalDate TODAY = LocalDate.parse("2026-08-31");

    @TempDir
    Path home;

    private Village village;
    private Membership membership;
    private Stopping stopping;
    private Handle member = Handle.of("nobody");

    @BeforeEach
    void dealAMorning() {
        village = new Village(home);
        village.week().run(SUNDAY);
        village.morning().run(LONDON, MONDAY);
        stopping = new Stopping(village.books, village.circle);
        membership = village.membership();
        member = village.asked.get(0).what().voice();
    }

    @AfterEach
    void close() {
        village.close();
    }

    private boolean concernsHer(Booked turn) {
        var what = turn.what();
        return what.voice().equals(member)
                || what.subject().equals(member)
                || what.author().equals(member);
    }

    private long queued() {
        return village.books.turns().in(State.QUEUED).stream()
                .filter(this::concernsHer)
                .count();
    }

    @Test
    void aPauseStrikesWhatIsQueuedByAndAboutHerAndNothingElse() {
        var hers = queued();
        var all = village.books.turns().in(State.QUEUED).size();

        var struck = membership.pause(member, Optional.empty(), NOON, "the terminal");

        assertThat(struck).isEqualTo((int) hers).isPositive();
        assertThat(queued()).isZero();
        assertThat(village.books.turns().in(State.QUEUED)).hasSize(all - struck);
        assertThat(village.turns(State.WITHDRAWN)).extracting(Booked::reason).containsOnly("Paused by the member.");
        assertThat(village.circle.stopped(NOON)).containsKey(member);
        assertThat(village.books.registry().said()).containsExactly(new Said.Paused(member, TODAY, Optional.empty()));
    }

    @Test
    void aPauseWithAnEndIsOverOnTheDayAfter() {
        membership.pause(member, Optional.of(TODAY.plusDays(2)), NOON, "the terminal");

        assertThat(village.circle.stopped(NOON.plus(Duration.ofDays(2)))).containsKey(member);
        assertThat(village.circle.stopped(NOON.plus(Duration.ofDays(3)))).doesNotContainKey(member);
    }

    @Test
    void sheIsBackFromTheMomentSheResumesAndWhatWasStruckStaysStruck() {
        var struck = membership.pause(member, Optional.empty(), NOON, "the terminal");

        membership.resume(member, NOON.plusSeconds(60), "the terminal");

        assertThat(village.circle.stopped(NOON.plusSeconds(60))).doesNotContainKey(member);
        assertThat(village.turns(State.WITHDRAWN)).hasSize(struck);
    }

    @Test
    void whoLeavesIsStruckAndForgottenButForAKeyedHashOfHerName() {
        assertThat(village.books.registry().account(member)).isPresent();
        assertThat(village.books.posts().lookedUpTo()).containsKey(member);
        var hers = (int) queued();

        var left = membership.leave(member, NOON, "the terminal");

        assertThat(left.struck()).isGreaterThanOrEqualTo(hers).isPositive();
        assertThat(left.forgotten()).isTrue();
        assertThat(queued()).isZero();
        assertThat(village.books.registry().account(member)).isEmpty();
        assertThat(village.books.registry().followers()).isNotEmpty().doesNotContainKey(member);
        assertThat(village.books.posts().lookedUpTo()).isNotEmpty().doesNotContainKey(member);
        assertThat(village.books.registry().said()).containsExactly(new Said.Left(LeaverMark.of(member, KEY), TODAY));
        assertThat(village.circle.roster(NOON).member(member)).isEmpty();
    }

    @Test
    void nobodyIsAskedToSignInAMemberWhoLeft() {
        stopping.stop(member, NOON, "X does not take the sign-in any more.");
        assertThat(village.books.notices().open()).hasSize(1);

        membership.leave(member, NOON.plusSeconds(60), "the terminal");

        assertThat(village.books.notices().open()).isEmpty();
    }

    @Test
    void aFreshSignInEndsTheStopAndSettlesTheNotice() {
        stopping.stop(member, NOON, "X does not take the sign-in any more.");
        assertThat(village.circle.stopped(NOON)).containsKey(member);

        membership.signedIn(member, NOON.plusSeconds(60));

        assertThat(village.circle.stopped(NOON.plusSeconds(60))).doesNotContainKey(member);
        assertThat(village.books.notices().open()).isEmpty();
        assertThat(village.books.notices().since(NOON)).hasSize(1);
    }

    @Test
    void aFreshSignInDoesNotEndHerOwnPause() {
        membership.pause(member, Optional.empty(), NOON, "the terminal");

        membership.signedIn(member, NOON.plusSeconds(60));

        assertThat(village.circle.stopped(NOON.plusSeconds(60))).containsKey(member);
    }
}
