package org.goodword.platform.x;

import java.util.Optional;
import org.goodword.platform.Handle;

/** The port to the sign-ins we hold. Asked before every call, so that one taken back is not used again. */
public interface SignIns {

    Optional<SignIn> of(Handle voice);

    /** The account to read with where the app has no bearer token of its own: the circle's, or any that is signed in. */
    Optional<Handle> reader();

    /**
     * A newer sign-in than {@code stale}, which X has just refused; empty when only its owner can help. It must be stored
     * before it is returned, since a refresh token works once, and one refresh an account may run at a time.
     */
    default Optional<SignIn> renewed(Handle voice, SignIn stale) {
        return Optional.empty();
    }
}
