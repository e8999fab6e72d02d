/**
 * Did it go? The states a turn passes through, the journal that is written before anything leaves, the look-up that
 * settles what is not known, the asks and their answers. Start with {@link org.goodword.outbox.State}, then
 * {@link org.goodword.outbox.Dispatcher}. Knows no SQL ({@link org.goodword.outbox.Turns} is its port) and no loop.
 */
@NullMarked
package org.goodword.outbox;

import org.jspecify.annotations.NullMarked;
