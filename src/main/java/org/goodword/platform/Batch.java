package org.goodword.platform;

import java.util.Map;

/**
 * What a batch reading gave: the posts that are there, and for the others why they are not. An id that is in neither was
 * not answered for and stays unknown.
 */
public record Batch(Map<PostId, Post> found, Map<PostId, String> gone) {
    public Batch {
        found = Map.copyOf(found);
        gone = Map.copyOf(gone);
    }
}
