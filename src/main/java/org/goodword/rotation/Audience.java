package org.goodword.rotation;

import java.util.List;
import java.util.Map;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;

/**
 * How far a voice carries, in times shown: what is expected of it, not how many follow it. 4.0 × followers^0.61, because
 * small accounts reach more of their followers; replaced by the voice's own measured mean where there is one.
 *
 * @param followers by voice, as the platform last told
 * @param measured mean times shown of the voice's own posts, for voices with enough of them
 */
public record Audience(Map<Handle, Integer> followers, Map<Handle, Double> measured) {
    /** For a voice whose followers were never read: the median small account of the calibration. */
    private static final int UNREAD = 350;

    public Audience {
        followers = Map.copyOf(followers);
        measured = Map.copyOf(measured);
    }

    /** What the mean voice of these is expected to be shown; 1 where there is none. */
    public double mean(List<Member> voices) {
        return voices.stream()
                .mapToDouble(member -> of(member.handle()))
                .average()
                .orElse(1);
    }

    public double of(Handle voice) {
        var own = measured.get(voice);
        return own != null ? own : 4.0 * StrictMath.pow(Math.max(1, followers.getOrDefault(voice, UNREAD)), 0.61);
    }
}
