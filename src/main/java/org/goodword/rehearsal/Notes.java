package org.goodword.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.goodword.outbox.Booked;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;

/**
 * What the rehearsal heard and did itself, as it happened: slots and windows as they were announced, answers as they were
 * given, the roster as it stood. The audit judges by these notes alone.
 */
final class Notes {
    /** @param said the exact text of an introduction, or the id of the post to carry */
    record Announced(
            long turn,
            Kind kind,
            Handle voice,
            Handle subject,
            String said,
            Instant slot,
            Instant from,
            Instant until,
            Instant at) {}

    private final Map<String, List<Announced>> announced = new HashMap<>();
    private final Map<Long, Instant> yes = new HashMap<>();
    private final Set<Long> no = new HashSet<>();
    private final TreeMap<Instant, Roster> rosters = new TreeMap<>();
    private final Map<Handle, Instant> out = new HashMap<>();
    private final Map<Handle, Instant> back = new HashMap<>();
    private final Set<String> pressed = new HashSet<>();

    void fixed(Booked turn, Instant now) {
        var what = turn.what();
        var said =
                what.composed().orElseGet(() -> what.post().orElseThrow().id().value());
        announced
                .computeIfAbsent(key(what.voice(), said), key -> new ArrayList<>())
                .add(new Announced(
                        turn.id(),
                        what.kind(),
                        what.voice(),
                        what.subject(),
                        said,
                        turn.turn().slot(),
                        turn.turn().window().from(),
                        turn.turn().window().until(),
                        now));
    }

    private static String key(Handle voice, String said) {
        return voice + " " + said;
    }

    /** What was last announced, as of that instant, for this voice and this text or post. */
    Optional<Announced> announced(Handle voice, String said, Instant at) {
        return announced.getOrDefault(key(voice, said), List.of()).stream()
                .filter(one -> !one.at().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    void saidYes(long turn, Instant at) {
        yes.put(turn, at);
    }

    void saidNo(long turn) {
        no.add(turn);
    }

    /** A yes was given before that instant, and no no. */
    boolean hadYes(long turn, Instant at) {
        var when = yes.get(turn);
        return when != null && !when.isAfter(at) && !no.contains(turn);
    }

    void roster(Roster roster, Instant at) {
        rosters.put(at, roster);
    }

    /** The roster as it stood at that instant. */
    Optional<Roster> roster(Instant at) {
        return Optional.ofNullable(rosters.floorEntry(at)).map(Map.Entry::getValue);
    }

    /** She left, paused or took her sign-in back. */
    void wentOut(Handle member, Instant at) {
        out.put(member, at);
        back.remove(member);
    }

    void cameBack(Handle member, Instant at) {
        back.put(member, at);
    }

    boolean isOut(Handle member, Instant at) {
        var since = out.get(member);
        var until = back.get(member);
        return since != null && !at.isBefore(since) && (until == null || at.isBefore(until));
    }

    /** She pressed the link herself: what follows is her own doing. */
    void pressed(Handle member, String post) {
        pressed.add(key(member, post));
    }

    boolean didItHerself(Handle member, String post) {
        return pressed.contains(key(member, post));
    }
}
