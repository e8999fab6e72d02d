package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.outbox.State;
import org.goodword.platform.Call;
import org.goodword.platform.Handle;
import org.goodword.platform.Ledger;
import org.goodword.platform.Tariff;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLedgerTest {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Tariff TARIFF =
            new Tariff(Map.of(Call.PUBLISH, new Usd(15), Call.REPOST, new Usd(10)), List.of());

    @TempDir
    Path folder;

    private Database database;
    private StoredLedger ledger;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
        ledger = new StoredLedger(database, () -> TARIFF);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void call(Instant at, Call call, Optional<Handle> account, long milli, boolean pushedBack) {
        ledger.record(new Ledger.Entry(at, call, account, 1, new Usd(milli), pushedBack));
    }

    @Test
    void nothingSpentIsNothing() {
        assertThat(ledger.spentSince(Instant.EPOCH)).isEqualTo(Usd.ZERO);
        assertThat(ledger.reserved()).isEqualTo(Usd.ZERO);
    }

    @Test
    void whatWasSpentIsAddedUpFromAnInstantOn() {
        call(NOON, Call.READ, Optional.empty(), 5, false);
        call(LATER, Call.PUBLISH, Optional.of(ANN), 15, false);

        assertThat(ledger.spentSince(NOON)).isEqualTo(new Usd(20));
        assertThat(ledger.spentSince(NOON.plusMillis(1))).isEqualTo(new Usd(15));
        assertThat(ledger.spentBetween(NOON, LATER)).isEqualTo(new Usd(5));
    }

    @Test
    void anAskReservesItsPriceUntilItIsAnswered() {
        var turns = new StoredTurns(database);
        var posts = new StoredPosts(database);
        posts.found(List.of(Shelves.post("9001")));
        var introduction = turns.book(Shelves.introductionTurn(), State.PREPARED, NOON, "Dealt.");
        var repost = turns.book(Shelves.repostTurn(Shelves.post("9001")), State.PREPARED, NOON, "Dealt.");
        assertThat(ledger.reserved()).isEqualTo(Usd.ZERO);

        var asked = turns.move(introduction, State.ASKED, NOON, "Asked.");
        turns.move(repost, State.READY, NOON, "By itself.");
        assertThat(ledger.reserved()).isEqualTo(new Usd(25));
        turns.move(asked, State.DECLINED, NOON, "No.");

        assertThat(ledger.reserved()).isEqualTo(new Usd(10));
    }

    @Test
    void callsAreCountedByKindAccountAndTime() {
        call(NOON, Call.PUBLISH, Optional.of(ANN), 15, false);
        call(LATER, Call.REPOST, Optional.of(ANN), 15, false);
        call(LATER, Call.PUBLISH, Optional.of(BEN), 15, false);
        call(LATER, Call.READ, Optional.empty(), 5, false);

        assertThat(ledger.callsSince(List.of(Call.PUBLISH, Call.REPOST), Optional.of(ANN), NOON))
                .isEqualTo(2);
        assertThat(ledger.callsSince(List.of(Call.PUBLISH, Call.REPOST), Optional.of(ANN), LATER))
                .isEqualTo(1);
        assertThat(ledger.callsSince(List.of(Call.PUBLISH), Optional.empty(), NOON))
                .isEqualTo(2);
        assertThat(ledger.callsSince(List.of(), Optional.empty(), NOON)).isZero();
    }

    @Test
    void pushbacksAreCountedForTheAccount() {
        call(NOON, Call.PUBLISH, Optional.of(ANN), 15, true);
        call(LATER, Call.PUBLISH, Optional.of(ANN), 15, false);
        call(LATER, Call.PUBLISH, Optional.of(BEN), 15, true);

        assertThat(ledger.pushbacksSince(Optional.of(ANN), NOON)).isEqualTo(1);
        assertThat(ledger.pushbacksSince(Optional.of(ANN), LATER)).isZero();
        assertThat(ledger.pushbacksSince(Optional.empty(), NOON))
                .as("the app's own, and no account's")
                .isZero();
    }

    @Test
    void whatWasSupposedIsAddedUpUntilItIsKnown() {
        var lost = new Ledger.Entry(
                NOON, Call.POSTS_SINCE, Optional.empty(), 10, new Usd(50), false, Optional.of("a look of noon"));
        ledger.record(lost);
        assertThat(ledger.spentSince(NOON)).isEqualTo(new Usd(50));

        ledger.record(
                new Ledger.Entry(LATER, Call.POSTS_SINCE, Optional.empty(), 1, new Usd(5), false), "a look of noon");

        assertThat(ledger.spentSince(NOON)).isEqualTo(new Usd(5));
        assertThat(ledger.callsSince(List.of(Call.POSTS_SINCE), Optional.empty(), NOON))
                .as("both were made")
                .isEqualTo(2);
    }
}
