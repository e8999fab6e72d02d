/**
 * The program as it is really run: in processes of its own, with a far side in another, and a store that outlives both.
 * Start with {@link org.goodword.process.Kills}.
 */
@NullMarked
package org.goodword.process;

import org.jspecify.annotations.NullMarked;
