package org.goodword.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post as it was read.
 *
 * @param authorId the platform's id of its author
 * @param reposted the post this one merely carries on, if it is a repost
 * @param text the whole of it, addresses as their author wrote them
 * @param original neither a reply, a repost nor a quote
 * @param sensitive marked as such by its author or by the platform
 * @param versions the posts that editing made of it, oldest first: itself alone, unless its author has edited it
 * @param whole false where only a part of its text could be had
 */
public record Post(
        PostId id,
        String authorId,
        Instant at,
        String text,
        boolean original,
        boolean sensitive,
        Optional<PostId> reposted,
        Counts counts,
        List<PostId> versions,
        boolean whole) {
    public Post {
        versions = List.copyOf(versions);
    }

    /** A post that nobody has edited, its text whole. */
    public Post(
            PostId id,
            String authorId,
            Instant at,
            String text,
            boolean original,
            boolean sensitive,
            Optional<PostId> reposted,
            Counts counts) {
        this(id, authorId, at, text, original, sensitive, reposted, counts, List.of(id), true);
    }

    /** The one that stands in its place today. */
    public PostId newest() {
        return versions.isEmpty() ? id : versions.get(versions.size() - 1);
    }

    /** Whether its author has edited it since, so that another post stands in its place. */
    public boolean isSuperseded() {
        return !newest().equals(id);
    }

    /** The post by another of the numbers that editing gave it. */
    public Post as(PostId id) {
        return new Post(id, authorId, at, text, original, sensitive, reposted, counts, versions, whole);
    }
}
