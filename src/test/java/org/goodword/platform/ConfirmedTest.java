package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Outcome.Unknown;
import org.junit.jupiter.api.Test;

/** What is found out before anybody is stopped. */
class ConfirmedTest {
    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");
    private static final Account BLUEBIRD = new Account(Handle.of("@bluebirdbakes"), "2001");
    private static final Handle CIRCLE = Handle.of("@otleytraders");
    private static final PostId POST = new PostId("77");
    private static final Profile HER = new Profile(BLUEBIRD, "Bluebird Bakes", 300);
    private static final Batch NOTHING = new Batch(Map.of(), Map.of());

    private final ScriptedPlatform x = new ScriptedPlatform();
    private final Confirmed.Watch watch = mock(Confirmed.Watch.class);
    private final Confirmed confirmed = new Confirmed(x, watch, () -> NOW);

    private static <T> Refused<T> refused(Scope scope, Handle account) {
        return new Refused<>(scope, "X said no", Optional.empty(), Optional.of(account));
    }

    private static <T> Refused<T> refused(Scope scope) {
        return refused(scope, BLUEBIRD.handle());
    }

    @Test
    void onePassing401StopsNobodyAndTheTurnGoesOn() {
        x.answers(refused(Scope.SIGN_IN)).answers(new Done<>(HER)).answers(new Done<>(POST));

        assertThat(confirmed.repost(BLUEBIRD, POST)).isEqualTo(new Done<>(POST));
        assertThat(x.calls()).containsExactly("repost", "signedIn", "repost");
        verify(watch, never()).stop(any(), any(), any());
    }

    @Test
    void a401ThatTheAccountItselfConfirmsStopsIt() {
        x.answers(refused(Scope.SIGN_IN)).answers(refused(Scope.SIGN_IN));

        assertThat(confirmed.repost(BLUEBIRD, POST)).isInstanceOf(Refused.class);
        assertThat(x.calls()).containsExactly("repost", "signedIn");
        verify(watch).stop(BLUEBIRD.handle(), NOW, "X said no");
    }

    @Test
    void a401OfWhichNobodyCanSayMoreWaits() {
        x.answers(refused(Scope.SIGN_IN)).answers(new Later<>(NOW.plusSeconds(30), "X was not reached"));

        assertThat(confirmed.publish(BLUEBIRD, "Ask them.", false)).isInstanceOf(Later.class);
        verifyNoInteractions(watch);
    }

    @Test
    void a401ThatComesTwiceToAnAccountThatWorksWaits() {
        x.answers(refused(Scope.SIGN_IN)).answers(new Done<>(HER)).answers(refused(Scope.SIGN_IN));

        assertThat(confirmed.repost(BLUEBIRD, POST)).isInstanceOf(Later.class);
        verify(watch, never()).stop(any(), any(), any());
    }

    @Test
    void a403ConcernsTwoAloneWhereTheAccountWorks() {
        x.answers(refused(Scope.ACCOUNT)).answers(new Done<>(HER));

        assertThat(confirmed.repost(BLUEBIRD, POST)).isEqualTo(refused(Scope.PAIR));
        verify(watch, never()).shutOut(any(), any(), any());
    }

    @Test
    void a403ThatTheAccountItselfConfirmsShutsItOut() {
        x.answers(refused(Scope.ACCOUNT)).answers(refused(Scope.ACCOUNT));

        assertThat(confirmed.publish(BLUEBIRD, "Ask them.", false)).isEqualTo(refused(Scope.ACCOUNT));
        verify(watch).shutOut(BLUEBIRD.handle(), NOW, "X said no");
    }

    @Test
    void a403OfWhichNobodyCanSayMoreStopsNobody() {
        x.answers(refused(Scope.ACCOUNT)).answers(new Unknown<>("no answer"));

        assertThat(confirmed.repost(BLUEBIRD, POST)).isEqualTo(refused(Scope.PAIR));
        verifyNoInteractions(watch);
    }

    @Test
    void whatCannotBeTakenBackPutsNobodyToRest() {
        x.answers(refused(Scope.ACCOUNT)).answers(new Done<>(HER));

        assertThat(confirmed.delete(BLUEBIRD, POST)).isEqualTo(refused(Scope.THIS));
    }

    @Test
    void aDeadSignInThatAReadMeetsIsStoppedAtOnceAndAnotherReadsOn() {
        x.answers(refused(Scope.SIGN_IN, CIRCLE))
                .answers(refused(Scope.SIGN_IN, CIRCLE))
                .answers(new Done<>(NOTHING));

        assertThat(confirmed.read(List.of(POST))).isEqualTo(new Done<>(NOTHING));
        assertThat(x.calls()).containsExactly("read", "signedIn", "read");
        verify(watch).stop(CIRCLE, NOW, "X said no");
    }

    @Test
    void aReadThatHasNobodyLeftToReadByEndsThere() {
        var nobody = new Refused<Batch>(Scope.SIGN_IN, "there is nobody to read X as");
        x.answers(refused(Scope.SIGN_IN, CIRCLE))
                .answers(refused(Scope.SIGN_IN, CIRCLE))
                .answers(nobody);

        assertThat(confirmed.read(List.of(POST))).isEqualTo(nobody);
    }

    @Test
    void aPassing401OnAReadIsReadOnceMore() {
        x.answers(refused(Scope.SIGN_IN, CIRCLE)).answers(new Done<>(HER)).answers(new Done<>(NOTHING));

        assertThat(confirmed.read(List.of(POST))).isEqualTo(new Done<>(NOTHING));
        verify(watch, never()).stop(any(), any(), any());
    }

    @Test
    void anAccountThatWorksIsLetGoOnWhoeverAsks() {
        x.answers(new Done<>(HER));

        confirmed.signedIn(BLUEBIRD.handle());

        verify(watch).works(BLUEBIRD.handle(), NOW);
    }

    @Test
    void aTestedSignInIsAskedTwiceBeforeItIsCalledDead() {
        x.answers(refused(Scope.SIGN_IN)).answers(new Done<>(HER));

        assertThat(confirmed.signedIn(BLUEBIRD.handle())).isEqualTo(new Done<>(HER));
        verify(watch, never()).stop(any(), any(), any());
        verify(watch).works(eq(BLUEBIRD.handle()), any());
    }
}
