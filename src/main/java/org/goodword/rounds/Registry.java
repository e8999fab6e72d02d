package org.goodword.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.outbox.Accounts;
import org.goodword.platform.Handle;
import org.goodword.platform.Profile;
import org.goodword.roster.Said;

/** The port to what is known of accounts: who they are on the platform, what stops them, what stops everything. */
public interface Registry extends Accounts {

    /** Writes down what the platform told of these accounts. */
    void met(List<Profile> profiles, Instant at);

    Map<Handle, Integer> followers();

    /** What members said on a page or in the terminal, and what became of their sign-ins, in the order it was said. */
    List<Said> said();

    /** @param source where it was said: a page, the terminal, the platform */
    void say(Said said, Instant at, String source);

    /** Why nothing at all goes out now, if so. */
    Optional<String> everythingStopped(Instant now);

    void resumeEverything(Instant at);
}
