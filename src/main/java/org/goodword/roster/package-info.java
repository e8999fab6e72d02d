/**
 * Who belongs, what each agreed to, and who stands how to whom. Start with {@link org.goodword.roster.Roster} and
 * {@link org.goodword.roster.Member}. {@link org.goodword.roster.Standing} lays over what the file says what was said since, and
 * {@link org.goodword.roster.Leaver} is whoever has to be forgotten. Knows no turn, and no file: those are in {@code file} and
 * {@code sheet}.
 */
@NullMarked
package org.goodword.roster;

import org.jspecify.annotations.NullMarked;
