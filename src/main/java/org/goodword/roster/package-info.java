/**
 * Who belongs, what each agreed to, and who stands how to whom. Start with {@link org.goodword.roster.Roster} and
 * {@link org.goodword.roster.Member}; {@code RosterFile} reads them from YAML with every fault at once. Knows no turn.
 */
@NullMarked
package org.goodword.roster;

import org.jspecify.annotations.NullMarked;
