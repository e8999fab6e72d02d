package org.goodword.roster;

import java.time.LocalDate;
import java.util.Optional;
import org.goodword.platform.Handle;

/** What a member said on her page, or somebody for her in the terminal. It outlives the roster file. */
public sealed interface Said {
    /** In the circle's zone. */
    LocalDate on();

    /** What she agrees to from now on. */
    record Agreed(Handle who, LocalDate on, Consent consent) implements Said {}

    /** @param until the last day of the pause; without one it holds until she resumes */
    record Paused(Handle who, LocalDate on, Optional<LocalDate> until) implements Said {}

    record Resumed(Handle who, LocalDate on) implements Said {}

    /** @param mark all that is kept of her, see {@link LeaverMark} */
    record Left(String mark, LocalDate on) implements Said {}

    /**
     * A text that was used and has since been erased with somebody who left. Nothing is said twice, not even then.
     *
     * @param mark all that is kept of it, see {@link LeaverMark}
     */
    record Spent(String mark, LocalDate on) implements Said {}

    /** The platform does not take her sign-in any more, or turned the account away; {@code reason} says which. */
    record SignedOut(Handle who, LocalDate on, String reason) implements Said {}

    record SignedIn(Handle who, LocalDate on) implements Said {}
}
