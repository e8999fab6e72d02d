package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.SignInsOf.CIRCLE;
import static org.goodword.platform.x.SignInsOf.JOINERY;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.goodword.platform.Account;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Outcome.Unknown;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each call as it goes over the wire, and what is made of X's answers. */
class XClientTest {
    static final Instant NOW = Instant.parse("2026-09-07T09:00:00Z");

    private final ScriptedX x = new ScriptedX();
    private final XClient client = client(Secret.NONE, SignInsOf.everyone());

    private XClient client(Secret bearer, SignIns signIns) {
        return new XClient(app(x.baseUrl(), bearer), signIns, InstantSource.fixed(NOW));
    }

    static XApp app(URI baseUrl, Secret bearer) {
        return new XApp(baseUrl, Secret.of("app-key"), Secret.of("app-secret"), bearer);
    }

    @AfterEach
    void close() {
        x.close();
    }

    @Test
    void aTextGoesOutToTheLetter() {
        x.answers(201, "{\"data\":{\"id\":\"77\",\"text\":\"\",\"edit_history_tweet_ids\":[\"77\"]}}");

        var outcome = client.publish(BLUEBIRD, "“Oak & ash”, café, 🪵 100% \\ \n done", false);

        assertThat(outcome).isEqualTo(new Done<>(new PostId("77")));
        assertThat(x.onlyAsked().method()).isEqualTo("POST");
        assertThat(x.onlyAsked().target()).isEqualTo("/2/tweets");
        assertThat(x.onlyAsked().contentType()).isEqualTo("application/json");
        assertThat(x.onlyAsked().body()).isEqualTo("{\"text\":\"“Oak & ash”, café, 🪵 100% \\\\ \\n done\"}");
    }

    @Test
    void aPaidPartnershipIsDeclared() {
        x.answers(201, "{\"data\":{\"id\":\"77\"}}");

        client.publish(BLUEBIRD, "Ask them.", true);

        assertThat(x.onlyAsked().body()).isEqualTo("{\"text\":\"Ask them.\",\"paid_partnership\":true}");
    }

    @Test
    void aRepostIsMadeByTheVoicesOwnId() {
        x.answers(200, "{\"data\":{\"retweeted\":true,\"rest_id\":\"88\"}}");

        var outcome = client.repost(BLUEBIRD, new PostId("55"));

        assertThat(outcome).isEqualTo(new Done<>(new PostId("88")));
        assertThat(x.onlyAsked().target()).isEqualTo("/2/users/2001/retweets");
        assertThat(x.onlyAsked().body()).isEqualTo("{\"tweet_id\":\"55\"}");
    }

    @Test
    void aRepostWithoutAnIdOfItsOwnIsKnownByItsSource() {
        x.answers(200, "{\"data\":{\"retweeted\":true}}");

        assertThat(client.repost(BLUEBIRD, new PostId("55"))).isEqualTo(new Done<>(new PostId("55")));
    }

    @Test
    void aRepostThatXDoesNotConfirmIsUnknown() {
        x.answers(200, "{\"data\":{\"retweeted\":false}}");

        assertThat(client.repost(BLUEBIRD, new PostId("55"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aPostIsTakenBack() {
        x.answers(200, "{\"data\":{\"deleted\":true}}");

        assertThat(client.delete(BLUEBIRD, new PostId("77"))).isEqualTo(new Done<>(new PostId("77")));
        assertThat(x.onlyAsked().method()).isEqualTo("DELETE");
        assertThat(x.onlyAsked().target()).isEqualTo("/2/tweets/77");
    }

    @Test
    void aRepostIsTakenBack() {
        x.answers(200, "{\"data\":{\"retweeted\":false}}");

        assertThat(client.undoRepost(BLUEBIRD, new PostId("55"))).isEqualTo(new Done<>(new PostId("55")));
        assertThat(x.onlyAsked().target()).isEqualTo("/2/users/2001/retweets/55");
    }

    @Test
    void whatIsGoneAlreadyCountsAsTakenBack() {
        x.answers(404, "").answers(404, "");

        assertThat(client.delete(BLUEBIRD, new PostId("77"))).isEqualTo(new Done<>(new PostId("77")));
        assertThat(client.undoRepost(BLUEBIRD, new PostId("55"))).isEqualTo(new Done<>(new PostId("55")));
    }

    @Test
    void aSignInIsTestedByUse() {
        x.answers(200, """
                {"data":{"id":"2001","name":"Bluebird Bakes","username":"BluebirdBakes",
                 "public_metrics":{"followers_count":312}}}""");

        assertThat(client.signedIn(BLUEBIRD.handle()))
                .isEqualTo(new Done<>(new Profile(BLUEBIRD, "Bluebird Bakes", 312)));
        assertThat(x.onlyAsked().target()).isEqualTo("/2/users/me?user.fields=public_metrics");
    }

    @Test
    void unknownHandlesAreLeftOutOfTheProfiles() {
        x.answers(200, """
                {"data":[{"id":"2001","name":"Bluebird Bakes","username":"bluebirdbakes",
                  "public_metrics":{"followers_count":312}}],
                 "errors":[{"value":"nobody","type":"https://api.x.com/2/problems/resource-not-found"}]}""");

        var outcome = client.profiles(List.of(BLUEBIRD.handle(), Handle.of("@nobody")));

        assertThat(outcome)
                .isEqualTo(new Done<>(new Profiles(
                        List.of(new Profile(BLUEBIRD, "Bluebird Bakes", 312)),
                        Map.of(Handle.of("@nobody"), "X knows no account of that name"))));
        assertThat(x.onlyAsked().target())
                .isEqualTo("/2/users/by?usernames=bluebirdbakes%2Cnobody&user.fields=public_metrics");
    }

    @Test
    void noOneAmongManyProfilesIsAnEmptyList() {
        x.answers(200, "{\"errors\":[{\"type\":\"https://api.x.com/2/problems/resource-not-found\"}]}");

        assertThat(client.profiles(List.of(Handle.of("@nobody")))).isEqualTo(new Done<>(Profiles.NONE));
    }

    @Test
    void aBatchSaysWhatIsThereAndWhyTheRestIsNot() {
        x.answers(200, """
                {"data":[%s],
                 "errors":[
                  {"resource_id":"2","title":"Not Found Error","type":"https://api.x.com/2/problems/resource-not-found"},
                  {"resource_id":"3","title":"Authorization Error","type":"https://api.twitter.com/2/problems/not-authorized-for-resource"},
                  {"resource_id":"1","title":"Field","type":"https://api.x.com/2/problems/not-authorized-for-field"}]}""".formatted(post("1", "2026-09-07T08:00:00.000Z", "")));

        var batch = done(client.read(List.of(new PostId("1"), new PostId("2"), new PostId("3"), new PostId("4"))));

        assertThat(batch.found()).containsOnlyKeys(new PostId("1"));
        assertThat(batch.gone()).containsOnlyKeys(new PostId("2"), new PostId("3"));
        assertThat(batch.gone().get(new PostId("2"))).isEqualTo("the post is gone from X");
        assertThat(x.onlyAsked().target()).startsWith("/2/tweets?ids=1%2C2%2C3%2C4&tweet.fields=created_at%2C");
    }

    @Test
    void aBatchOfNothingButErrorsHasNoData() {
        x.answers(200, """
                {"errors":[{"resource_id":"2","type":"https://api.twitter.com/2/problems/resource-not-found"}]}""");

        var batch = done(client.read(List.of(new PostId("2"))));

        assertThat(batch.found()).isEmpty();
        assertThat(batch.gone()).containsOnlyKeys(new PostId("2"));
    }

    @Test
    void bothSpellingsOfTheCountsAreRead() {
        var counts =
                "\"like_count\":5,\"reply_count\":2,\"quote_count\":1,\"bookmark_count\":3,\"impression_count\":410";
        x.answers(
                200,
                "{\"data\":["
                        + post(
                                "1",
                                "2026-09-07T08:00:00.000Z",
                                ",\"public_metrics\":{\"retweet_count\":4," + counts + "}")
                        + ","
                        + post(
                                "2",
                                "2026-09-07T08:00:00.000Z",
                                ",\"public_metrics\":{\"repost_count\":4," + counts + "}")
                        + "]}");

        var batch = done(client.read(List.of(new PostId("1"), new PostId("2"))));

        assertThat(batch.found().values()).extracting(Post::counts).containsOnly(new Counts(410, 5, 2, 4, 1, 3));
    }

    @Test
    void bothSpellingsOfARepostAreRead() {
        x.answers(
                200,
                "{\"data\":["
                        + post(
                                "1",
                                "2026-09-07T08:00:00.000Z",
                                ",\"referenced_tweets\":[{\"type\":\"retweeted\",\"id\":\"9\"}]")
                        + ","
                        + post(
                                "2",
                                "2026-09-07T08:00:00.000Z",
                                ",\"referenced_posts\":[{\"type\":\"reposted\",\"id\":\"9\"}]")
                        + "],\"meta\":{\"result_count\":2}}");

        var posts = done(client.timeline(BLUEBIRD, NOW.minusSeconds(86_400)));

        assertThat(posts).extracting(Post::reposted).containsOnly(Optional.of(new PostId("9")));
        assertThat(posts).extracting(Post::original).containsOnly(false);
    }

    @Test
    void textsAreReadAsTheyWereWritten() {
        x.answers(
                200,
                "{\"data\":["
                        + post("1", "2026-09-07T08:00:00.000Z", "")
                                .replace("Fresh bread", "Fish &amp; chips &lt;3 &amp;lt;")
                        + "],\"meta\":{}}");

        assertThat(done(client.timeline(BLUEBIRD, NOW.minusSeconds(86_400))))
                .extracting(Post::text)
                .containsExactly("Fish & chips <3 &lt;");
    }

    @Test
    void aTimelineIsReadToItsEndOldestFirst() {
        x.answers(
                200,
                "{\"data\":[" + post("3", "2026-09-07T08:00:00.000Z", "") + "],\"meta\":{\"next_token\":\"a b+c\"}}");
        x.answers(200, "{\"meta\":{\"result_count\":0,\"next_token\":\"p3\"}}");
        x.answers(200, "{\"data\":[" + post("1", "2026-09-06T08:00:00.000Z", "") + "],\"meta\":{\"result_count\":1}}");

        var posts = done(client.timeline(BLUEBIRD, Instant.parse("2026-09-05T00:00:00.500Z")));

        assertThat(posts).extracting(post -> post.id().value()).containsExactly("1", "3");
        assertThat(x.asked()).hasSize(3);
        assertThat(x.asked().get(0).target())
                .startsWith("/2/users/2001/tweets?start_time=2026-09-05T00%3A00%3A00Z&max_results=10&tweet.fields=")
                .doesNotContain("exclude")
                .doesNotContain("pagination_token");
        assertThat(x.asked().get(1).target()).endsWith("&pagination_token=a%20b%2Bc");
        assertThat(x.asked().get(2).target()).endsWith("&pagination_token=p3");
        Signatures.assertValid(x.asked().get(1), x.baseUrl(), "app-secret", "secret-of-bluebird");
    }

    @Test
    void pagesOlderThanWantedAreNotAskedFor() {
        x.answers(
                200,
                "{\"data\":[" + post("3", "2026-09-07T08:00:00.000Z", "") + ","
                        + post("1", "2026-09-01T08:00:00.000Z", "") + "],\"meta\":{\"next_token\":\"more\"}}");

        var posts = done(client.timeline(BLUEBIRD, NOW.minusSeconds(86_400)));

        assertThat(posts).extracting(post -> post.id().value()).containsExactly("1", "3");
        assertThat(x.asked()).hasSize(1);
    }

    @Test
    void aFarSideThatRepeatsItsPageTokenIsNotReadForEver() {
        IntStream.range(0, 5).forEach(i -> x.answers(200, "{\"meta\":{\"next_token\":\"again\"}}"));

        assertThat(done(client.timeline(BLUEBIRD, NOW.minusSeconds(86_400)))).isEmpty();
        assertThat(x.asked()).hasSize(2);
    }

    @Test
    void newPostsAreAskedForFromTheLastOneKnownAndQuotesAndRepliesAreToldApart() {
        x.answers(
                200,
                "{\"data\":["
                        + post(
                                "9",
                                "2026-09-07T08:00:00.000Z",
                                ",\"referenced_tweets\":[{\"type\":\"quoted\",\"id\":\"4\"}]")
                        + ","
                        + post("8", "2026-09-07T07:00:00.000Z", ",\"possibly_sensitive\":true") + ","
                        + post("7", "2026-09-07T06:00:00.000Z", ",\"in_reply_to_user_id\":\"2002\"")
                        + "],\"meta\":{}}");

        var posts = done(client.postsSince(BLUEBIRD, Optional.of(new PostId("5")), NOW.minusSeconds(86_400)));

        assertThat(posts).extracting(post -> post.id().value()).containsExactly("7", "8", "9");
        assertThat(posts.get(1))
                .isEqualTo(new Post(
                        new PostId("8"),
                        "2001",
                        Instant.parse("2026-09-07T07:00:00Z"),
                        "Fresh bread",
                        true,
                        true,
                        Optional.empty(),
                        Counts.NONE));
        assertThat(posts).extracting(Post::original).containsExactly(false, true, false);
        assertThat(x.onlyAsked().target())
                .startsWith("/2/users/2001/tweets?exclude=replies%2Cretweets&since_id=5&max_results=10")
                .doesNotContain("start_time");
    }

    @Test
    void aTimelineThatXHidesIsRefusedForThatAccountAlone() {
        x.answers(200, """
                {"errors":[{"resource_id":"2001","title":"Authorization Error",
                 "type":"https://api.twitter.com/2/problems/not-authorized-for-resource"}]}""");

        var refused = refused(client.postsSince(BLUEBIRD, Optional.empty(), NOW));

        assertThat(refused.scope()).isEqualTo(Scope.THIS);
        assertThat(refused.reason()).contains("@bluebirdbakes").contains("protected");
    }

    @Test
    void readsGoByTheAppsBearerTokenWhereThereIsOne() {
        x.answers(200, "{\"data\":[]}").answers(200, "{\"meta\":{}}").answers(200, "{\"meta\":{}}");
        var withBearer = client(Secret.of("app-bearer"), SignInsOf.everyone());

        withBearer.read(List.of(new PostId("1")));
        withBearer.postsSince(BLUEBIRD, Optional.empty(), NOW);
        withBearer.timeline(BLUEBIRD, NOW);

        assertThat(x.asked().get(0).authorization()).isEqualTo("Bearer app-bearer");
        assertThat(x.asked().get(1).authorization()).isEqualTo("Bearer app-bearer");
        assertThat(x.asked().get(2).authorization()).startsWith("OAuth ");
    }

    @Test
    void readsGoByTheCirclesSignInWhereTheAppHasNoBearer() {
        x.answers(200, "{\"data\":[]}");

        client.read(List.of(new PostId("1"), new PostId("2")));

        Signatures.assertValid(x.onlyAsked(), x.baseUrl(), "app-secret", "secret-of-circle");
    }

    @Test
    void aVoiceWithoutASignInIsToldHowToGetOne() {
        var refused = refused(client(Secret.NONE, SignInsOf.nobody()).publish(BLUEBIRD, "Ask them.", false));

        assertThat(refused.scope()).isEqualTo(Scope.SIGN_IN);
        assertThat(refused.reason()).contains("goodword members sign-in @bluebirdbakes");
        assertThat(refused(client(Secret.NONE, SignInsOf.nobody()).read(List.of(new PostId("1"))))
                        .reason())
                .contains("x.bearer");
        assertThat(x.asked()).isEmpty();
    }

    @Test
    void everyRequestCarriesASignatureThatHolds() {
        x.answers(201, "{\"data\":{\"id\":\"77\"}}")
                .answers(200, "{\"data\":{\"deleted\":true}}")
                .answers(200, "{\"data\":[]}");

        client.publish(BLUEBIRD, "Ask them.", false);
        client.delete(BLUEBIRD, new PostId("77"));
        client.profiles(List.of(BLUEBIRD.handle(), JOINERY.handle()));

        Signatures.assertValid(x.asked().get(0), x.baseUrl(), "app-secret", "secret-of-bluebird");
        Signatures.assertValid(x.asked().get(1), x.baseUrl(), "app-secret", "secret-of-bluebird");
        Signatures.assertValid(x.asked().get(2), x.baseUrl(), "app-secret", "secret-of-circle");
        assertThat(x.asked().stream().map(each -> Signatures.parameters(each).get("oauth_nonce")))
                .doesNotHaveDuplicates();
        assertThat(Signatures.parameters(x.asked().get(0)))
                .containsEntry("oauth_consumer_key", "app-key")
                .containsEntry("oauth_token", "2001-token-of-bluebird");
    }

    @Test
    void manyVoicesAtOnceEachSignWithTheirOwnSecret() {
        var secrets = Map.of(BLUEBIRD, "secret-of-bluebird", JOINERY, "secret-of-joinery", CIRCLE, "secret-of-circle");
        var voices = IntStream.range(0, 120)
                .mapToObj(i -> List.of(BLUEBIRD, JOINERY, CIRCLE).get(i % 3))
                .toList();
        voices.forEach(voice -> x.answers(201, "{\"data\":{\"id\":\"77\"}}"));

        voices.parallelStream().forEach(voice -> client.delete(voice, new PostId(voice.id())));

        assertThat(x.asked()).hasSize(120);
        secrets.forEach((voice, secret) -> assertThat(x.asked())
                .filteredOn(asked -> asked.target().endsWith("/" + voice.id()))
                .hasSize(40)
                .allSatisfy(asked -> Signatures.assertValid(asked, x.baseUrl(), "app-secret", secret)));
    }

    @Test
    void anOAuth2SignInGoesThroughTheSameSeam() {
        x.answers(201, "{\"data\":{\"id\":\"77\"}}");
        var signIns = SignInsOf.nobody().with(BLUEBIRD, new SignIn.OAuth2(Secret.of("two-hours")));

        assertThat(client(Secret.NONE, signIns).publish(BLUEBIRD, "Ask them.", false))
                .isInstanceOf(Done.class);
        assertThat(x.onlyAsked().authorization()).isEqualTo("Bearer two-hours");
    }

    @Test
    void aRefusedSignInIsRenewedOnceWhereItCanBe() {
        x.answers(401, "{\"title\":\"Unauthorized\",\"status\":401}").answers(201, "{\"data\":{\"id\":\"77\"}}");
        var signIns = SignInsOf.nobody()
                .with(BLUEBIRD, new SignIn.OAuth2(Secret.of("stale")))
                .renewing(BLUEBIRD, new SignIn.OAuth2(Secret.of("fresh")));

        assertThat(client(Secret.NONE, signIns).publish(BLUEBIRD, "Ask them.", false))
                .isInstanceOf(Done.class);
        assertThat(x.asked())
                .extracting(ScriptedX.Asked::authorization)
                .containsExactly("Bearer stale", "Bearer fresh");
    }

    @Test
    void aRenewedSignInThatIsRefusedTooIsNotRenewedAgain() {
        x.answers(401, "").answers(401, "").answers(201, "{\"data\":{\"id\":\"77\"}}");
        var signIns = SignInsOf.nobody()
                .with(BLUEBIRD, new SignIn.OAuth2(Secret.of("stale")))
                .renewing(BLUEBIRD, new SignIn.OAuth2(Secret.of("fresh")));

        assertThat(refused(client(Secret.NONE, signIns).publish(BLUEBIRD, "Ask them.", false))
                        .scope())
                .isEqualTo(Scope.SIGN_IN);
        assertThat(x.asked()).hasSize(2);
    }

    @Test
    void aSignInThatChangedIsUsedAtOnce() {
        x.answers(200, "{\"data\":{\"deleted\":true}}").answers(200, "{\"data\":{\"deleted\":true}}");
        var signIns = SignInsOf.everyone();
        var changing = client(Secret.NONE, signIns);

        changing.delete(BLUEBIRD, new PostId("1"));
        signIns.with(BLUEBIRD, SignInsOf.oauth1("bluebird-anew"));
        changing.delete(BLUEBIRD, new PostId("2"));

        Signatures.assertValid(x.asked().get(1), x.baseUrl(), "app-secret", "secret-of-bluebird-anew");
    }

    @Test
    void tooManyAtOnceIsAFaultOfTheCaller() {
        var ids = IntStream.range(0, 101).mapToObj(i -> new PostId("" + i)).toList();

        assertThatThrownBy(() -> client.read(ids))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101");
    }

    @Test
    void nothingIsAskedAboutNobody() {
        assertThat(client.profiles(List.of())).isEqualTo(new Done<>(Profiles.NONE));
        assertThat(done(client.read(List.of())).found()).isEqualTo(Map.of());
        assertThat(x.asked()).isEmpty();
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        assertThatThrownBy(() -> app(URI.create("http://x.example"), Secret.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.base-url")
                .hasMessageContaining("http://x.example");
        assertThatThrownBy(() -> app(URI.create("http://127.0.0.1.x.example"), Secret.NONE))
                .hasMessageContaining("x.base-url");
        assertThat(app(URI.create("https://x.example/"), Secret.NONE).at("/2/tweets"))
                .isEqualTo(URI.create("https://x.example/2/tweets"));
    }

    @Test
    void anIdFromOutsideCannotLeadElsewhere() {
        x.answers(404, "");

        client.delete(new Account(BLUEBIRD.handle(), "2001"), new PostId("1/../2?x=y"));

        assertThat(x.onlyAsked().target()).isEqualTo("/2/tweets/1%2F..%2F2%3Fx%3Dy");
    }

    @Test
    void aReadWithoutTheFieldsItNeedsIsReadAgainLater() {
        x.answers(200, "{\"data\":[{\"id\":\"1\"}]}");

        var later = (Later<?>) client.read(List.of(new PostId("1")));

        assertThat(later.pushedBack()).isFalse();
        assertThat(later.from()).isAfter(NOW);
        assertThat(later.reason()).contains("created_at");
    }

    static String post(String id, String at, String more) {
        return "{\"id\":\"" + id + "\",\"author_id\":\"2001\",\"created_at\":\"" + at + "\",\"text\":\"Fresh bread\""
                + more + "}";
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<T>) outcome).value();
    }

    static <T> Refused<T> refused(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<T>) outcome;
    }
}
