package org.goodword.outbox;

import java.time.Instant;
import java.util.Optional;
import org.goodword.conduct.Verdict;
import org.goodword.platform.Post;

/**
 * The rulebook's last word, given everything in the books at that instant but the turn itself. The dispatcher has no way
 * to send round it.
 */
@FunctionalInterface
public interface LastCheck {

    /** @param fresh the post to carry as it was read a moment ago; empty for an introduction, and before that look */
    Verdict judge(Booked turn, Optional<Post> fresh, Instant at);
}
