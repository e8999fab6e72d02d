package org.goodword.rotation.line;

import java.time.Duration;
import java.time.Instant;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;

/**
 * What a pair is worth to the circle: how well the two go together, and how long since the voice last spoke for the
 * subject. s = 0.45 · complementary trades + 0.35 · nearness + 0.20 · shared topics; plus 0.25 · min(1, weeks since ÷ 26).
 */
public final class Worth {
    private static final double COMPLEMENT = 0.45;
    private static final double NEARNESS = 0.35;
    private static final double TOPICS = 0.20;
    private static final double GAP = 0.25;
    private static final double LONGEST_GAP_WEEKS = 26;

    private Worth() {}

    /** From 0 to 1. A topic is shared where one offers what the other needs. */
    static double fit(Roster roster, Member voice, Member subject) {
        return COMPLEMENT * (roster.complementary(voice, subject) ? 1 : 0)
                + NEARNESS * roster.nearness(voice, subject)
                + TOPICS * (shareATopic(voice, subject) ? 1 : 0);
    }

    static boolean shareATopic(Member voice, Member subject) {
        return voice.offers().stream().anyMatch(subject.needs()::contains)
                || subject.offers().stream().anyMatch(voice.needs()::contains);
    }

    /** From 0 (spoke for her just now) to 0.25 (half a year ago, or never). */
    static double gap(History history, Handle voice, Handle subject, Instant now) {
        return history.last(voice, subject)
                .map(last -> GAP * Math.min(1, Duration.between(last, now).toDays() / 7.0 / LONGEST_GAP_WEEKS))
                .orElse(GAP);
    }

    /** How well the two go together and how long since; nothing of the circle's account, which goes with everybody alike. */
    public static double together(Roster roster, History history, Handle voice, Member subject, Instant now) {
        return roster.member(voice)
                .map(member -> fit(roster, member, subject) + gap(history, voice, subject.handle(), now))
                .orElse(0.0);
    }

    /** Of two posts the newer, so that more of its 72 hours is left: at most a tenth, so it decides only near ties. */
    public static double freshness(Instant posted, Instant now) {
        var age = Duration.between(posted, now).toHours();
        return 0.1 * Math.max(0, 1 - age / 72.0);
    }
}
