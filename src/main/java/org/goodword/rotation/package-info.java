/**
 * Whose turn it is: the week (days, introductions, the line of who is due) and the morning's deal. Pure functions over
 * records; chance is a hash of the seed, time an argument. Start with {@link org.goodword.rotation.Deal}. What it must
 * ask before it pairs two is its port {@link org.goodword.rotation.Permits}.
 */
@NullMarked
package org.goodword.rotation;

import org.jspecify.annotations.NullMarked;
