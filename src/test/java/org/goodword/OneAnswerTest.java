package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.AgainstX.CIRCLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.sandbox.FaultQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One answer is not a verdict: what each odd answer of the far side's does to the circle, over the whole way. */
class OneAnswerTest {
    private static final String REPOSTS = "/2/users/:id/retweets";
    private static final String NOT_PERMITTED = """
            {"title":"Forbidden","detail":"You are not permitted to perform this action.","type":"about:blank","status":403}""";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Blocked</title></head>" + "<body>This address is blocked.</body></html>";
    private static final String UNAUTHORIZED =
            "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"Unauthorized\"}";

    private AgainstX x;

    @BeforeEach
    void deal(@TempDir Path home) {
        x = AgainstX.signedIn(home).dealt();
        assertThat(x.reposts(CIRCLE)).as("the circle's reposts of the morning").hasSize(2);
    }

    @AfterEach
    void close() {
        x.close();
    }

    private List<State> statesOfTheCirclesReposts() {
        return x.reposts(CIRCLE).stream().map(Booked::state).toList();
    }

    @Test
    void one403OnOneRepostEndsThatTurnAloneAndTheTwoRestFromEachOther() {
        x.answers("POST", REPOSTS, 1, 403, NOT_PERMITTED);

        x.settle();

        assertThat(statesOfTheCirclesReposts()).containsExactlyInAnyOrder(State.FAILED, State.SENT);
        assertThat(x.stopped(CIRCLE)).isEmpty();
        var failed = x.reposts(CIRCLE).stream()
                .filter(turn -> turn.state() == State.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.reason()).contains("not permitted").doesNotContain("goodword");
        assertThat(x.house.books().turns().turnedAway(AgainstX.MORNING))
                .singleElement()
                .satisfies(one -> assertThat(one.whom()).isEqualTo(failed.what().author()));
    }

    @Test
    void a403OfAnAccountThatMayDoNothingAnyMoreShutsItOutUntilItWorksAgain() {
        x.answers("POST", REPOSTS, 1, 403, NOT_PERMITTED);
        x.answers("GET", "/2/users/me", 1, 403, NOT_PERMITTED);

        x.settle();

        assertThat(x.stopped(CIRCLE)).get().asString().contains("not permitted");
        assertThat(x.notices())
                .singleElement()
                .asString()
                .contains("is stopped since 7 September", "goes on by itself");
        x.clock.jumpTo(AgainstX.MORNING.plus(Duration.ofDays(2)));
        x.house.rounds().morning().run(x.house.settings().circle().zone(), x.clock.instant());

        assertThat(x.stopped(CIRCLE)).isEmpty();
        assertThat(x.notices()).isEmpty();
        assertThat(x.reposts(CIRCLE)).as("dealt again").hasSizeGreaterThan(2);
    }

    @Test
    void aGatewaysPageSignsNobodyOutAndEverythingGoesOnByItself() {
        x.answers("POST", REPOSTS, 4, 403, PAGE);
        var told = 0;

        while (statesOfTheCirclesReposts().contains(State.READY)) {
            x.step();
            told = Math.max(told, x.notices().size());
            assertThat(x.stopped(CIRCLE)).isEmpty();
        }

        assertThat(statesOfTheCirclesReposts()).containsOnly(State.SENT);
        assertThat(told).as("one notice, however many calls met the page").isEqualTo(1);
        assertThat(x.house.books().notices().since(AgainstX.MORNING))
                .singleElement()
                .satisfies(notice -> assertThat(notice.what())
                        .startsWith("Something stands between us and X")
                        .contains("\"Blocked\" (status 403)"));
        assertThat(x.notices()).as("over").isEmpty();
    }

    @Test
    void whatTheOlderFormCallsAlreadyDoneIsDone() {
        x.answers(
                "POST",
                REPOSTS,
                1,
                403,
                "{\"errors\":[{\"code\":327,\"message\":\"You have already retweeted this Tweet.\"}]}");

        x.settle();

        assertThat(statesOfTheCirclesReposts()).containsOnly(State.SENT);
        assertThat(x.stopped(CIRCLE)).isEmpty();
    }

    @Test
    void onePassing401OnAnyWriteSignsNobodyOut() {
        x.answers("POST", "/2/**", 1, 401, UNAUTHORIZED);

        x.settle();

        assertThat(statesOfTheCirclesReposts()).containsOnly(State.SENT);
        assertThat(x.notices()).isEmpty();
    }

    @Test
    void aRevokedTokenThatAReadMeetsIsStoppedAndToldAtOnceAndAnotherSignInReadsOn() {
        x.sandbox.town().revoke(CIRCLE.name());

        var read = x.house.platform().postsSince(accountOf("bluebirdbakes"), Optional.empty(), AgainstX.MORNING);

        assertThat(read.<Boolean>match(done -> true, no -> false, later -> false, lost -> false))
                .as("read by another sign-in")
                .isTrue();
        assertThat(x.stopped(CIRCLE)).get().asString().contains("no longer accepts the sign-in");
        assertThat(x.notices()).singleElement().asString().contains("members sign-in @otleytraders");
        assertThat(x.in(State.READY)).noneMatch(turn -> turn.what().voice().equals(CIRCLE));
    }

    @Test
    void aRevokedTokenThatAMembersOwnTimelineMeetsStopsHerAndTheTimelineIsReadAllTheSame() {
        var member = accountOf("bluebirdbakes");
        x.sandbox.town().revoke(member.handle().name());

        var read = x.house.platform().timeline(member, AgainstX.MORNING.minus(Duration.ofDays(7)));

        assertThat(read.<Boolean>match(done -> true, no -> false, later -> false, lost -> false))
                .isTrue();
        assertThat(x.stopped(member.handle())).isPresent();
        assertThat(x.stopped(CIRCLE)).isEmpty();
    }

    @Test
    void aReadWhoseAnswerIsDroppedIsReadAgainUnderANewSignature() {
        x.suffers("GET", "/2/users/:id/tweets", 1, new FaultQueue.DropReply());

        var read = x.house.platform().postsSince(accountOf("bluebirdbakes"), Optional.empty(), AgainstX.MORNING);

        assertThat(read.<Boolean>match(done -> true, no -> false, later -> false, lost -> false))
                .isTrue();
        assertThat(x.stopped(CIRCLE)).isEmpty();
    }

    private Account accountOf(String handle) {
        return x.house.books().registry().account(Handle.of(handle)).orElseThrow();
    }
}
