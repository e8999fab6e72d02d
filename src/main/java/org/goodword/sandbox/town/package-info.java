/**
 * The invented town behind the wire: residents who post by habit, followers who look, and the town's own record of
 * what was done to it. Start reading at {@link org.goodword.sandbox.town.Town}. Everything follows from the seed, the
 * founding day and the residents; time is an argument. It knows nothing of HTTP, of X's shapes, or of Goodword.
 */
@NullMarked
package org.goodword.sandbox.town;

import org.jspecify.annotations.NullMarked;
