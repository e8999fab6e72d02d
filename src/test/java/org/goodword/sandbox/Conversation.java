package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Platform;
import org.goodword.platform.PostId;
import org.goodword.platform.x.PinSignIn;
import org.goodword.platform.x.SignIn;
import org.goodword.platform.x.SignInFailed;
import org.goodword.platform.x.SignIns;
import org.goodword.platform.x.XApp;
import org.goodword.platform.x.XClient;
import org.goodword.sandbox.Overheard.Exchange;
import org.goodword.settings.Secret;

/** Everything that can be said to the sandbox: each call by hand, well and badly, and each call of our own client. */
final class Conversation implements AutoCloseable {
    private static final String BAKERY = "bluebirdbakes";
    private static final String JOINERY = "hillstjoinery";
    private static final String LOCKED = "ledgerandleaf";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BACK = "http://127.0.0.1:4711/signed-in";
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Far far = new Far();
    private final Overheard overheard;

    Conversation() throws IOException {
        far.now = Instant.parse("2026-11-01T12:00:00Z");
        // Twitter4J stamps by the machine's clock, and the sandbox judges by what it is given
        far.real = InstantSource.system().instant();
        overheard = new Overheard(far.sandbox.baseUrl());
        far.askBy(overheard.baseUrl());
        far.town.lock(LOCKED, true);
    }

    List<Exchange> exchanges() {
        return overheard.exchanges();
    }

    String appBearer() {
        return far.sandbox.keys().bearer();
    }

    // --- by hand

    void byHand() {
        reads();
        refusedReads();
        writes();
        refusedWrites();
        signInWithAPin();
        signInWithPkce();
        credits();
        tooMany();
    }

    private void reads() {
        var users = "user.fields=" + String.join(",", Fields.OF_USERS);
        var posts = "tweet.fields=" + String.join(",", Fields.OF_POSTS);
        var some = newest(BAKERY) + "," + newest(LOCKED) + ",123," + newest(JOINERY);
        var answered = far.town.timeline(BAKERY, far.now).stream()
                .filter(post -> !far.town.answers(post.id(), far.now).isEmpty())
                .findFirst()
                .orElseThrow();
        far.as(BAKERY, "GET", "/2/users/me?" + users);
        far.app("/2/users/by?usernames=bluebirdbakes,nobody_here," + LOCKED + "&" + users);
        far.app("/2/users/by?usernames=nobody_here");
        far.as(BAKERY, "GET", timeline(BAKERY, "max_results=100&" + posts));
        far.app(timeline(BAKERY, "max_results=5&exclude=replies,retweets&" + posts));
        far.app(timeline(BAKERY, "since_id=" + newest(BAKERY)));
        far.app(timeline(LOCKED, posts));
        far.app("/2/users/123/tweets");
        far.as(BAKERY, "GET", "/2/tweets?ids=" + some + "&" + posts);
        far.app("/2/tweets?ids=123");
        far.as(BAKERY, "GET", "/2/tweets/" + newest(BAKERY) + "?" + posts);
        far.as(BAKERY, "GET", "/2/tweets/" + newest(JOINERY) + "?" + posts);
        far.app("/2/tweets/" + newest(LOCKED));
        far.app("/2/tweets/123");
        far.app("/2/tweets/search/recent?query=conversation_id:" + answered.idText() + "&" + posts);
    }

    private String newest(String handle) {
        return far.town.timeline(handle, far.now).get(0).idText();
    }

    private String timeline(String handle, String query) {
        return "/2/users/" + far.id(handle) + "/tweets?" + query;
    }

    private void refusedReads() {
        far.as(BAKERY, "GET", "/2/users/me?tweets=all");
        far.app("/2/users/by");
        far.app(timeline(BAKERY, "max_results=4"));
        far.app("/2/tweets?ids=one");
        far.app("/2/tweets/search/recent?query=cake");
        far.app("/2/users/me");
        far.send("GET", "/2/users/me", "Bearer wrong", "application/json", "");
    }

    private void writes() {
        var post = far.post(BAKERY, "Plum loaves, by hand, until they are gone.");
        far.as(BAKERY, "POST", "/2/tweets", "{\"text\":\"Bread, for a fee.\",\"paid_partnership\":true}");
        var id = post.data().path("id").asString();
        far.repost(JOINERY, id);
        far.repost(JOINERY, id);
        far.as(JOINERY, "GET", timeline(JOINERY, "tweet.fields=referenced_tweets,public_metrics"));
        far.as(JOINERY, "DELETE", "/2/users/" + far.id(JOINERY) + "/retweets/" + id);
        far.as(JOINERY, "DELETE", "/2/tweets/" + id);
        far.as(BAKERY, "DELETE", "/2/tweets/" + id);
        far.as(BAKERY, "DELETE", "/2/tweets/" + id);
    }

    private void refusedWrites() {
        far.post(BAKERY, "Bread, for a fee.");
        far.post(BAKERY, " ");
        far.post(BAKERY, "Ask @hillstjoinery for a counter.");
        far.as(BAKERY, "POST", "/2/tweets", "{\"words\":\"Bread.\"}");
        far.as(BAKERY, "POST", "/2/tweets", "{\"text\":7}");
        far.as(BAKERY, "POST", "/2/tweets", "bread");
        far.as(BAKERY, "POST", "/2/tweets", "{\"text\":\"Bread.\",\"media\":{\"media_ids\":[\"1\"]}}");
        far.repost(BAKERY, newest(LOCKED));
        far.repost(BAKERY, "123");
        far.as(BAKERY, "POST", "/2/users/" + far.id(JOINERY) + "/retweets", "{\"tweet_id\":\"1\"}");
    }

    private void signInWithAPin() {
        var app = new XApp(overheard.baseUrl(), key(), secret(), Secret.NONE);
        try {
            var started = new PinSignIn(app).start();
            var token = started.address().getRawQuery();
            far.send("GET", "/oauth/authorize?" + token, "", FORM, "");
            far.send("GET", "/oauth/authenticate?" + token, "", FORM, "");
            var page = far.send("POST", "/oauth/authorize?" + token, "", FORM, "account=" + BAKERY);
            started.finish(page.text().replaceAll("(?s).*<code>([0-9]{7})</code>.*", "$1"), Handle.of(BAKERY));
        } catch (SignInFailed e) {
            throw new AssertionError(e);
        }
    }

    private void signInWithPkce() {
        var keys = far.sandbox.keys();
        var basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((keys.clientId() + ":" + keys.clientSecret()).getBytes(StandardCharsets.UTF_8));
        var page =
                "/i/oauth2/authorize?response_type=code&client_id=" + keys.clientId() + "&redirect_uri=" + encode(BACK)
                        + "&scope=" + encode("tweet.read users.read") + "&state=s&code_challenge=" + CHALLENGE
                        + "&code_challenge_method=S256";
        far.send("GET", page, "", FORM, "");
        var code = far.send("POST", page, "", FORM, "account=" + BAKERY)
                .header("location")
                .replaceAll(".*[?&]code=([^&]*).*", "$1");
        var token = far.send(
                        "POST",
                        "/2/oauth2/token",
                        basic,
                        FORM,
                        "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encode(BACK)
                                + "&code_verifier=" + VERIFIER)
                .json()
                .path("access_token")
                .asString();
        far.send("GET", "/2/users/me", "Bearer " + token, "application/json", "");
        far.send("POST", "/2/oauth2/revoke", basic, FORM, "token=" + token);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void credits() {
        far.town.credits(0);
        far.post(BAKERY, "Bread on tick.");
        far.town.credits(1_000_000);
    }

    private void tooMany() {
        for (var i = 0; i < 76; i++) {
            far.as(JOINERY, "GET", "/2/users/me");
        }
        far.now = far.now.plus(Duration.ofMinutes(20));
    }

    // --- by our client

    /** Which of the port's calls were made. */
    Set<String> byClient() {
        var made = new TreeSet<String>();
        talk(noting(client(Secret.NONE), made), "Tarts.");
        talk(noting(client(Secret.of(appBearer())), made), "Buns.");
        return made;
    }

    private void talk(Platform x, String text) {
        var bakery = new Account(Handle.of(BAKERY), far.id(BAKERY));
        var joinery = new Account(Handle.of(JOINERY), far.id(JOINERY));
        done(x.profiles(List.of(bakery.handle(), joinery.handle(), Handle.of("nobody_here"))));
        done(x.signedIn(joinery.handle()));
        done(x.postsSince(bakery, Optional.empty(), Far.FOUNDED));
        done(x.postsSince(bakery, Optional.of(new PostId(newest(BAKERY))), Far.FOUNDED));
        var said = done(x.publish(bakery, text + " A counter of oak & a door that shuts.", false));
        var paid = done(x.publish(bakery, text + " One of ours, for a fee.", true));
        done(x.repost(joinery, said));
        done(x.timeline(joinery, far.now.minus(Duration.ofDays(1))));
        var linked = done(x.publish(bakery, text + " The menu: https://dovecoteofotley.cafe/menu", false));
        var written = far.town.publish(BAKERY, text + " And the oven, a long story.".repeat(12), false, far.now);
        var edited = far.town
                .edit(written.id(), text + " Edited." + written.text(), far.now)
                .orElseThrow();
        done(x.read(List.of(
                said, paid, linked, new PostId(written.idText()), new PostId(edited.idText()), new PostId("123"))));
        done(x.undoRepost(joinery, said));
        done(x.delete(bakery, said));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<T>) outcome).value();
    }

    private static Platform noting(Platform platform, Set<String> made) {
        return (Platform) Proxy.newProxyInstance(
                Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, (proxy, method, arguments) -> {
                    made.add(method.getName());
                    try {
                        return method.invoke(platform, arguments);
                    } catch (InvocationTargetException e) {
                        throw new AssertionError(e.getCause());
                    }
                });
    }

    private XClient client(Secret bearer) {
        var app = new XApp(overheard.baseUrl(), key(), secret(), bearer);
        return new XClient(app, new Everyone(), () -> far.now);
    }

    private Secret key() {
        return Secret.of(far.sandbox.keys().consumerKey());
    }

    private Secret secret() {
        return Secret.of(far.sandbox.keys().consumerSecret());
    }

    private final class Everyone implements SignIns {
        @Override
        public Optional<SignIn> of(Handle voice) {
            var signer = far.signer(voice.name());
            return Optional.of(new SignIn.OAuth1(Secret.of(signer.token()), Secret.of(signer.tokenSecret())));
        }

        @Override
        public Optional<Handle> reader() {
            return Optional.of(Handle.of(BAKERY));
        }
    }

    @Override
    public void close() throws IOException {
        overheard.close();
        far.close();
    }
}
