/**
 * The heart of the deal over plain numbers: who speaks for whom, so that as many as may be are served and the whole is worth
 * most. It knows nothing of members, posts or rules, so that general solvers can be set beside it on the same boards. Start
 * with {@link org.goodword.rotation.matching.Matching}.
 */
@NullMarked
package org.goodword.rotation.matching;

import org.jspecify.annotations.NullMarked;
