/**
 * The weekly letter and the words of every message. Start with {@link org.goodword.report.Letter}: a record of what the
 * week was, which the renderings (HTML, text, CSV, charts) put on paper without adding to it; its sentences are in
 * {@code LetterWords}. Pure but for the drawing. It must not know where the figures come from nor how a message is sent.
 */
@NullMarked
package org.goodword.report;

import org.jspecify.annotations.NullMarked;
