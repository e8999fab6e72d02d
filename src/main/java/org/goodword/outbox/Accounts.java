package org.goodword.outbox;

import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;

/** The port to what is known of accounts on the platform, and to what stops them. */
public interface Accounts {

    /** The account behind a handle, once the platform told us. */
    Optional<Account> account(Handle handle);

    /** Whether this is the circle's own account. */
    boolean isCircle(Handle handle);

    /** The platform does not take this account's sign-in, twice running. Told to the organiser once. */
    void stop(Handle handle, Instant at, String reason);

    /** The same for an account that the platform has locked or suspended: another sign-in does not help. */
    void shutOut(Handle handle, Instant at, String reason);

    /** The platform did not let this voice carry or say one thing, though its sign-in works. Asked after that is booked. */
    void turnedAway(Handle voice, Instant at);

    /** The platform took something of this voice's: if it rested, it rests no longer. */
    void taken(Handle voice, Instant at);

    /** The platform turned the whole installation away. */
    void stopEverything(Instant at, String reason, Optional<Instant> until);
}
