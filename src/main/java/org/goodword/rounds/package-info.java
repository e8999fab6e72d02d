/**
 * The handful of steps that string the stages together, each one call with an instant: week, again, morning, dispatch, settle,
 * sample, letter. Each is done once, written down as done, and may be called again at any time. Start with
 * {@link org.goodword.rounds.Rounds}. Knows the stages' ports and no store, no scheduler, no clock.
 */
@NullMarked
package org.goodword.rounds;

import org.jspecify.annotations.NullMarked;
