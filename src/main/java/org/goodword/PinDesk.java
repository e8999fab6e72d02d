package org.goodword;

import java.net.URI;
import java.time.InstantSource;
import org.goodword.cli.DidNotWork;
import org.goodword.cli.SignInDesk;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.x.PinSignIn;
import org.goodword.platform.x.SignInFailed;
import org.goodword.rounds.House;
import org.goodword.store.StoredSignIns;

/** Signs accounts in at X with a PIN, and keeps their tokens sealed in the store. */
record PinDesk(House house, PinSignIn pinSignIn, StoredSignIns signIns, InstantSource clock) implements SignInDesk {

    @Override
    public Started start() {
        try {
            return new AtX(pinSignIn.start());
        } catch (SignInFailed e) {
            throw new DidNotWork(e.reason());
        }
    }

    @Override
    public void close() {
        house.close();
    }

    private final class AtX implements Started {
        private final PinSignIn.Started started;

        AtX(PinSignIn.Started started) {
            this.started = started;
        }

        @Override
        public URI address() {
            return started.address();
        }

        @Override
        public Account finish(String pin, Handle expected) {
            try {
                var signedIn = started.finish(pin, expected);
                var now = clock.instant();
                signIns.keep(expected, signedIn.signIn(), now);
                house.books().registry().signedIn(signedIn.account(), now);
                house.membership().signedIn(expected, now);
                return signedIn.account();
            } catch (SignInFailed e) {
                throw new DidNotWork(e.reason());
            }
        }
    }
}
