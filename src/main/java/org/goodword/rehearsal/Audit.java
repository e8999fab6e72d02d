package org.goodword.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.rehearsal.Notes.Announced;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.sandbox.town.Books.Effect;

/**
 * Holds what the town recorded against what was announced and agreed. Its numbers are written out here once more on purpose:
 * an audit that read them from the rule file would believe whatever the rule file says.
 */
public final class Audit {
    private static final Duration SHELF_LIFE = Duration.ofHours(4);

    private final Notes notes;
    private final Caps caps;
    private final List<String> findings = new ArrayList<>();
    private int duplicates;
    private int withoutConsent;
    private int late;
    private int overCaps;

    private Audit(Notes notes, Caps caps) {
        this.notes = notes;
        this.caps = caps;
    }

    /**
     * How many effects did harm.
     *
     * @param seen effects that were compared
     * @param findings one sentence for each harm
     */
    public record Harm(int seen, int duplicates, int withoutConsent, int late, int overCaps, List<String> findings) {
        public boolean none() {
            return duplicates + withoutConsent + late + overCaps == 0;
        }
    }

    static Harm of(List<Effect> effects, Notes notes, Caps caps) {
        var audit = new Audit(notes, caps);
        var ours = effects.stream().filter(effect -> !audit.herOwn(effect)).toList();
        audit.judge(ours);
        return new Harm(
                ours.size(),
                audit.duplicates,
                audit.withoutConsent,
                audit.late,
                audit.overCaps,
                List.copyOf(audit.findings));
    }

    private boolean herOwn(Effect effect) {
        return notes.didItHerself(Handle.of(effect.handle()), effect.postId());
    }

    private void judge(List<Effect> effects) {
        var live = new HashMap<String, Integer>();
        var said = new HashSet<String>();
        var sent = new ArrayList<Caps.Sent>();
        for (var effect : effects) {
            switch (effect.kind()) {
                case POST -> {
                    once(effect, said.add(effect.text()));
                    judge(effect, Kind.INTRODUCTION, effect.text(), sent);
                }
                case REPOST -> {
                    once(effect, live.merge(repost(effect), 1, Integer::sum) == 1);
                    judge(effect, Kind.REPOST, effect.postId(), sent);
                }
                case UNDO_REPOST -> live.remove(repost(effect));
                case DELETE -> {}
            }
        }
        var over = caps.broken(sent, notes);
        overCaps = over.size();
        findings.addAll(over);
    }

    private static String repost(Effect effect) {
        return effect.handle() + " " + effect.postId();
    }

    private void once(Effect effect, boolean first) {
        if (!first) {
            duplicates++;
            findings.add(effect + " happened twice");
        }
    }

    private void judge(Effect effect, Kind kind, String said, List<Caps.Sent> sent) {
        var voice = Handle.of(effect.handle());
        var known = notes.announced(voice, said, effect.at());
        if (known.isEmpty()) {
            withoutConsent++;
            findings.add(effect + " was never announced");
            return;
        }
        var announced = known.get();
        consent(effect, announced, kind);
        if (effect.at().isAfter(announced.slot().plus(SHELF_LIFE))
                || effect.at().isBefore(announced.from())
                || !effect.at().isBefore(announced.until())) {
            late++;
            findings.add(effect + " is outside its slot " + announced.slot() + " or window");
        }
        sent.add(new Caps.Sent(kind, voice, announced.subject(), effect.postId(), effect.at()));
    }

    private void consent(Effect effect, Announced announced, Kind kind) {
        var lacking = notes.roster(effect.at())
                .map(roster -> lacking(roster, effect.at(), announced, kind))
                .orElse(Optional.of("no roster was in force"));
        lacking.ifPresent(what -> {
            withoutConsent++;
            findings.add(effect + ": " + what);
        });
    }

    private Optional<String> lacking(Roster roster, Instant at, Announced announced, Kind kind) {
        if (notes.isOut(announced.voice(), at) || notes.isOut(announced.subject(), at)) {
            return Optional.of("the voice or the subject had left, paused or signed out");
        }
        var spokenFor = roster.member(announced.subject())
                .map(member -> member.consent().spokenFor())
                .orElse(false);
        if (!spokenFor) {
            return Optional.of("the subject did not agree to be spoken for");
        }
        if (roster.isCircle(announced.voice())) {
            return Optional.empty();
        }
        var mode = roster.member(announced.voice())
                .map(member -> member.mode(kind))
                .orElse(Mode.OFF);
        return switch (mode) {
            case OFF -> Optional.of("the voice does not do this");
            case SUGGEST -> Optional.of("the voice wanted a link only");
            // nothing in a rehearsal acknowledges automatic turns from members' accounts: each needs its own yes
            case APPROVE, AUTOMATIC ->
                notes.hadYes(announced.turn(), at) ? Optional.empty() : Optional.of("the voice did not say yes before");
        };
    }
}
