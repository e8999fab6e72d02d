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
 * @param newest the last of the posts that editing made of this one: itself, unless its author has edited it since
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
        Optional<Instant> gone,
        PostId newest) {

    /** A post that nobody has edited since. */
    public Seen(
            PostId id,
            Handle author,
            String authorId,
            Handle subject,
            Instant at,
            Optional<String> text,
            boolean sensitive,
            boolean introduction,
            boolean inBooks,
            Optional<Instant> gone) {
        this(id, author, authorId, subject, at, text, sensitive, introduction, inBooks, gone, id);
    }

    /** Whether its author has edited it since, so that another post stands in its place. */
    public boolean isSuperseded() {
        return !newest.equals(id);
    }
}
