package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.outbox.State.APPROVED;
import static org.goodword.outbox.State.ASKED;
import static org.goodword.outbox.State.DECLINED;
import static org.goodword.outbox.State.FAILED;
import static org.goodword.outbox.State.HANDED;
import static org.goodword.outbox.State.MISSED;
import static org.goodword.outbox.State.PLANNED;
import static org.goodword.outbox.State.PREPARED;
import static org.goodword.outbox.State.READY;
import static org.goodword.outbox.State.REFUSED;
import static org.goodword.outbox.State.SENDING;
import static org.goodword.outbox.State.SENT;
import static org.goodword.outbox.State.UNKNOWN;
import static org.goodword.outbox.State.WITHDRAWN;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateTest {

    static Stream<Arguments> everyStep() {
        return Stream.of(
                Arguments.of(PLANNED, EnumSet.of(PREPARED, MISSED, REFUSED, WITHDRAWN)),
                Arguments.of(PREPARED, EnumSet.of(ASKED, READY, HANDED, MISSED, REFUSED, WITHDRAWN)),
                Arguments.of(ASKED, EnumSet.of(APPROVED, DECLINED, MISSED, REFUSED, WITHDRAWN)),
                Arguments.of(APPROVED, EnumSet.of(READY, DECLINED, MISSED, REFUSED, WITHDRAWN)),
                Arguments.of(READY, EnumSet.of(SENDING, DECLINED, MISSED, REFUSED, WITHDRAWN)),
                Arguments.of(SENDING, EnumSet.of(SENT, FAILED, UNKNOWN, READY)),
                Arguments.of(UNKNOWN, EnumSet.of(SENT, FAILED, MISSED)),
                Arguments.of(SENT, EnumSet.of(WITHDRAWN)),
                Arguments.of(MISSED, EnumSet.of(SENT)),
                Arguments.of(FAILED, EnumSet.of(SENT)),
                Arguments.of(HANDED, EnumSet.of(SENT)),
                Arguments.of(DECLINED, EnumSet.noneOf(State.class)),
                Arguments.of(REFUSED, EnumSet.noneOf(State.class)),
                Arguments.of(WITHDRAWN, EnumSet.noneOf(State.class)));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void aTurnTakesOnlyTheStepsOfItsLife(State from, Set<State> steps) {
        assertThat(Stream.of(State.values()).filter(from::mayBecome).collect(Collectors.toSet()))
                .isEqualTo(steps);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyWhatIsReadyIsEverSent(State from) {
        assertThat(from.mayBecome(SENDING)).isEqualTo(from == READY);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whatMayBeOutIsNeverSentAgain(State end) {
        var reachable = reachable(end);

        assertThat(end == SENDING
                        || !EnumSet.of(UNKNOWN, SENT, MISSED, FAILED, HANDED, WITHDRAWN, DECLINED, REFUSED)
                                .contains(end)
                        || !reachable.contains(SENDING))
                .as("from %s one can come to %s", end, reachable)
                .isTrue();
    }

    private static Set<State> reachable(State from) {
        var reached = new HashSet<State>();
        var next = Set.of(from);
        while (reached.addAll(next.stream()
                .flatMap(state -> Stream.of(State.values()).filter(state::mayBecome))
                .toList())) {
            next = Set.copyOf(reached);
        }
        return reached;
    }

    @Test
    void openIsWhatIsQueuedAndWhatIsUnderWay() {
        var open = EnumSet.copyOf(State.QUEUED);
        open.addAll(EnumSet.of(SENDING, UNKNOWN));

        assertThat(State.OPEN).isEqualTo(open);
    }
}
