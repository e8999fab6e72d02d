package org.goodword.rounds.books;

import org.goodword.outbox.Turns;
import org.goodword.platform.Ledger;
import org.goodword.reach.PostBooks;

/** The ports to the records that last, in one hand. */
public record Books(Turns turns, PostBooks posts, Ledger ledger, Registry registry, Journal journal, Notices notices) {}
