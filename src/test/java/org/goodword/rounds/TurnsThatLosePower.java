package org.goodword.rounds;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.rotation.Turn;

/** Books of turns whose program ends before it books one turn too many. */
final class TurnsThatLosePower {
    private TurnsThatLosePower() {}

    /** Stands for the plug being pulled. */
    static final class PlugPulled extends Error {}

    /** @param left how many it books before */
    static Turns after(int left, Turns turns) {
        var leftNow = new AtomicInteger(left);
        var cut = mock(Turns.class, delegatesTo(turns));
        doAnswer(call -> {
                    if (leftNow.getAndDecrement() == 0) {
                        throw new PlugPulled();
                    }
                    return turns.book(
                            call.getArgument(0, Turn.class),
                            call.getArgument(1, State.class),
                            call.getArgument(2, Instant.class),
                            call.getArgument(3, String.class));
                })
                .when(cut)
                .book(any(), any(), any(), any());
        return cut;
    }
}
