/**
 * The program that runs by itself: Quartz calls the rounds at their times, one after the other on one thread. Start with
 * {@link org.goodword.daemon.Daemon}. Decides nothing; each job is a call of a round.
 */
@NullMarked
package org.goodword.daemon;

import org.jspecify.annotations.NullMarked;
