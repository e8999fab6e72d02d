package org.goodword.rotation.morning;

import org.goodword.platform.Handle;
import org.goodword.platform.Post;

/**
 * A post that could be carried.
 *
 * @param subject whom carrying it would speak up for: its author, or the member whom it introduces
 * @param author whose account it stands on
 */
public record Candidate(Handle subject, Handle author, Post post) {}
