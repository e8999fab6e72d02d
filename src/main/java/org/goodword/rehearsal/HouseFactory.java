package org.goodword.rehearsal;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.goodword.platform.Handle;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.House;
import org.goodword.sandbox.Sandbox;
import org.goodword.settings.Settings;

/** Builds the very house the daemon works with, over a sandbox and a clock that jumps. */
@FunctionalInterface
public interface HouseFactory {

    /**
     * A house with a new store at the settings' address, every account of the sandbox signed in.
     *
     * @param seed everything that is otherwise a secret key is made from it, so that a rehearsal can be told again
     */
    Rehearsed open(Settings settings, Sandbox sandbox, InstantSource clock, Announcements announcements, long seed);

    /**
     * @param reload reads the roster's files again, as the daemon does on its timer
     * @param signInAgain keeps a fresh sign-in of that account, as a member's next sign-in does
     */
    record Rehearsed(House house, Runnable reload, Consumer<Handle> signInAgain) {}
}
