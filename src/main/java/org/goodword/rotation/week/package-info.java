/**
 * The week's deal: each voice's day, introductions to days, and what of it is dealt again when something changes. Start
 * with {@link org.goodword.rotation.week.Week}, then {@link org.goodword.rotation.week.Redeal}. It knows no posts.
 */
@NullMarked
package org.goodword.rotation.week;

import org.jspecify.annotations.NullMarked;
