/**
 * What the organiser decided, read once and kept as one immutable record. Start with {@link org.goodword.settings.Settings};
 * {@link org.goodword.settings.Fault} is the shape of every complaint about a file. Knows nothing else of ours.
 */
@NullMarked
package org.goodword.settings;

import org.jspecify.annotations.NullMarked;
