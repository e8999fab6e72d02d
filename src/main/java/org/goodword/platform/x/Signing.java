package org.goodword.platform.x;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.goodword.platform.Handle;
import org.goodword.settings.Secret;
import twitter4j.HttpRequest;
import twitter4j.RequestMethod;
import twitter4j.auth.AccessToken;
import twitter4j.auth.OAuthAuthorization;
import twitter4j.conf.Configuration;
import twitter4j.conf.ConfigurationBuilder;

/** Turns sign-ins into {@code Authorization} headers; OAuth 1.0a signatures come from Twitter4J. Safe for many threads. */
final class Signing {
    static {
        WarningsOnly.install();
    }

    private record Held(SignIn signIn, Authority authority) {}

    private final Configuration configuration;
    private final Map<Handle, Held> held = new ConcurrentHashMap<>();

    Signing(XApp app) {
        this.configuration = configuration(app);
    }

    /** Consumer key, and X's three sign-in addresses under the configured base: Twitter4J's own default is elsewhere. */
    static Configuration configuration(XApp app) {
        return new ConfigurationBuilder()
                .setDebugEnabled(false)
                .setHttpRetryCount(0)
                .setHttpConnectionTimeout((int) Wire.Patience.CONNECT.toMillis())
                .setHttpReadTimeout((int) Wire.Patience.ANSWER.toMillis())
                .setOAuthConsumerKey(app.consumerKey().reveal())
                .setOAuthConsumerSecret(app.consumerSecret().reveal())
                .setOAuthRequestTokenURL(app.at("/oauth/request_token").toString())
                .setOAuthAuthorizationURL(app.at("/oauth/authorize").toString())
                .setOAuthAccessTokenURL(app.at("/oauth/access_token").toString())
                .build();
    }

    Authority of(Handle voice, SignIn signIn) {
        return held.compute(
                        voice,
                        (handle, before) -> before != null && before.signIn().equals(signIn)
                                ? before
                                : new Held(signIn, signIn.match(this::signer, two -> bearer(two.accessToken()))))
                .authority();
    }

    static Authority bearer(Secret token) {
        return (verb, address) -> "Bearer " + token.reveal();
    }

    private Authority signer(SignIn.OAuth1 signIn) {
        var authorization = new OAuthAuthorization(configuration);
        authorization.setOAuthAccessToken(
                new AccessToken(signIn.token().reveal(), signIn.secret().reveal()));
        return (verb, address) -> sign(authorization, verb, address);
    }

    /** A JSON body is no part of the signature; the query is, and Twitter4J reads it from the address. */
    private static String sign(OAuthAuthorization authorization, Ask.Verb verb, URI address) {
        return authorization.getAuthorizationHeader(
                new HttpRequest(method(verb), address.toString(), null, authorization, Map.of()));
    }

    private static RequestMethod method(Ask.Verb verb) {
        return switch (verb) {
            case GET -> RequestMethod.GET;
            case POST -> RequestMethod.POST;
            case DELETE -> RequestMethod.DELETE;
        };
    }
}
