/**
 * The records that last, as the rounds ask for them: what was done already, what is known of accounts, what the organiser
 * is to be told. Start with {@link org.goodword.rounds.books.Books}. Ports alone; a store stands behind them.
 */
@NullMarked
package org.goodword.rounds.books;

import org.jspecify.annotations.NullMarked;
