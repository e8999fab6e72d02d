package org.goodword.rounds;

import org.goodword.outbox.Approvals;
import org.goodword.outbox.TakingBack;
import org.goodword.platform.Platform;
import org.goodword.rounds.books.Books;
import org.goodword.settings.Settings;

/**
 * One installation with everything in its place: what a command, the daemon or a rehearsal works with.
 *
 * @param platform metered: every call, reads included, goes past the budget and the published limits
 */
public record House(
        Settings settings,
        Circle circle,
        Books books,
        Platform platform,
        Rounds rounds,
        Approvals approvals,
        TakingBack takingBack,
        Stopping stopping,
        Membership membership,
        Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}
