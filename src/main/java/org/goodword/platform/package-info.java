/**
 * The port to a place where people post. Start with {@link org.goodword.platform.Platform} and
 * {@link org.goodword.platform.Outcome}; {@link org.goodword.platform.Metered} puts the budget and the published limits in
 * front of every call, reads included, and {@link org.goodword.platform.Seal} keeps the sign-ins of every platform. Knows only
 * {@code settings}.
 */
@NullMarked
package org.goodword.platform;

import org.jspecify.annotations.NullMarked;
