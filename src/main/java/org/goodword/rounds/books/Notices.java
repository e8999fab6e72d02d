package org.goodword.rounds.books;

import java.time.Instant;
import java.util.List;

/** The port to what the organiser is to be told, once for each matter, until it is settled. */
public interface Notices {

    /** Tells it, unless the matter is open already. */
    void tell(String topic, Instant at, String what, String action);

    void settle(String topic, Instant at);

    List<Notice> open();

    List<Notice> since(Instant at);

    record Notice(String topic, Instant at, String what, String action) {}
}
