package org.goodword.rotation;

import java.time.Instant;
import org.goodword.platform.Handle;

/**
 * A turn that the platform did not let its voice do, though the voice's sign-in works. X answers so where somebody has
 * blocked this one voice, too.
 *
 * @param whom whose post it was to carry, or whom it was to introduce
 */
public record TurnedAway(long turn, Handle voice, Handle whom, Instant at) {}
