/**
 * The roster as files: members, trades and areas read from YAML, every fault with its line and its fix, and read again when
 * the organiser edits them. Start reading at {@link org.goodword.roster.file.RosterFile}; the last good one is kept by
 * {@link org.goodword.roster.file.RosterWatch}. Knows nothing of what was said since.
 */
@NullMarked
package org.goodword.roster.file;

import org.jspecify.annotations.NullMarked;
