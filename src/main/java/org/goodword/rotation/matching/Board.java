package org.goodword.rotation.matching;

import java.util.Arrays;

/**
 * A deal over plain numbers; members, posts and rules are behind {@link Pairs}. Whoever numbers neighbours one after the
 * other has a faster deal: what is looked at together then lies together.
 *
 * @param line the subjects, most owed first
 * @param places how many turns each voice may take
 * @param reach what each voice is expected to be shown, the mean voice being 1
 * @param due how many turns each subject is due
 * @param owed how much more it matters that this subject is served than another, in worth of pairs
 * @param self which subject a voice is itself; -1 for a voice that is nobody's subject
 * @param seed of the hash that settles what the numbers leave open
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand of each: never compared, never printed
public record Board(
        int[] line, int[] places, double[] reach, int[] due, double[] owed, int[] self, Pairs pairs, long seed) {

    /** What the deal asks about two members, as late and as seldom as it can. */
    public interface Pairs {
        /** These two may not be paired. */
        double NEVER = Double.NEGATIVE_INFINITY;

        /** What this voice for this subject is worth, from 0 on, or {@link #NEVER}. */
        double worth(int voice, int subject);

        /** The voices worth looking at for this subject, those nearest first. */
        int[] near(int subject);
    }

    int voices() {
        return places.length;
    }

    int subjects() {
        return due.length;
    }

    /** Each voice's number by the subject it is itself; -1 where that subject is no voice. */
    int[] voiceOf() {
        var voiceOf = new int[subjects()];
        Arrays.fill(voiceOf, -1);
        for (var voice = 0; voice < voices(); voice++) {
            if (self[voice] >= 0) {
                voiceOf[self[voice]] = voice;
            }
        }
        return voiceOf;
    }
}
