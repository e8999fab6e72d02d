package org.goodword.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.sandbox.town.Town;

/**
 * OAuth 2.0 with PKCE, the server's side of it: codes that live 30 seconds, access tokens that live two hours, refresh
 * tokens that work once and within six months. All by the town's time.
 */
final class Grants {
    static final Duration CODE_LIVES = Duration.ofSeconds(30);
    static final Duration ACCESS_LIVES = Duration.ofHours(2);
    static final Duration REFRESH_LIVES = Duration.ofDays(182);

    /** What an account has allowed. */
    record Grant(String handle, int permission, Set<String> scopes, Instant until) {
        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** Tokens just made; no refresh token where {@code offline.access} was not allowed. */
    record Tokens(String access, Optional<String> refresh, Set<String> scopes) {}

    private record Code(Grant grant, String redirect, String challenge) {}

    private final Town town;
    private final InstantSource clock;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Grant> access = new HashMap<>();
    private final Map<String, Grant> refresh = new HashMap<>();
    private int made;

    Grants(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    synchronized String allow(String handle, Set<String> scopes, String redirect, String challenge) {
        var code = secret("code");
        var grant =
                new Grant(handle, town.permit(handle), scopes, clock.instant().plus(CODE_LIVES));
        codes.put(code, new Code(grant, redirect, challenge));
        return code;
    }

    /** Empty where the code is unknown, used, too old, or the redirect or verifier is not the one it was made for. */
    synchronized Optional<Tokens> redeem(String code, String redirect, String verifier) {
        var found = Optional.ofNullable(codes.remove(code));
        return found.filter(one -> one.redirect().equals(redirect))
                .filter(one -> one.challenge().equals(challenge(verifier)))
                .map(Code::grant)
                .filter(grant -> !grant.isOver(clock.instant()))
                .map(this::tokens);
    }

    /** The token is used up by asking, whatever comes of it. */
    synchronized Optional<Tokens> refresh(String token) {
        return Optional.ofNullable(refresh.remove(token))
                .filter(grant -> !grant.isOver(clock.instant()))
                .filter(grant -> town.permits(grant.handle(), grant.permission()))
                .map(this::tokens);
    }

    synchronized void revoke(String token) {
        access.remove(token);
        refresh.remove(token);
    }

    synchronized Optional<Grant> byAccessToken(String token) {
        return Optional.ofNullable(access.get(token)).filter(grant -> !grant.isOver(clock.instant()));
    }

    private Tokens tokens(Grant grant) {
        var now = clock.instant();
        var token = secret("access");
        access.put(token, new Grant(grant.handle(), grant.permission(), grant.scopes(), now.plus(ACCESS_LIVES)));
        if (!grant.scopes().contains("offline.access")) {
            return new Tokens(token, Optional.empty(), grant.scopes());
        }
        var next = secret("refresh");
        refresh.put(next, new Grant(grant.handle(), grant.permission(), grant.scopes(), now.plus(REFRESH_LIVES)));
        return new Tokens(token, Optional.of(next), grant.scopes());
    }

    private String secret(String what) {
        made++;
        return town.secret(what + " " + made + " at " + clock.instant(), 64);
    }

    /** RFC 7636 §4.2, S256. */
    static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
