package org.goodword.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.goodword.sandbox.Far.Answer;
import org.goodword.sandbox.wire.Percent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ME = "/2/users/me";
    private static final String REDIRECT = "http://127.0.0.1:4711/signed-in";
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private Far far;
    private int nonces;

    @BeforeEach
    void listen() throws IOException {
        far = new Far();
    }

    @AfterEach
    void stop() {
        far.close();
    }

    private static Map<String, String> fields(String form) {
        var fields = new TreeMap<String, String>();
        Percent.pairs(form).forEach(pair -> fields.put(pair.getKey(), pair.getValue()));
        return fields;
    }

    private Answer signed(String path, String token, String secret, Map<String, String> more) {
        nonces++;
        var keys = far.sandbox.keys();
        var signer = new Signer(keys.consumerKey(), keys.consumerSecret(), token, secret);
        return far.send(
                "POST", path, signer.header("POST", far.uri(path), far.real, "n" + nonces, more), "text/plain", "");
    }

    private Map<String, String> requestToken(String callback) {
        return fields(signed("/oauth/request_token", "", "", Map.of("oauth_callback", callback))
                .text());
    }

    private Answer choose(String token, String account) {
        return far.send("POST", "/oauth/authorize?oauth_token=" + token, "", FORM, "account=" + account);
    }

    private Answer accessToken(Map<String, String> asked, String verifier) {
        return signed(
                "/oauth/access_token",
                asked.getOrDefault("oauth_token", ""),
                asked.getOrDefault("oauth_token_secret", ""),
                Map.of("oauth_verifier", verifier));
    }

    private static String pin(Answer page) {
        return page.text().replaceAll("(?s).*<code>([0-9]{7})</code>.*", "$1");
    }

    private int me(String token, String secret) {
        nonces++;
        var signer =
                new Signer(far.sandbox.keys().consumerKey(), far.sandbox.keys().consumerSecret(), token, secret);
        var header = signer.header("GET", far.uri(ME), far.real, "n" + nonces, Map.of());
        return far.send("GET", ME, header, "text/plain", "").status();
    }

    @Test
    void aPinLetsTheAppIn() {
        var asked = requestToken("oob");
        assertThat(asked).containsEntry("oauth_callback_confirmed", "true");

        var page =
                far.send("GET", "/oauth/authorize?oauth_token=" + asked.getOrDefault("oauth_token", ""), "", FORM, "");
        assertThat(page.text()).contains("Let the app in as @bluebirdbakes").contains("Do not let it in");
        var pin = pin(choose(asked.getOrDefault("oauth_token", ""), "bluebirdbakes"));
        var got = fields(accessToken(asked, pin).text());

        assertThat(got).containsEntry("screen_name", "bluebirdbakes").containsEntry("user_id", far.id("bluebirdbakes"));
        assertThat(me(got.getOrDefault("oauth_token", ""), got.getOrDefault("oauth_token_secret", "")))
                .isEqualTo(200);
    }

    @Test
    void aWrongPinASecondUseAndAnExpiredRequestAreRefused() {
        var asked = requestToken("oob");
        var pin = pin(choose(asked.getOrDefault("oauth_token", ""), "bluebirdbakes"));

        assertThat(accessToken(asked, "0000000").status()).isEqualTo(401);
        assertThat(accessToken(asked, pin).status()).isEqualTo(200);
        assertThat(accessToken(asked, pin).status()).isEqualTo(401);

        var late = requestToken("oob");
        var latePin = pin(choose(late.getOrDefault("oauth_token", ""), "bluebirdbakes"));
        far.now = far.now.plus(Duration.ofMinutes(16));
        assertThat(accessToken(late, latePin).status()).isEqualTo(401);
        assertThat(choose(late.getOrDefault("oauth_token", ""), "bluebirdbakes").text())
                .contains("expired");
    }

    @Test
    void aRequestNobodyAllowedOpensNothing() {
        var asked = requestToken("oob");
        assertThat(accessToken(asked, "").status()).isEqualTo(401);

        var denied = far.send(
                "POST", "/oauth/authorize?oauth_token=" + asked.getOrDefault("oauth_token", ""), "", FORM, "deny=1");
        assertThat(denied.text()).contains("You have not let the app in.");
        assertThat(accessToken(asked, "").status()).isEqualTo(401);
    }

    @Test
    void aCallbackCarriesTheVerifierOrTheNo() {
        var asked = requestToken(REDIRECT);
        var back = fields(query(choose(asked.getOrDefault("oauth_token", ""), "hillstjoinery")));
        assertThat(back).containsEntry("oauth_token", asked.getOrDefault("oauth_token", ""));
        assertThat(accessToken(asked, back.getOrDefault("oauth_verifier", "")).text())
                .contains("screen_name=hillstjoinery");

        var other = requestToken(REDIRECT);
        assertThat(choose(other.getOrDefault("oauth_token", ""), "").header("location"))
                .isEqualTo(REDIRECT + "?denied=" + other.getOrDefault("oauth_token", ""));
    }

    @Test
    void aRequestTokenNeedsTheAppsSignature() {
        var keys = far.sandbox.keys();
        var signer = new Signer(keys.consumerKey(), "wrong", "", "");
        var header =
                signer.header("POST", far.uri("/oauth/request_token"), far.real, "n", Map.of("oauth_callback", "oob"));

        assertThat(far.send("POST", "/oauth/request_token", header, FORM, "").status())
                .isEqualTo(401);
        assertThat(signed("/oauth/request_token", "", "", Map.of("oauth_callback", "nowhere"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void afterARevocationSigningInAnewGivesANewToken() {
        var old = far.signer("bluebirdbakes");
        far.town.revoke("bluebirdbakes");
        var asked = requestToken("oob");
        var got = fields(accessToken(asked, pin(choose(asked.getOrDefault("oauth_token", ""), "bluebirdbakes")))
                .text());

        assertThat(got.getOrDefault("oauth_token", "")).isNotEqualTo(old.token());
        assertThat(me(got.getOrDefault("oauth_token", ""), got.getOrDefault("oauth_token_secret", "")))
                .isEqualTo(200);
        assertThat(me(old.token(), old.tokenSecret())).isEqualTo(401);
    }

    private static String query(Answer redirect) {
        assertThat(redirect.status()).isEqualTo(302);
        return URI.create(redirect.header("location")).getRawQuery();
    }

    private String authorize(String scope) {
        return "/i/oauth2/authorize?response_type=code&client_id="
                + far.sandbox.keys().clientId() + "&redirect_uri="
                + Signer.encode(REDIRECT) + "&scope=" + Signer.encode(scope) + "&state=s1&code_challenge=" + CHALLENGE
                + "&code_challenge_method=S256";
    }

    private String code(String scope) {
        var back = fields(query(far.send("POST", authorize(scope), "", FORM, "account=bluebirdbakes")));
        assertThat(back).containsEntry("state", "s1");
        return back.getOrDefault("code", "");
    }

    private Answer token(String body) {
        return far.send("POST", "/2/oauth2/token", basic(), FORM, body);
    }

    private String basic() {
        var keys = far.sandbox.keys();
        return "Basic "
                + Base64.getEncoder().encodeToString((keys.clientId() + ":" + keys.clientSecret()).getBytes(UTF_8));
    }

    private Answer redeem(String code, String verifier) {
        return token("grant_type=authorization_code&code=" + code + "&redirect_uri=" + Signer.encode(REDIRECT)
                + "&code_verifier=" + verifier);
    }

    private int bearer(String method, String path, String token, String body) {
        return far.send(method, path, "Bearer " + token, "application/json", body)
                .status();
    }

    @Test
    void aCodeWithItsVerifierGivesTokensForTwoHours() {
        assertThat(far.send("GET", authorize("tweet.read users.read"), "", FORM, "")
                        .text())
                .contains("Let the app in as @hillstjoinery");
        var got = redeem(code("tweet.read users.read tweet.write offline.access"), VERIFIER)
                .json();
        var access = got.path("access_token").asString();

        assertThat(got.path("token_type").asString()).isEqualTo("bearer");
        assertThat(got.path("expires_in").asInt()).isEqualTo(7200);
        assertThat(got.path("scope").asString()).contains("tweet.write");
        assertThat(bearer("GET", ME, access, "")).isEqualTo(200);
        assertThat(bearer("POST", "/2/tweets", access, "{\"text\":\"By bearer.\"}"))
                .isEqualTo(201);
        far.now = far.now.plus(Duration.ofHours(2));
        assertThat(bearer("GET", ME, access, "")).isEqualTo(401);
    }

    @Test
    void aCodeIsGoodOnceForThirtySecondsAndForItsVerifier() {
        var code = code("tweet.read users.read");
        assertThat(redeem(code, VERIFIER).status()).isEqualTo(200);
        assertThat(redeem(code, VERIFIER).status()).isEqualTo(400);
        assertThat(redeem(code("tweet.read users.read"), "another").status()).isEqualTo(400);
        var late = code("tweet.read users.read");
        far.now = far.now.plusSeconds(31);
        assertThat(redeem(late, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void aRefreshTokenWorksOnceAndGivesTheNext() {
        var first = redeem(code("tweet.read users.read offline.access"), VERIFIER)
                .json()
                .path("refresh_token")
                .asString();

        var second = token("grant_type=refresh_token&refresh_token=" + first).json();
        assertThat(bearer("GET", ME, second.path("access_token").asString(), ""))
                .isEqualTo(200);
        var again = token("grant_type=refresh_token&refresh_token=" + first);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("error").asString()).isEqualTo("invalid_request");
        assertThat(token("grant_type=refresh_token&refresh_token="
                                + second.path("refresh_token").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshAndWithoutWriteNoPost() {
        var got = redeem(code("tweet.read users.read"), VERIFIER).json();

        assertThat(got.has("refresh_token")).isFalse();
        assertThat(bearer("POST", "/2/tweets", got.path("access_token").asString(), "{\"text\":\"a\"}"))
                .isEqualTo(403);
    }

    @Test
    void aRevokedTokenOrAccountIsShutOut() {
        var one = redeem(code("tweet.read users.read offline.access"), VERIFIER).json();
        var access = one.path("access_token").asString();
        assertThat(far.send("POST", "/2/oauth2/revoke", basic(), FORM, "token=" + access)
                        .json()
                        .path("revoked")
                        .asBoolean())
                .isTrue();
        assertThat(bearer("GET", ME, access, "")).isEqualTo(401);

        far.town.revoke("bluebirdbakes");
        assertThat(token("grant_type=refresh_token&refresh_token="
                                + one.path("refresh_token").asString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aClientThatDoesNotSayWhoItIsGetsNothing() {
        assertThat(far.send("POST", "/2/oauth2/token", "", FORM, "grant_type=refresh_token")
                        .status())
                .isEqualTo(401);
        assertThat(far.send("POST", "/2/oauth2/revoke", "Basic eDp5", FORM, "token=a")
                        .status())
                .isEqualTo(401);
        assertThat(far.send("GET", authorize("tweet.read").replace("S256", "plain"), "", FORM, "")
                        .status())
                .isEqualTo(400);
        assertThat(query(far.send("POST", authorize("tweet.read"), "", FORM, "deny=1")))
                .isEqualTo("error=access_denied&state=s1");
    }
}
