package org.goodword.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.goodword.platform.Call;
import org.goodword.platform.Handle;
import org.goodword.platform.Ledger;
import org.goodword.platform.Tariff;
import org.goodword.settings.Usd;
import org.jdbi.v3.core.Jdbi;

/** The books of calls and charges. */
public final class StoredLedger implements Ledger {
    private final Jdbi jdbi;
    private final Supplier<Tariff> tariff;

    /** @param tariff asked each time: the rule file may be edited while the program runs */
    public StoredLedger(Database database, Supplier<Tariff> tariff) {
        this.jdbi = database.jdbi();
        this.tariff = tariff;
    }

    @Override
    public void record(Entry entry) {
        jdbi.useHandle(handle -> write(handle, entry));
    }

    @Override
    public void record(Entry known, String supposed) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update spend set replaced = 1 where supposed = :supposed")
                    .bind("supposed", supposed)
                    .execute();
            write(handle, known);
        });
    }

    private static void write(org.jdbi.v3.core.Handle handle, Entry entry) {
        handle.createUpdate("""
                        insert into spend (at, call, account, units, milli, pushed_back, supposed)
                        values (:at, :call, :account, :units, :milli, :pushedBack, :supposed)
                        """)
                .bind("at", entry.at().toEpochMilli())
                .bind("call", entry.call().name())
                .bind("account", entry.account().map(Handle::name))
                .bind("units", entry.units())
                .bind("milli", entry.price().milli())
                .bind("pushedBack", entry.pushedBack())
                .bind("supposed", entry.supposed())
                .execute();
    }

    @Override
    public Usd spentSince(Instant since) {
        return new Usd(jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(milli), 0) from spend where at >= :since and replaced = 0")
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .one()));
    }

    /** What was spent between two instants: from (inclusive) until (exclusive). */
    public Usd spentBetween(Instant from, Instant until) {
        return spentSince(from).less(spentSince(until));
    }

    @Override
    public Usd reserved() {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select kind, count(*) as turns from turn
                         where state in ('ASKED', 'APPROVED', 'READY', 'SENDING') group by kind
                        """)
                .map((row, context) -> tariff.get()
                        .price(row.getString("kind").equals("REPOST") ? Call.REPOST : Call.PUBLISH)
                        .times(row.getInt("turns")))
                .stream()
                .reduce(Usd.ZERO, Usd::plus));
    }

    @Override
    public int callsSince(Collection<Call> calls, Optional<Handle> account, Instant since) {
        var names = calls.stream().map(call -> "'" + call.name() + "'").collect(Collectors.joining(", "));
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from spend where at >= :since and call in (" + names
                                + ") and (:account is null or account = :account)")
                        .bind("since", since.toEpochMilli())
                        .bind("account", account.map(Handle::name))
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public int pushbacksSince(Optional<Handle> account, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from spend
                         where at >= :since and pushed_back = 1 and account is :account
                        """)
                .bind("since", since.toEpochMilli())
                .bind("account", account.map(Handle::name))
                .mapTo(Integer.class)
                .one());
    }
}
