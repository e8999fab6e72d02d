package org.goodword.rotation.line;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Audience;

/**
 * How much nearer to an even share of what is seen a voice brings a subject, and which pairs of a small circle are better
 * kept for the other way round. All reach is in turns of the mean voice.
 */
public final class Evening {
    /** Measured over years of 10, 24 and 40 members: less leaves reach uneven, more breaks up pairs that go together. */
    private static final double WEIGHT = 0.2;

    private static final double MOST = 3;

    /** With no pair twice in 13 weeks, so many members have fewer pairs than their voices have places. */
    private static final int PAIRS_ARE_SCARCE_UP_TO = 87;

    /** Measured over the same years: less gives up turns for evenness, more evenness for turns. */
    private static final double WORTH_WAITING_FOR = 0.4;

    private final Roster roster;
    private final Audience audience;
    private final Map<Handle, Line.Place> places;
    private final double mean;

    /** @param line every subject once; whoever is not in it is never turned round for */
    public Evening(Roster roster, List<Line.Place> line, Audience audience) {
        this.roster = roster;
        this.audience = audience;
        this.places =
                line.stream().collect(Collectors.toMap(place -> place.subject().handle(), Function.identity()));
        this.mean = audience.mean(roster.members());
    }

    /**
     * What it is worth beside the fit of the two, at most 3 either way; below 0 where the voice brings her further past her
     * share than she was behind. Up to its limits it is what the square of her lag falls by.
     */
    public double of(Handle voice, Line.Place subject) {
        var reach = audience.of(voice) / mean;
        var nearer = WEIGHT * (2 * subject.reachLag() * reach - reach * reach);
        return Math.max(-MOST, Math.min(MOST, nearer));
    }

    /**
     * In a small circle two members can serve each other once a quarter, one way or the other. Where the voice is further
     * behind than the subject, the pair is kept for a day on which it can be dealt the other way round. A circle with an
     * account of its own keeps none: the account evens out. Nor does a newcomer's welcome wait.
     */
    public boolean isBetterTurnedRound(Handle voice, Line.Place subject) {
        var back = places.get(voice);
        return back != null
                && !subject.newcomer()
                && roster.circle().isEmpty()
                && roster.members().size() <= PAIRS_ARE_SCARCE_UP_TO
                && carriesPosts(subject.subject())
                && of(subject.subject().handle(), back) > of(voice, subject) + WORTH_WAITING_FOR;
    }

    private static boolean carriesPosts(Member member) {
        return member.capacity() > 0 && member.consent().reposts() != Mode.OFF;
    }
}
