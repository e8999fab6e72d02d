package org.goodword.platform.x;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.settings.Secret;
import twitter4j.TwitterException;
import twitter4j.auth.AccessToken;
import twitter4j.auth.OAuthAuthorization;
import twitter4j.auth.RequestToken;

/**
 * Signing in with a PIN (OAuth 1.0a), for a machine without a browser: {@link #start()}, the account's owner opens the
 * address and reads out the PIN, {@link Started#finish}.
 */
public final class PinSignIn {
    static {
        WarningsOnly.install();
    }

    /** X's word for "there is no page to come back to: show a PIN". */
    private static final String NO_CALLBACK = "oob";

    /** Twitter4J loses the status of an error without a body, but not from the JDK's own message. */
    private static final Pattern STATUS = Pattern.compile("response code: (\\d{3})");

    private static final Pattern PIN = Pattern.compile("\\d{4,12}");

    private static final String WHO = "X did not say who signed in, so nobody is: try again in a while.";

    private final XApp app;

    public PinSignIn(XApp app) {
        this.app = app;
    }

    /** Who is signed in now, and by what. */
    public record SignedIn(Account account, SignIn.OAuth1 signIn) {}

    /** @throws SignInFailed when X is out of reach or does not let the app sign anybody in */
    public Started start() throws SignInFailed {
        if (!app.consumerKey().isSet() || !app.consumerSecret().isSet()) {
            throw new SignInFailed(
                    "The app has no keys yet: put x.consumer-key and x.consumer-secret into bot.properties;"
                            + " X's developer portal shows them.");
        }
        var authorization = new OAuthAuthorization(Signing.configuration(app));
        try {
            return new Started(authorization, authorization.getOAuthRequestToken(NO_CALLBACK));
        } catch (TwitterException e) {
            throw new SignInFailed(whyNotStarted(status(e)), e);
        }
    }

    private String whyNotStarted(Optional<Integer> status) {
        if (status.isEmpty()) {
            return outOfReach();
        }
        return switch (status.get()) {
            case 400, 401 -> "X does not accept the app's keys: check x.consumer-key and x.consumer-secret.";
            case 403 ->
                "X does not let this app sign people in: turn on user authentication, with read and write, in X's"
                        + " developer portal.";
            default -> "X could not start the sign-in (status " + status.get() + "): try again in a while.";
        };
    }

    private String outOfReach() {
        return "X was not reached at " + app.baseUrl() + ": check the connection and x.base-url.";
    }

    private static Optional<Integer> status(TwitterException e) {
        if (e.getStatusCode() > 0) {
            return Optional.of(e.getStatusCode());
        }
        return Optional.ofNullable(e.getCause())
                .map(cause -> STATUS.matcher(String.valueOf(cause.getMessage())))
                .filter(matcher -> matcher.find())
                .map(matcher -> Integer.valueOf(matcher.group(1)));
    }

    /** A sign-in that waits for its PIN. X forgets it after some minutes. */
    public final class Started {
        private final OAuthAuthorization authorization;
        private final RequestToken requestToken;

        private Started(OAuthAuthorization authorization, RequestToken requestToken) throws SignInFailed {
            if (requestToken.getToken() == null || requestToken.getTokenSecret() == null) {
                throw new SignInFailed("What answers at " + app.baseUrl() + " is not X: check x.base-url.");
            }
            this.authorization = authorization;
            this.requestToken = requestToken;
        }

        /** The page on which the account's owner lets the app act, and gets a PIN. */
        public URI address() {
            // not getAuthorizationURL(): it names Twitter4J's own host whatever was configured
            return app.at("/oauth/authorize?oauth_token=" + Ask.encoded(requestToken.getToken()));
        }

        /**
         * @param expected whose sign-in this is to be
         * @throws SignInFailed when the PIN is wrong, the request was denied or has expired, somebody else signed in, or X is
         *     out of reach; nothing is signed in then
         */
        public SignedIn finish(String pin, Handle expected) throws SignInFailed {
            var digits = pin.strip();
            if (!PIN.matcher(digits).matches()) {
                throw new SignInFailed(
                        digits.isEmpty()
                                ? "No PIN was given, so nobody is signed in. If X showed none, the request was denied."
                                : "A PIN is digits only, as X shows it: start again and copy it.");
            }
            try {
                return checked(authorization.getOAuthAccessToken(requestToken, digits), expected);
            } catch (TwitterException e) {
                throw new SignInFailed(whyNotFinished(e), e);
            } catch (NumberFormatException e) {
                // what Twitter4J makes of a user id that is no number
                throw new SignInFailed(WHO, e);
            }
        }

        private String whyNotFinished(TwitterException e) {
            var status = status(e);
            if (status.isEmpty()) {
                return outOfReach();
            }
            if (status.get() >= 500 || status.get() == 429) {
                return "X could not finish the sign-in (status " + status.get() + "): try again in a while.";
            }
            var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            return words.contains("request token") || words.contains("expired") || words.contains("denied")
                    ? "X no longer knows this request: it was denied, used or has expired. Start again."
                    : "X did not accept that PIN: start again and copy it exactly.";
        }

        private SignedIn checked(AccessToken token, Handle expected) throws SignInFailed {
            var name = Optional.ofNullable(token.getScreenName()).orElseThrow(() -> new SignInFailed(WHO));
            if (!name.equalsIgnoreCase(expected.name())) {
                throw new SignInFailed("That signed in @" + name + ", not " + expected
                        + ": log out of X in the browser, log in as " + expected + " and start again.");
            }
            var account = new Account(expected, String.valueOf(token.getUserId()));
            return new SignedIn(
                    account, new SignIn.OAuth1(Secret.of(token.getToken()), Secret.of(token.getTokenSecret())));
        }
    }
}
