package org.goodword.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;

/** The port to the books of posts, lots and readings. */
public interface PostBooks {

    /**
     * Enters posts that were not known. Those that were keep what is written of them, but one that turns out to be an
     * introduction of ours and was taken for its author's own.
     */
    void found(Collection<Seen> posts);

    Optional<Seen> post(PostId id);

    /** Posts made since then, oldest first. */
    List<Seen> since(Instant since);

    /** Writes down the newest post that a look at this author's posts returned, whatever kind it was. */
    void lookedUpTo(Handle author, PostId newest);

    /** From where the next look at each author's posts starts: what was returned once is not paid for again. */
    Map<Handle, PostId> lookedUpTo();

    /** How many posts each author was seen to make since then. */
    Map<Handle, Integer> made(Instant since);

    /** Posts in the books made since then and not known to be gone. */
    List<Seen> toRead(Instant madeSince);

    void gone(PostId id, Instant at, String why);

    /** Writes down that its author has edited the post: {@code newest} stands in its place. */
    void edited(PostId id, PostId newest);

    /** Forgets the texts of posts made before that instant. Ids and counts remain. Returns how many. */
    int forgetTexts(Instant madeBefore);

    /** Writes the lot down, and enters the post in the books. The first lot of a post stands for ever. */
    Lot draw(Lot lot);

    Optional<Lot> lot(PostId id);

    /** How many candidates of this author have drawn a lot. */
    int candidates(Handle author);

    List<Lot> lots(Instant drawnSince);

    void read(Collection<Snapshot> snapshots);

    /** Each post's latest reading, and of a count it does not tell the latest that does, not later than {@code at}, of posts made since {@code madeSince}. */
    Map<PostId, Snapshot> latest(Instant madeSince, Instant at);

    /** Each post's first reading, and of a count it does not tell the first that does, at least {@code age} after it was made. */
    Map<PostId, Snapshot> aged(Duration age);
}
