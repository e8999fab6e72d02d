package org.goodword.rotation.morning;

import org.goodword.platform.Handle;
import org.goodword.roster.Mode;

/**
 * A voice at the table.
 *
 * @param circle the circle's own account
 * @param places how many turns it may take in this deal, by asks, capacity and pace
 * @param mode how it does what is dealt here
 */
public record Chair(Handle voice, boolean circle, int places, Mode mode) {}
