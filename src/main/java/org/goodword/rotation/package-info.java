/**
 * Whose turn it is. Here is what all its rooms speak of: a {@link org.goodword.rotation.Turn} and the
 * {@link org.goodword.rotation.Proposal} it begins as, what was {@link org.goodword.rotation.Spoken} before, and the port
 * {@link org.goodword.rotation.Permits} that is asked before two are paired. Then read line, week, morning, matching and
 * slots. All are pure functions over records; chance is a hash of the seed, time an argument.
 */
@NullMarked
package org.goodword.rotation;

import org.jspecify.annotations.NullMarked;
