/**
 * The terminal: one command a file, each a few lines between what was typed and the room that does it. Start with
 * {@link org.goodword.cli.Goodword}, which lists them, and {@link org.goodword.cli.Root}, through which they reach the rest.
 */
@NullMarked
package org.goodword.cli;

import org.jspecify.annotations.NullMarked;
