/**
 * Who saw it: what is in the books, the lot that leaves one candidate in five alone, the dated readings, and the week they
 * add up to. Start with {@link org.goodword.reach.PostBooks} and {@link org.goodword.reach.Lots}. Counts are times shown,
 * never people; what was not read is unknown, never 0.
 */
@NullMarked
package org.goodword.reach;

import org.jspecify.annotations.NullMarked;
