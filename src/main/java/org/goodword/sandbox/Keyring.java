package org.goodword.sandbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Caller;
import org.goodword.sandbox.wire.Nonces;
import org.goodword.sandbox.wire.Percent;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Request;
import org.goodword.sandbox.wire.Signatures;

/** Who holds which token, and whether a request is from whom it says. */
final class Keyring {
    /** A token with its secret, given by an account in its nth permission to the app. */
    private record Given(String handle, int permission, String secret) {}

    private final Town town;
    private final AppKeys keys;
    private final Nonces nonces;
    private final Grants grants;
    private final Map<String, Given> known = new ConcurrentHashMap<>();

    Keyring(Town town, AppKeys keys, InstantSource realClock, Grants grants) {
        this.town = town;
        this.keys = keys;
        this.nonces = new Nonces(realClock);
        this.grants = grants;
    }

    /** The account's newest token. */
    Account account(String handle) {
        var resident = town.resident(handle).orElseThrow();
        return account(resident.handle(), town.permissions(handle));
    }

    private Account account(String handle, int permission) {
        var id = town.idOf(handle);
        return new Account(
                handle,
                id,
                id + "-" + town.secret("token " + permission + " of " + id, 40),
                town.secret("token secret " + permission + " of " + id, 45));
    }

    /** Whose token the request carries, whether or not it is signed well. */
    Optional<String> claimed(Request request) {
        var authorization = request.header("authorization").orElse("");
        if (authorization.startsWith("OAuth ")) {
            return Percent.first(Signatures.header(authorization), "oauth_token")
                    .flatMap(this::given)
                    .map(Given::handle);
        }
        return bearer(authorization).flatMap(grants::byAccessToken).map(Grants.Grant::handle);
    }

    /**
     * Whoever proved to be calling.
     *
     * @throws Refusal 401 if nobody did
     */
    Caller caller(Request request) {
        var authorization = request.header("authorization").orElse("");
        if (authorization.startsWith("OAuth ")) {
            return signed(request);
        }
        var bearer = bearer(authorization).orElseThrow(Refusal::unauthorized);
        if (Signatures.same(bearer, keys.bearer())) {
            return Caller.app();
        }
        return grants.byAccessToken(bearer)
                .filter(grant -> town.permits(grant.handle(), grant.permission()))
                .map(grant -> Caller.bearer(grant.handle(), grant.scopes()))
                .orElseThrow(Refusal::unauthorized);
    }

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(authorization.substring(7).strip())
                : Optional.empty();
    }

    private Caller signed(Request request) {
        var oauth = Signatures.header(request.header("authorization").orElse(""));
        var token = Percent.first(oauth, "oauth_token").orElse("");
        var given = given(token)
                .filter(one -> town.permits(one.handle(), one.permission()))
                .orElseThrow(Refusal::unauthorized);
        prove(request, oauth, token, given.secret());
        return Caller.signed(given.handle());
    }

    /**
     * Checks the signature, the timestamp and the nonce of an OAuth 1.0a request.
     *
     * @throws Refusal 401 if one of them is not good
     */
    void prove(Request request, List<Map.Entry<String, String>> oauth, String token, String tokenSecret) {
        var timestamp = Percent.first(oauth, "oauth_timestamp").orElse("");
        var nonce = Percent.first(oauth, "oauth_nonce").orElse("");
        var signature = Percent.first(oauth, "oauth_signature").orElse("");
        var parameters = new ArrayList<>(oauth);
        parameters.addAll(request.query());
        parameters.addAll(request.form());
        var base = Signatures.baseString(request.method(), "http", request.host(), request.path(), parameters);
        var isGood = Percent.first(oauth, "oauth_consumer_key").orElse("").equals(keys.consumerKey())
                && Percent.first(oauth, "oauth_signature_method").orElse("").equals("HMAC-SHA1")
                && Percent.first(oauth, "oauth_version").orElse("1.0").equals("1.0")
                && !nonce.isEmpty()
                && nonces.isTimely(timestamp)
                && Signatures.same(signature, Signatures.sign(base, keys.consumerSecret(), tokenSecret))
                && nonces.isNew(timestamp, nonce, token);
        if (!isGood) {
            throw Refusal.unauthorized();
        }
    }

    private Optional<Given> given(String token) {
        var found = known.get(token);
        if (found != null) {
            return Optional.of(found);
        }
        var dash = token.indexOf('-');
        var given = dash < 0
                ? Optional.<Given>empty()
                : town.residentWithId(token.substring(0, dash)).flatMap(resident -> given(token, resident.handle()));
        given.ifPresent(one -> known.put(token, one));
        return given;
    }

    private Optional<Given> given(String token, String handle) {
        for (var permission = town.permissions(handle); permission > 0; permission--) {
            var account = account(handle, permission);
            if (Signatures.same(account.accessToken(), token)) {
                return Optional.of(new Given(handle, permission, account.accessSecret()));
            }
        }
        return Optional.empty();
    }
}
