package org.goodword.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Percent;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Reply;
import org.goodword.sandbox.wire.Request;
import org.goodword.sandbox.wire.Signatures;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an account lets the app in: OAuth 1.0a with a PIN or a callback, and OAuth 2.0 with PKCE. There are no
 * passwords; whoever opens the page chooses which resident to be.
 */
final class SignIn {
    private static final Duration REQUEST_LIVES = Duration.ofMinutes(15);
    private static final String OUT_OF_BAND = "oob";
    private static final Set<String> SCOPES =
            Set.of("tweet.read", "users.read", "tweet.write", "offline.access", "tweet.moderate.write", "follows.read");

    /** Somebody asked to be let in. */
    private record Asked(String secret, String callback, Instant until, Optional<String> handle, String verifier) {}

    private final Town town;
    private final AppKeys keys;
    private final Keyring keyring;
    private final Grants grants;
    private final InstantSource clock;
    private final Map<String, Asked> asked = new HashMap<>();
    private int made;

    SignIn(Town town, AppKeys keys, Keyring keyring, Grants grants, InstantSource clock) {
        this.town = town;
        this.keys = keys;
        this.keyring = keyring;
        this.grants = grants;
        this.clock = clock;
    }

    boolean isFor(Request request) {
        return request.path().startsWith("/oauth/")
                || request.path().startsWith("/2/oauth2/")
                || request.path().equals("/i/oauth2/authorize");
    }

    Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /oauth/request_token" -> requestToken(request);
            case "GET /oauth/authorize", "GET /oauth/authenticate" -> page(request, "/oauth/authorize");
            case "POST /oauth/authorize" -> choose(request);
            case "POST /oauth/access_token" -> accessToken(request);
            case "GET /i/oauth2/authorize" -> page(checked(request), "/i/oauth2/authorize");
            case "POST /i/oauth2/authorize" -> chooseWithScopes(checked(request));
            case "POST /2/oauth2/token" -> token(request);
            case "POST /2/oauth2/revoke" -> revoke(request);
            default -> throw Refusal.noSuchCall();
        };
    }

    // --- OAuth 1.0a

    private synchronized Reply requestToken(Request request) {
        var oauth = oauth(request);
        keyring.prove(request, oauth, "", "");
        var callback = given(oauth, request, "oauth_callback").orElse("");
        if (!callback.equals(OUT_OF_BAND) && !callback.matches("https?://.+")) {
            return Reply.of(
                    403,
                    "application/json; charset=utf-8",
                    "{\"errors\":[{\"code\":415,\"message\":\"Callback URL not approved for this client application.\"}]}");
        }
        var token = secret("request token", 27);
        var secret = secret("request secret", 32);
        asked.put(token, new Asked(secret, callback, clock.instant().plus(REQUEST_LIVES), Optional.empty(), ""));
        return Reply.form(
                200, "oauth_token=" + token + "&oauth_token_secret=" + secret + "&oauth_callback_confirmed=true");
    }

    /** The form that the page sends: which resident, or none. */
    private synchronized Reply choose(Request request) {
        var token = given(List.of(), request, "oauth_token").orElse("");
        var one = open(token);
        if (one.isEmpty()) {
            return Pages.note("This request for access has expired or was used. Ask the app for a new one.");
        }
        var handle = chosen(request);
        if (handle.isEmpty()) {
            asked.remove(token);
            return one.get().callback().equals(OUT_OF_BAND)
                    ? Pages.note("You have not let the app in.")
                    : Reply.redirect(with(one.get().callback(), "denied=" + Percent.encode(token)));
        }
        var isPin = one.get().callback().equals(OUT_OF_BAND);
        var verifier = isPin ? pin() : secret("verifier", 32);
        asked.put(
                token,
                new Asked(one.get().secret(), one.get().callback(), one.get().until(), handle, verifier));
        return isPin
                ? Pages.pin(verifier)
                : Reply.redirect(with(
                        one.get().callback(),
                        "oauth_token=" + Percent.encode(token) + "&oauth_verifier=" + Percent.encode(verifier)));
    }

    private synchronized Reply accessToken(Request request) {
        var oauth = oauth(request);
        var token = Percent.first(oauth, "oauth_token").orElse("");
        var one = open(token).orElseThrow(Refusal::unauthorized);
        keyring.prove(request, oauth, token, one.secret());
        var verifier = given(oauth, request, "oauth_verifier").orElse("");
        if (one.handle().isEmpty() || !Signatures.same(verifier, one.verifier())) {
            throw Refusal.unauthorized();
        }
        asked.remove(token);
        var handle = one.handle().get();
        town.permit(handle);
        var account = keyring.account(handle);
        return Reply.form(
                200,
                "oauth_token=" + account.accessToken() + "&oauth_token_secret=" + account.accessSecret() + "&user_id="
                        + account.id() + "&screen_name=" + account.handle());
    }

    private Optional<Asked> open(String token) {
        return Optional.ofNullable(asked.get(token))
                .filter(one -> clock.instant().isBefore(one.until()));
    }

    private static List<Map.Entry<String, String>> oauth(Request request) {
        var authorization = request.header("authorization").orElse("");
        if (!authorization.startsWith("OAuth ")) {
            throw Refusal.unauthorized();
        }
        return Signatures.header(authorization);
    }

    private static Optional<String> given(List<Map.Entry<String, String>> oauth, Request request, String name) {
        return Percent.first(oauth, name).or(() -> request.param(name)).or(() -> Percent.first(request.form(), name));
    }

    // --- OAuth 2.0

    /** Refuses a request to authorize that X would not show a page for. */
    private Request checked(Request request) {
        if (!request.param("response_type").orElse("").equals("code")
                || !request.param("client_id").orElse("").equals(keys.clientId())
                || !request.param("code_challenge_method").orElse("").equals("S256")
                || request.param("code_challenge").orElse("").isEmpty()
                || request.param("state").orElse("").isEmpty()
                || !request.param("redirect_uri").orElse("").matches("https?://.+")
                || !SCOPES.containsAll(scopes(request))) {
            throw Refusal.invalid("Something went wrong. You weren't able to give access to the App. (It takes"
                    + " response_type=code, client_id, redirect_uri, scope, state and a code_challenge with S256.)");
        }
        return request;
    }

    private Reply chooseWithScopes(Request request) {
        var redirect = request.param("redirect_uri").orElseThrow();
        var state = "state=" + Percent.encode(request.param("state").orElseThrow());
        return chosen(request)
                .map(handle -> grants.allow(
                        handle,
                        scopes(request),
                        redirect,
                        request.param("code_challenge").orElseThrow()))
                .map(code -> Reply.redirect(with(redirect, state + "&code=" + code)))
                .orElseGet(() -> Reply.redirect(with(redirect, "error=access_denied&" + state)));
    }

    private Reply token(Request request) {
        if (!isTheClient(request)) {
            return refused(401, "unauthorized_client", "Missing valid authorization header");
        }
        var form = request.form();
        var tokens = switch (Percent.first(form, "grant_type").orElse("")) {
            case "authorization_code" ->
                grants.redeem(
                        Percent.first(form, "code").orElse(""),
                        Percent.first(form, "redirect_uri").orElse(""),
                        Percent.first(form, "code_verifier").orElse(""));
            case "refresh_token" ->
                grants.refresh(Percent.first(form, "refresh_token").orElse(""));
            default -> Optional.<Grants.Tokens>empty();
        };
        return tokens.map(SignIn::granted)
                .orElseGet(() -> refused(
                        400, "invalid_request", "Value passed for the authorization code or token was invalid."));
    }

    private static Reply granted(Grants.Tokens tokens) {
        var body = Fields.object()
                .put("token_type", "bearer")
                .put("expires_in", Grants.ACCESS_LIVES.toSeconds())
                .put("access_token", tokens.access())
                .put("scope", String.join(" ", tokens.scopes()));
        tokens.refresh().ifPresent(refresh -> body.put("refresh_token", refresh));
        return Reply.json(200, body);
    }

    private Reply revoke(Request request) {
        if (!isTheClient(request)) {
            return refused(401, "unauthorized_client", "Missing valid authorization header");
        }
        grants.revoke(Percent.first(request.form(), "token").orElse(""));
        return Reply.json(200, Fields.object().put("revoked", true));
    }

    /** A confidential client says who it is by HTTP Basic. */
    private boolean isTheClient(Request request) {
        var basic = request.header("authorization").orElse("");
        var expected = Base64.getEncoder()
                .encodeToString((Percent.encode(keys.clientId()) + ":" + Percent.encode(keys.clientSecret()))
                        .getBytes(StandardCharsets.UTF_8));
        return basic.startsWith("Basic ") && Signatures.same(basic.substring(6).strip(), expected);
    }

    private static Reply refused(int status, String error, String description) {
        ObjectNode body = Fields.object().put("error", error).put("error_description", description);
        return Reply.json(status, body);
    }

    private static Set<String> scopes(Request request) {
        return request.param("scope").stream()
                .flatMap(scope -> List.of(scope.split(" ")).stream())
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // --- both

    private Reply page(Request request, String action) {
        return Pages.choice(
                action,
                request.query(),
                town.residents().stream().map(Resident::handle).toList());
    }

    private Optional<String> chosen(Request request) {
        return Percent.first(request.form(), "account").flatMap(town::resident).map(Resident::handle);
    }

    private static String with(String address, String query) {
        return address + (address.contains("?") ? "&" : "?") + query;
    }

    private synchronized String secret(String what, int length) {
        made++;
        return town.secret(what + " " + made + " at " + clock.instant(), length);
    }

    private synchronized String pin() {
        return Integer.toString(Math.floorMod(secret("pin", 20).hashCode(), 9_000_000) + 1_000_000);
    }
}
