/**
 * Who is due, what a voice would bring her, and the sentence that says so: the line of those who have gone unheard, the
 * equal share they are measured by, what a pair is worth. Start with {@link org.goodword.rotation.line.Line}. It knows no
 * posts and no days.
 */
@NullMarked
package org.goodword.rotation.line;

import org.jspecify.annotations.NullMarked;
