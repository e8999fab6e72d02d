package org.goodword.outbox;

import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.PostId;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;

/**
 * A turn as it stands in the books.
 *
 * @param since when it came into this state
 * @param reason why it did
 * @param readyAt when it was first ready to go, at the latest at its slot
 * @param requested when the last request for it ended or was given up; empty while none left
 * @param made the post it made, or the post that was carried
 */
public record Booked(
        Turn turn,
        State state,
        Instant since,
        String reason,
        Optional<Instant> readyAt,
        Optional<Instant> requested,
        Optional<PostId> made,
        Optional<Instant> sentAt) {

    public long id() {
        return turn.id();
    }

    public Proposal what() {
        return turn.what();
    }
}
