package org.goodword.platform;

import java.time.Instant;

/**
 * Something that ends by itself and makes calls wait until then.
 *
 * @param topic tells it from others
 * @param contact {@code OBSTRUCTED} or {@code CLOCK} where everything waits, {@code PUSHED_BACK} where one account or the app
 *     rests
 * @param since when it was first met
 * @param until when it ends, or is looked at again
 */
public record Hold(String topic, Outcome.Contact contact, String reason, Instant since, Instant until) {}
