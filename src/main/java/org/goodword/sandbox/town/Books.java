package org.goodword.sandbox.town;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The town's own record of what was done to it from outside, whoever did it. Safe to read from any thread. */
public final class Books {
    public enum Kind {
        POST,
        REPOST,
        UNDO_REPOST,
        DELETE
    }

    /**
     * Something that was done.
     *
     * @param handle whose account did it
     * @param postId the new post's id, or of the source that was reposted; for a deletion, the post that went
     * @param text the new post's text, or the source's
     */
    public record Effect(Kind kind, String handle, String postId, String text, Instant at) {}

    private final List<Effect> effects = new ArrayList<>();
    private final Map<String, Double> multipliers = new LinkedHashMap<>();
    private long billed;

    Books() {}

    public synchronized List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** What X would have charged, in thousandths of a dollar. */
    public synchronized long billedMilliDollars() {
        return billed;
    }

    /** For each post that was ever carried, what carrying multiplies its final impressions by, takings-back counted. */
    public synchronized Map<String, Double> multipliers() {
        return Map.copyOf(multipliers);
    }

    /** The mean over carried posts of the logarithm of that multiplier; 0 where nothing was carried. */
    public synchronized double meanLogMultiplier() {
        return multipliers.values().stream()
                .mapToDouble(StrictMath::log)
                .average()
                .orElse(0);
    }

    /** The same as a share: 0.2 means that carried posts are shown a fifth more. */
    public double trueLift() {
        return StrictMath.expm1(meanLogMultiplier());
    }

    synchronized void note(Effect effect) {
        effects.add(effect);
    }

    synchronized void bill(long milliDollars) {
        billed += milliDollars;
    }

    synchronized void carried(String postId, double multiplier) {
        multipliers.put(postId, multiplier);
    }
}
