package org.goodword.cli;

import java.net.URI;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.rounds.House;

/** Where accounts are signed in with a PIN, and their sign-ins kept. */
public interface SignInDesk extends AutoCloseable {

    House house();

    /** @throws DidNotWork when the platform is out of reach or does not let the app sign anybody in */
    Started start();

    @Override
    void close();

    /** A sign-in that waits for its PIN. */
    interface Started {

        /** The page on which the account's owner lets the app act, and gets a PIN. */
        URI address();

        /**
         * Keeps the sign-in, and what it had stopped goes on.
         *
         * @throws DidNotWork when the PIN is wrong, the request was denied or has expired, or somebody else signed in; nothing
         *     is kept then
         */
        Account finish(String pin, Handle expected);
    }
}
