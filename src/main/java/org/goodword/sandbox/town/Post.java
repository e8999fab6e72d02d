package org.goodword.sandbox.town;

import java.time.Instant;
import java.util.Optional;

/**
 * A post as the town holds it.
 *
 * @param author the resident's handle, or {@link Town#OUTSIDER} for somebody beyond the town who answered
 * @param refers the post this one answers, quotes or carries; 0 for an original
 * @param conversation the id of the post that began the conversation
 * @param deleted when its author took it down, which may lie ahead
 */
public record Post(
        long id,
        String author,
        Instant at,
        String text,
        Kind kind,
        long refers,
        long conversation,
        boolean paid,
        boolean sensitive,
        Optional<Instant> deleted) {
    public enum Kind {
        ORIGINAL,
        REPLY,
        QUOTE,
        REPOST
    }

    static Post original(long id, String author, Instant at, String text, boolean paid) {
        return new Post(id, author, at, text, Kind.ORIGINAL, 0, id, paid, false, Optional.empty());
    }

    public String idText() {
        return Long.toString(id);
    }

    public boolean isThere(Instant when) {
        return !at.isAfter(when) && deleted.map(when::isBefore).orElse(true);
    }

    Post gone(Instant when) {
        return new Post(id, author, at, text, kind, refers, conversation, paid, sensitive, Optional.of(when));
    }
}
