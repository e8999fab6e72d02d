package org.goodword.rotation;

import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;

/**
 * A turn in the books, seen from the rotation: who said what for whom and when, or is about to.
 *
 * @param turn its number; 0 for one dealt a moment ago
 * @param byCircle the voice is the circle account
 * @param post the post carried; for a sent introduction the post it made
 * @param at when it went out, or its slot while it is open
 * @param words the human words of an introduction
 * @param sent it went out (or may have: an unknown outcome counts); otherwise it is open and holds its place
 */
public record Spoken(
        long turn,
        Kind kind,
        Handle voice,
        boolean byCircle,
        Handle subject,
        Handle author,
        Optional<PostId> post,
        Optional<String> words,
        Instant at,
        boolean sent) {

    /** A turn dealt a moment ago, that has no number yet. */
    public static Spoken of(Proposal what, Roster roster, Instant at, boolean sent) {
        return new Spoken(
                0,
                what.kind(),
                what.voice(),
                roster.isCircle(what.voice()),
                what.subject(),
                what.author(),
                what.post().map(Post::id),
                what.words(),
                at,
                sent);
    }
}
