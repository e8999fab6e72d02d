/**
 * A spreadsheet of members, turned into entries that a person would have written, and set below those the file has. Start
 * reading at {@link org.goodword.roster.sheet.RosterImport}. Invents no consent, and changes no entry that is there.
 */
@NullMarked
package org.goodword.roster.sheet;

import org.jspecify.annotations.NullMarked;
