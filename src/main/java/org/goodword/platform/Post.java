package org.goodword.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * A post as it was read.
 *
 * @param authorId the platform's id of its author
 * @param reposted the post this one merely carries on, if it is a repost
 * @param original neither a reply, a repost nor a quote
 * @param sensitive marked as such by its author or by the platform
 */
public record Post(
        PostId id,
        String authorId,
        Instant at,
        String text,
        boolean original,
        boolean sensitive,
        Optional<PostId> reposted,
        Counts counts) {}
