package org.goodword.platform.x;

import java.util.Optional;
import org.goodword.platform.Handle;

/** The port to the sign-ins we hold. Asked before every call, so that one taken back is not used again. */
public interface SignIns {

    Optional<SignIn> of(Handle voice);

    /**
     * The account to read with where the app has no bearer token of its own: the circle's, or any that is signed in and was
     * not turned away.
     */
    Optional<Handle> reader();

    /** The platform turned this account away, and nothing has lifted that since: it is not to be read by. */
    default boolean isTurnedAway(Handle voice) {
        return false;
    }

    /**
     * A newer sign-in than {@code stale}, which X has just refused; empty when only its owner can help. It must be stored
     * before it is returned, since a refresh token works once, and one refresh an account may run at a time.
     */
    default Optional<SignIn> renewed(Handle voice, SignIn stale) {
        return Optional.empty();
    }
}
