package org.goodword.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.goodword.conduct.Words;
import org.goodword.outbox.Booked;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.goodword.rotation.Reason;

/**
 * What a voice is asked in one message.
 *
 * @param member the voice's name
 * @param things one or two: more in one message would be work
 */
public record Ask(String member, List<Thing> things) {
    private static final int MOST = 2;

    public Ask {
        things = List.copyOf(things);
        if (things.isEmpty() || things.size() > MOST) {
            throw new IllegalArgumentException(
                    "one message asks one or two things, not " + things.size() + ", of " + member);
        }
    }

    /**
     * What waits for an answer, a message a voice; what is more than one message holds is in the voice's next one.
     *
     * @param waiting asked turns, in the order in which they are to be told
     * @param minute when a turn would go out on a yes now; empty where that would come too late
     */
    public static List<Ask> all(List<Booked> waiting, Roster roster, Function<Booked, Optional<Instant>> minute) {
        var byVoice = new LinkedHashMap<Handle, List<Thing>>();
        for (var turn : waiting) {
            byVoice.computeIfAbsent(turn.what().voice(), voice -> new ArrayList<>())
                    .add(thing(turn, roster, minute.apply(turn)));
        }
        var asks = new ArrayList<Ask>();
        byVoice.forEach((voice, things) -> {
            for (var from = 0; from < things.size(); from += MOST) {
                asks.add(new Ask(roster.name(voice), things.subList(from, Math.min(things.size(), from + MOST))));
            }
        });
        return asks;
    }

    private static Thing thing(Booked turn, Roster roster, Optional<Instant> minute) {
        var what = turn.what();
        var text = what.composed().orElseGet(() -> what.post().orElseThrow().text());
        // who has left the roster has no hours in it
        var zone = roster.waking(what.voice()).map(Waking::zone).orElse(ZoneOffset.UTC);
        return new Thing(
                turn.id(),
                what.kind(),
                roster.name(what.subject()),
                text,
                roster.name(what.author()),
                minute.map(at -> LocalDateTime.ofInstant(at, zone)),
                Reason.toVoice(turn.turn().why()),
                Words.weightedLength(text));
    }

    /**
     * @param turn its number in the books
     * @param subject the name of the member it is for
     * @param text for an introduction exactly what would go out, disclosure included; for a repost the post's text
     * @param author the name of who wrote the post; for an introduction the voice's own
     * @param when it would go out on a yes now, in the voice's zone; empty where no good minute is left
     * @param why one sentence, to the voice; empty where it is not known
     * @param length of the text as the platform counts it
     */
    public record Thing(
            long turn,
            Kind kind,
            String subject,
            String text,
            String author,
            Optional<LocalDateTime> when,
            String why,
            int length) {}
}
