package org.goodword.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.outbox.Accounts;
import org.goodword.platform.Handle;
import org.goodword.platform.Profile;

/** The port to what is known of accounts: who they are on the platform, what stops them, what stops everything. */
public interface Registry extends Accounts {

    /** Writes down what the platform told of these accounts. */
    void met(List<Profile> profiles, Instant at);

    Map<Handle, Integer> followers();

    /** Accounts that may not speak or be spoken for, with the reason. */
    Map<Handle, String> stopped();

    /** The account's sign-in works again. */
    void signedIn(Handle handle, Instant at);

    /** Why nothing at all goes out now, if so. */
    Optional<String> everythingStopped(Instant now);

    void resumeEverything(Instant at);
}
