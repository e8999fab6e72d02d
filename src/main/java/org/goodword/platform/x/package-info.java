/**
 * X behind the port: the v2 client, signing and sign-in, and the only place that knows Twitter4J. Start with
 * {@link org.goodword.platform.x.XClient}; {@code Problems} says what every refusal of X's means. What X is asked for and
 * answers stays in here: outside there are only the port's records. Must not know turns, rules or the store.
 */
@NullMarked
package org.goodword.platform.x;

import org.jspecify.annotations.NullMarked;
