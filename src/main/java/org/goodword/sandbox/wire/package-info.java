/**
 * How X speaks: requests and replies, signatures, limits, the table of calls, the shapes of refusals. Start reading at
 * {@link org.goodword.sandbox.wire.Call}. Written from RFC 5849 and X's documentation; it knows nothing of the town, of
 * Goodword or of any X client.
 */
@NullMarked
package org.goodword.sandbox.wire;

import org.jspecify.annotations.NullMarked;
