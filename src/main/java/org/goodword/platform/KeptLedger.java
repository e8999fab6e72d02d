package org.goodword.platform;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.goodword.settings.Usd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger whose books may be out of reach for a moment: locked by another program, on a disk that is full. What was called
 * has been called, so it is kept and entered first of all as soon as that is possible. Whoever asks before is told that the
 * books cannot be read, so that nothing further is called meanwhile.
 */
public final class KeptLedger implements Ledger {
    private static final Logger log = LoggerFactory.getLogger(KeptLedger.class);

    private final Ledger books;
    private final Deque<Consumer<Ledger>> kept = new ArrayDeque<>();

    public KeptLedger(Ledger books) {
        this.books = books;
    }

    @Override
    public void record(Entry entry) {
        keep(ledger -> ledger.record(entry));
    }

    @Override
    public void record(Entry known, String supposed) {
        keep(ledger -> ledger.record(known, supposed));
    }

    private synchronized void keep(Consumer<Ledger> entry) {
        kept.add(entry);
        try {
            enter();
        } catch (RuntimeException e) {
            log.warn("calls are not in the ledger yet kept={} reason=\"{}\"", kept.size(), firstLine(e));
        }
    }

    private void enter() {
        for (var next = kept.peek(); next != null; next = kept.peek()) {
            next.accept(books);
            kept.remove();
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** @throws RuntimeException the books', while they cannot be written */
    private synchronized Ledger complete() {
        enter();
        return books;
    }

    @Override
    public Usd spentSince(Instant since) {
        return complete().spentSince(since);
    }

    @Override
    public Usd reserved() {
        return complete().reserved();
    }

    @Override
    public int callsSince(Collection<Call> calls, Optional<Handle> account, Instant since) {
        return complete().callsSince(calls, account, since);
    }

    @Override
    public int pushbacksSince(Optional<Handle> account, Instant since) {
        return complete().pushbacksSince(account, since);
    }
}
