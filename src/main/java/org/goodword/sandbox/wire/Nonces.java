package org.goodword.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * RFC 5849 §3.3: a timestamp near the real clock, and no nonce twice with the same timestamp and token. Old ones are
 * forgotten, since their timestamp alone refuses them.
 */
public final class Nonces {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final InstantSource realClock;
    private final TreeMap<Long, Set<String>> seen = new TreeMap<>();

    public Nonces(InstantSource realClock) {
        this.realClock = realClock;
    }

    public boolean isTimely(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), realClock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    /** Call it last, once the signature is known to be good: a stranger must not be able to use up nonces. */
    public synchronized boolean isNew(String timestamp, String nonce, String token) {
        seen.headMap(realClock.instant().minus(TOLERANCE).getEpochSecond()).clear();
        return seen.computeIfAbsent(Long.parseLong(timestamp), unused -> new HashSet<>())
                .add(token + " " + nonce);
    }
}
