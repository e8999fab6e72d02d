package org.goodword.roster;

import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;

/**
 * The roster as the files have it, and where in the file each member stands.
 *
 * @param entries where each member's handle is written
 * @param consents where each member's consent is written; those without one are missing here
 */
public record Enrolment(Roster roster, Map<Handle, Place> entries, Map<Handle, Place> consents) {
    public Enrolment {
        entries = Map.copyOf(entries);
        consents = Map.copyOf(consents);
    }

    /** Where to look when what she agreed to is in question. */
    public Optional<Place> consent(Handle member) {
        return Optional.ofNullable(consents.get(member)).or(() -> Optional.ofNullable(entries.get(member)));
    }
}
