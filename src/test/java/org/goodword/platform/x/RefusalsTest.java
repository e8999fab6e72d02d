package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.XClientTest.NOW;
import static org.goodword.platform.x.XClientTest.app;
import static org.goodword.platform.x.XClientTest.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Outcome.Unknown;
import org.goodword.platform.PostId;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which X says no, and what we take it to mean. */
class RefusalsTest {
    private static final String NOT_ENROLLED = """
            {"client_id":"1","detail":"When authenticating requests to the Twitter API v2 endpoints, you must use keys and\
             tokens from a developer App that is attached to a Project.","registration_url":"https://x.example",\
            "title":"Client Forbidden","required_enrollment":"Standard Basic","reason":"client-not-enrolled",\
            "type":"https://api.twitter.com/2/problems/client-forbidden"}""";

    private final ScriptedX x = new ScriptedX();
    private final XClient client =
            new XClient(app(x.baseUrl(), Secret.NONE), SignInsOf.everyone(), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        x.close();
    }

    private Outcome<PostId> publish() {
        return client.publish(BLUEBIRD, "Ask them.", false);
    }

    private Outcome<?> read() {
        return client.read(List.of(new PostId("1")));
    }

    @Test
    void aRequestThatXCannotTakeIsOurFaultAndEndsThere() {
        x.answers(400, """
                {"errors":[{"parameters":{"text":["x"]},"message":"The text is too long."}],
                 "title":"Invalid Request","type":"https://api.x.com/2/problems/invalid-request"}""");

        var refused = refused(publish());

        assertThat(refused.scope()).isEqualTo(Scope.THIS);
        assertThat(refused.reason()).contains("The text is too long.");
        assertThat(x.asked()).hasSize(1);
    }

    /** Twice as X writes it now, twice in its older form, and once as problem JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400;{\"errors\":[{\"message\":\"You cannot retweet a Tweet that you have already retweeted.\"}],\"title\":\"Invalid Request\"}",
                "400;{\"errors\":[{\"message\":\"You cannot repost a Post that you have already reposted.\"}],\"title\":\"Invalid Request\"}",
                "403;{\"errors\":[{\"code\":327,\"message\":\"You have already retweeted this Tweet.\"}]}",
                "403;{\"errors\":[{\"code\":327,\"message\":\"\"}]}",
                "403;{\"title\":\"Forbidden\",\"detail\":\"You have already retweeted this Post.\",\"status\":403}"
            })
    void whatWasCarriedAlreadyIsDoneInWhicheverFormXSaysSo(int status, String body) {
        x.answers(status, body);

        assertThat(client.repost(BLUEBIRD, new PostId("55"))).isEqualTo(new Done<>(new PostId("55")));
    }

    @Test
    void aTextThatIsThereAlreadyIsLookedUpInTheOlderFormToo() {
        x.answers(403, "{\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]}");

        assertThat(publish()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "403;<!DOCTYPE html><html><head><title>Blocked</title></head><body>This address is blocked.</body></html>",
                "401;<html>Sign in to the hotel's network</html>",
                "402;<html>Pay for the hotel's network</html>",
                "404;<html>no such page</html>",
                "403;{\"blocked\":true,\"by\":\"the firewall\"}",
                "429;<html>slow down</html>",
                "407;''",
                "511;<html>Sign in</html>"
            })
    void whatIsNotXsWordConcernsNobodysAccountAndEverythingWaits(int status, String body) {
        x.answers(status, body).answers(status, body);

        var written = (Later<PostId>) publish();
        var read = (Later<?>) read();

        assertThat(written.contact()).isEqualTo(Contact.OBSTRUCTED);
        assertThat(read.contact()).isEqualTo(Contact.OBSTRUCTED);
        assertThat(written.reason()).contains("something stands between us and X");
        assertThat(x.asked()).hasSize(2);
    }

    @Test
    void aPageInPlaceOfXIsToldByItsTitle() {
        x.answers(403, "<html><head><title>Blocked</title></head><body>This address is blocked.</body></html>");

        assertThat(((Later<?>) publish()).reason()).contains("\"Blocked\" (status 403)");
    }

    @Test
    void aTooManyOfXsOwnIsKnownByItsHeadersWhateverItsBody() {
        var reset = Long.toString(NOW.plusSeconds(300).getEpochSecond());
        x.answers(429, "<html>slow down</html>", Map.of("x-rate-limit-reset", reset, "x-rate-limit-remaining", "0"));

        assertThat(((Later<?>) publish()).pushedBack()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-11,behind", "11,ahead of"})
    void aRefusedSignatureOfAWrongClockIsNoRefusalOfTheSignIn(int minutes, String words) {
        try (var clock = new ClockedX(minutes)) {
            var outcome = new XClient(app(clock.baseUrl(), Secret.NONE), SignInsOf.everyone(), InstantSource.fixed(NOW))
                    .publish(BLUEBIRD, "Ask them.", false);

            var later = (Later<PostId>) outcome;
            assertThat(later.contact()).isEqualTo(Contact.CLOCK);
            assertThat(later.reason()).contains("11 minutes " + words);
        }
    }

    @Test
    void aRefusedSignatureOfAGoodClockIsOneOfTheSignIn() {
        try (var clock = new ClockedX(0)) {
            var outcome = new XClient(app(clock.baseUrl(), Secret.NONE), SignInsOf.everyone(), InstantSource.fixed(NOW))
                    .publish(BLUEBIRD, "Ask them.", false);

            assertThat(refused(outcome).scope()).isEqualTo(Scope.SIGN_IN);
        }
    }

    @Test
    void aDeadSignInNamesItsOwnerAndTheWayBack() {
        x.answers(
                401,
                "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"Unauthorized\"}");

        var refused = refused(publish());

        assertThat(refused.account()).contains(BLUEBIRD.handle());

        assertThat(refused.scope()).isEqualTo(Scope.SIGN_IN);
        assertThat(refused.reason()).contains("goodword members sign-in @bluebirdbakes");
        assertThat(x.asked()).hasSize(1);
    }

    @Test
    void aDeadBearerTokenNamesItsKey() {
        x.answers(401, "").answers(401, "").answers(401, "");
        var withBearer =
                new XClient(app(x.baseUrl(), Secret.of("app-bearer")), SignInsOf.nobody(), InstantSource.fixed(NOW));

        var refused = refused(withBearer.read(List.of(new PostId("1"))));

        assertThat(refused.scope()).isEqualTo(Scope.SIGN_IN);
        assertThat(refused.reason()).contains("x.bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"CreditsDepleted\",\"type\":\"https://api.x.com/2/problems/credits\",\"status\":402}",
                "{\"title\":\"Payment Required\",\"status\":402}",
                ""
            })
    void anEmptyPurseStopsTheWholeApp(String body) {
        x.answers(402, body);

        var refused = refused(publish());

        assertThat(refused.scope()).isEqualTo(Scope.APP);
        assertThat(refused.until()).isEmpty();
        assertThat(refused.reason()).contains("credits are used up").contains("goodword resume all");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-01,2026-10-01T00:00:00Z", "2026-10-01T12:30:00.000Z,2026-10-01T12:30:00Z"})
    void aSpendCapStopsTheAppUntilItsDate(String date, Instant until) {
        x.answers(403, "{\"title\":\"SpendCapReached\",\"reset_date\":\"" + date + "\",\"status\":403}");

        var refused = refused(publish());

        assertThat(refused.scope()).isEqualTo(Scope.APP);
        assertThat(refused.until()).contains(until);
    }

    @Test
    void aSpendCapWithoutAUsableDateStopsTheAppUntilResumed() {
        x.answers(403, "{\"title\":\"SpendCapReached\",\"reset_date\":\"soon\"}");

        assertThat(refused(publish()).until()).isEmpty();
    }

    @Test
    void aTextThatIsThereAlreadyIsLookedUp() {
        x.answers(403, """
                {"detail":"You are not allowed to create a Tweet with duplicate content.",
                 "type":"about:blank","title":"Forbidden","status":403}""");

        assertThat(publish()).isInstanceOf(Unknown.class);
        assertThat(x.asked()).hasSize(1);
    }

    @Test
    void whatAnAccountMayNotDoNamesNoCommandThatWouldNotHelp() {
        x.answers(403, """
                {"detail":"You are not permitted to perform this action.","type":"about:blank","title":"Forbidden","status":403}""");

        var refused = refused(publish());

        assertThat(refused.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(refused.reason()).contains("not permitted").doesNotContain("goodword");
    }

    @Test
    void mentionsAreToBeWrittenAsPlainNames() {
        x.answers(403, """
                {"detail":"Creating posts with @mentions is not allowed for this app.","title":"Forbidden","status":403}""");

        var refused = refused(publish());

        assertThat(refused.scope()).isEqualTo(Scope.THIS);
        assertThat(refused.reason()).contains("plain name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOT_ENROLLED,
                "{\"title\":\"Client Forbidden\",\"type\":\"https://api.x.com/2/problems/client-forbidden\"}",
                "{\"title\":\"Forbidden\",\"reason\":\"client-not-enrolled\"}",
                "{\"title\":\"Unsupported Authentication\",\"type\":\"https://api.twitter.com/2/problems/unsupported-authentication\"}"
            })
    void anAppThatIsSetUpWronglyIsStopped(String body) {
        x.answers(403, body);

        var refused = refused(read());

        assertThat(refused.scope()).isEqualTo(Scope.APP);
        assertThat(refused.reason()).contains("developer portal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"title\":\"Not Found Error\",\"type\":\"https://api.x.com/2/problems/resource-not-found\"}"
            })
    void whatIsGoneConcernsThisPostAlone(String body) {
        x.answers(404, body);

        var refused = refused(client.repost(BLUEBIRD, new PostId("55")));

        assertThat(refused.scope()).isEqualTo(Scope.THIS);
        assertThat(refused.reason()).contains("gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429}",
                "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}",
                ""
            })
    void tooManyIsAskedAgainLater(String body) {
        x.answers(429, body);

        var later = (Later<PostId>) publish();

        assertThat(later.pushedBack()).isTrue();
        assertThat(later.from()).isBetween(NOW.plus(Duration.ofMinutes(15)), NOW.plus(Duration.ofMinutes(16)));
        assertThat(x.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500,{}", "502,<html>bad gateway</html>", "503,''", "504,gone fishing", "408,''", "302,''"})
    void troubleAtXLeavesAWriteUnknownAndItIsNotSentAgain(int status, String body) {
        x.answers(status, body);

        assertThat(publish()).isInstanceOf(Unknown.class);
        assertThat(x.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>hello</html>",
                "{}",
                "[]",
                "{\"data\":{}}",
                "{\"errors\":[{\"title\":\"odd\"}]}",
                "{\"data\":{\"id\":"
            })
    void aWriteWithoutAReadableAnswerIsUnknown(String body) {
        x.answers(201, body);

        assertThat(publish()).isInstanceOf(Unknown.class);
        assertThat(x.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>hello</html>", "{\"data\":[{}]}"})
    void aReadWithoutAReadableAnswerIsMadeAgainLater(String body) {
        x.answers(200, body);

        assertThat(((Later<?>) read()).pushedBack()).isFalse();
    }

    @Test
    void aBearerThatIsTurnedAwayOnceIsAskedAgainAndThenASignInReadsOn() {
        x.answers(401, "").answers(401, "").answers(200, "{\"data\":[]}");
        var withBearer =
                new XClient(app(x.baseUrl(), Secret.of("app-bearer")), SignInsOf.everyone(), InstantSource.fixed(NOW));

        assertThat(withBearer.read(List.of(new PostId("1")))).isInstanceOf(Done.class);
        assertThat(x.asked())
                .extracting(asked -> asked.authorization().split(" ", 2)[0])
                .containsExactly("Bearer", "Bearer", "OAuth");
    }

    @Test
    void aReadThatMeetsTroubleIsTriedTwiceMore() {
        x.answers(503, "").answers(500, "oops").answers(200, "{\"data\":[]}");

        assertThat(read()).isInstanceOf(Done.class);
        assertThat(x.asked()).hasSize(3);
        assertThat(x.asked()).extracting(ScriptedX.Asked::authorization).doesNotHaveDuplicates();
    }

    @Test
    void troubleThatLastsPutsAReadOffForLongerEachTime() {
        for (var i = 0; i < 6; i++) {
            x.answers(503, "");
        }

        var first = (Later<?>) read();
        var second = (Later<?>) read();

        assertThat(x.asked()).hasSize(6);
        assertThat(first.from()).isEqualTo(NOW.plusSeconds(30));
        assertThat(second.from()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void anUnheardOfStatusConcernsThisRequestAlone() {
        x.answers(451, "{\"title\":\"Unavailable\",\"detail\":\"for legal reasons\"}");

        var refused = refused(read());

        assertThat(refused.scope()).isEqualTo(Scope.THIS);
        assertThat(refused.reason()).contains("451").contains("for legal reasons");
    }

    @Test
    void whatXEchoesNeverCarriesASecretIntoAReason() {
        var echo = "bad token 2001-token-of-bluebird / secret-of-bluebird\\n\\u0007 " + "x".repeat(500);
        x.answers(400, "{\"errors\":[{\"message\":\"" + echo + "\"}]}");

        assertThat(refused(publish()).reason())
                .doesNotContain("token-of-bluebird")
                .doesNotContain("secret-of-bluebird")
                .doesNotContain("\n")
                .doesNotContain("\u0007")
                .hasSizeLessThan(300);
    }
}
