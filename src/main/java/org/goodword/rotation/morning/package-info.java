/**
 * The morning's deal: today's voices and the posts at hand, made into a board of plain numbers and back into turns. Start
 * with {@link org.goodword.rotation.morning.Deal}; it does not know which minute a turn will get.
 */
@NullMarked
package org.goodword.rotation.morning;

import org.jspecify.annotations.NullMarked;
