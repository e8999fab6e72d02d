package org.goodword.reach;

import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;

/**
 * A post the circle knows of.
 *
 * @param author whose it is: a member, or the circle account for an introduction
 * @param subject whom it is about: its author, or the member whom an introduction introduces
 * @param text kept only while it may be needed; empty once it was purged
 * @param introduction we made it
 * @param inBooks it was picked as a candidate or we made it: it is read again each day
 * @param gone when it was found to be deleted or hidden
 */
public record Seen(
        PostId id,
        Handle author,
        String authorId,
        Handle subject,
        Instant at,
        Optional<String> text,
        boolean sensitive,
        boolean introduction,
        boolean inBooks,
        Optional<Instant> gone) {}
