package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.Ledger.Entry;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.Test;

/** Books that are out of reach for a moment, in the middle of the work. */
class KeptLedgerTest {
    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");

    private final Ledger books = mock(Ledger.class);
    private final KeptLedger ledger = new KeptLedger(books);

    private static Entry entry(int units) {
        return new Entry(NOW, Call.READ, Optional.empty(), units, new Usd(5L * units), false);
    }

    @Test
    void whatWasCalledWhileTheBooksWereLockedIsEnteredFirstOfAllInItsOrder() {
        doThrow(new IllegalStateException("locked")).when(books).record(entry(1));
        ledger.record(entry(1));
        ledger.record(entry(2));
        doNothing().when(books).record(entry(1));
        when(books.spentSince(NOW)).thenReturn(new Usd(15));

        assertThat(ledger.spentSince(NOW)).isEqualTo(new Usd(15));

        var inOrder = inOrder(books);
        inOrder.verify(books, times(3)).record(entry(1));
        inOrder.verify(books).record(entry(2));
        inOrder.verify(books).spentSince(NOW);
    }

    @Test
    void whileTheyAreLockedNobodyIsToldHowMuchIsLeft() {
        doThrow(new IllegalStateException("locked")).when(books).record(entry(1));

        ledger.record(entry(1));

        assertThatThrownBy(() -> ledger.spentSince(NOW)).hasMessage("locked");
    }

    @Test
    void whatIsKeptIsEnteredOnce() {
        ledger.record(entry(1));
        ledger.spentSince(NOW);

        verify(books).record(entry(1));
    }
}
