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

    /** The platform no longer takes this account's sign-in, or asked it to pause. Told to the organiser once. */
    void stop(Handle handle, Instant at, String reason);

    /** The platform turned the whole installation away. */
    void stopEverything(Instant at, String reason, Optional<Instant> until);
}
