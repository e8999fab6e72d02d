/**
 * Who belongs, what each agreed to, and who stands how to whom. Start with {@link org.goodword.roster.Roster} and
 * {@link org.goodword.roster.Member}. {@link org.goodword.roster.RosterFile} reads them from YAML with every fault at once,
 * {@link org.goodword.roster.RosterWatch} keeps the last good ones through a bad edit, and
 * {@link org.goodword.roster.Standing} lays over them what was said since. Knows no turn.
 */
@NullMarked
package org.goodword.roster;

import org.jspecify.annotations.NullMarked;
