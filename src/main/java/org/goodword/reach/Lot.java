package org.goodword.reach;

import java.time.Instant;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;

/**
 * The lot that was drawn when a deal picked a post: to be carried, or left alone so that carrying can be measured.
 *
 * @param block which block of five of its author's candidates, from 0
 * @param place which of the five, from 1
 */
public record Lot(PostId post, Handle author, Instant drawn, int block, int place, boolean held) {}
