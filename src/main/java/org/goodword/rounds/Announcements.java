package org.goodword.rounds;

import org.goodword.outbox.Booked;

/** What the rounds say out loud as it happens, for whoever carries it on: the mail, the pages, the notes of a rehearsal. */
public interface Announcements {

    /** Text or post, slot and window of a turn are fixed, or fixed anew. */
    void fixed(Booked turn);

    /** A voice is asked, with exactly this before her. */
    void asked(Booked turn);

    /** A voice is given the link with the action ready. */
    void handed(Booked turn);

    /** For who reads the books instead. */
    Announcements NONE = new Announcements() {
        @Override
        public void fixed(Booked turn) {}

        @Override
        public void asked(Booked turn) {}

        @Override
        public void handed(Booked turn) {}
    };
}
