package org.goodword.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.goodword.settings.Usd;

/** The port to the books of calls and charges. Append-only: a charge is never taken off again. */
public interface Ledger {

    void record(Entry entry);

    Usd spentSince(Instant since);

    /** What approved turns will cost and has not been spent. */
    Usd reserved();

    /** @param account whose calls to count; empty counts everybody's, the app's own included */
    int callsSince(Collection<Call> calls, Optional<Handle> account, Instant since);

    /** Times the platform said "too many" to this account since then; empty is the app itself, and no account's. */
    int pushbacksSince(Optional<Handle> account, Instant since);

    /**
     * One call that was made.
     *
     * @param account whose call it was; empty for the app's own
     * @param units posts or users returned and billed, or 1 for a write
     * @param pushedBack the platform answered "too many"
     */
    record Entry(Instant at, Call call, Optional<Handle> account, int units, Usd price, boolean pushedBack) {}
}
