/**
 * Which minute a turn gets. {@link org.goodword.rotation.slots.Slots} finds one for a single turn,
 * {@link org.goodword.rotation.slots.Placing} those of a whole morning.
 */
@NullMarked
package org.goodword.rotation.slots;

import org.jspecify.annotations.NullMarked;
