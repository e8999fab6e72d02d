package org.goodword.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.goodword.settings.Usd;

/** The books in a list. */
public final class MemoryLedger implements Ledger {
    private final List<Entry> entries = new ArrayList<>();
    private Usd reserved = Usd.ZERO;

    public List<Entry> entries() {
        return entries;
    }

    MemoryLedger spent(Instant at, String usd) {
        record(new Entry(at, Call.READ, Optional.empty(), 1, Usd.parse(usd), false));
        return this;
    }

    MemoryLedger reserving(String usd) {
        reserved = Usd.parse(usd);
        return this;
    }

    MemoryLedger called(Instant at, Call call, Optional<Handle> account, int times) {
        for (var i = 0; i < times; i++) {
            record(new Entry(at, call, account, 1, Usd.ZERO, false));
        }
        return this;
    }

    MemoryLedger pushedBack(Instant at, Optional<Handle> account) {
        record(new Entry(at, Call.REPOST, account, 1, Usd.ZERO, true));
        return this;
    }

    @Override
    public void record(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void record(Entry known, String supposed) {
        entries.removeIf(entry -> entry.supposed().equals(Optional.of(supposed)));
        entries.add(known);
    }

    @Override
    public Usd spentSince(Instant since) {
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(since))
                .map(Entry::price)
                .reduce(Usd.ZERO, Usd::plus);
    }

    @Override
    public Usd reserved() {
        return reserved;
    }

    @Override
    public int callsSince(Collection<Call> calls, Optional<Handle> account, Instant since) {
        return (int) entries.stream()
                .filter(entry -> !entry.at().isBefore(since) && calls.contains(entry.call()))
                .filter(entry -> account.isEmpty() || account.equals(entry.account()))
                .count();
    }

    @Override
    public int pushbacksSince(Optional<Handle> account, Instant since) {
        return (int) entries.stream()
                .filter(entry -> !entry.at().isBefore(since) && entry.pushedBack())
                .filter(entry -> account.equals(entry.account()))
                .count();
    }
}
