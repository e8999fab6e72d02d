package org.goodword.rounds.books;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Profile;
import org.goodword.roster.Said;

/** The port to what is known of accounts: who they are on the platform, what stops them, what stops everything. */
public interface Registry {

    /** The account behind a handle, once the platform told us. */
    Optional<Account> account(Handle handle);

    /** Everybody of whom the platform told us who it is. */
    Set<Handle> known();

    /** Writes down that the platform turns this account away, until it works again. */
    void stop(Handle handle, Instant at, String reason);

    /** Whether the platform turned it away and it has not worked since. */
    boolean isTurnedAway(Handle handle);

    /** All of which that is so. */
    List<Handle> turnedAway();

    /** @param until when it ends by itself, where that is known */
    void stopEverything(Instant at, String reason, Optional<Instant> until);

    /** Writes down what the platform told of these accounts. */
    void met(List<Profile> profiles, Instant at);

    /** Writes down who the account is, as its owner's sign-in told. How many follow it stays as it was, known or not. */
    void signedIn(Account account, Instant at);

    /** How many follow each account, as the platform last told; whoever it never told of is left out. */
    Map<Handle, Integer> followers();

    /** What members said on a page or in the terminal, and what became of their sign-ins, in the order it was said. */
    List<Said> said();

    /** @param source where it was said: a page, the terminal, the platform */
    void say(Said said, Instant at, String source);

    /** Why nothing at all goes out now, if so. */
    Optional<String> everythingStopped(Instant now);

    void resumeEverything(Instant at);
}
