/**
 * The weekly letter and the words of every message. Start with {@link org.goodword.report.Letter}: a record of what the
 * week was, which the renderings (HTML, text, CSV, charts) put on paper without adding to it. Pure but for the drawing.
 */
@NullMarked
package org.goodword.report;

import org.jspecify.annotations.NullMarked;
