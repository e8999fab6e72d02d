package org.goodword.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.goodword.settings.Usd;

/**
 * The port to the books of calls and charges. Append-only: a charge is never taken off again, but what was only supposed
 * gives way to what is known.
 */
public interface Ledger {

    void record(Entry entry);

    /**
     * Enters what is known now in the place of what was supposed: that stays in the books, and is added up no longer.
     *
     * @param supposed the mark it was entered under
     */
    void record(Entry known, String supposed);

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
     * @param supposed a mark, where the answer was lost: then units and price are the most that it can have brought
     */
    record Entry(
            Instant at,
            Call call,
            Optional<Handle> account,
            int units,
            Usd price,
            boolean pushedBack,
            Optional<String> supposed) {
        public Entry(Instant at, Call call, Optional<Handle> account, int units, Usd price, boolean pushedBack) {
            this(at, call, account, units, price, pushedBack, Optional.empty());
        }
    }
}
