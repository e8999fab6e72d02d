package org.goodword.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.outbox.Bench.NOON;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.goodword.platform.PostId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log says of turns. */
class LoggedTurnsTest {
    private static final String ANN_FOR_BEN = " kind=introduction voice=@annbakes subject=@benjoinery reason=";

    private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedTurns.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @TempDir
    Path folder;

    private Bench bench;
    private Turns turns;

    @BeforeEach
    void listen() {
        bench = new Bench(folder);
        turns = new LoggedTurns(bench.turns());
        heard.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(heard);
        logger.setAdditive(true);
        logger.setLevel(null);
        bench.close();
    }

    private List<String> lines() {
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Booked sending() {
        var ready = turns.move(
                turns.book(bench.introduction(), State.PREPARED, NOON, "Dealt."), State.READY, NOON, "Approved.");
        return turns.move(ready, State.SENDING, NOON, "The request leaves.");
    }

    @Test
    void aTurnThatWentOutIsOneLine() {
        var turn = sending();

        turns.sent(turn, new PostId("601"), NOON, NOON, "X took it.");

        assertThat(lines()).containsExactly("a turn went out turn=" + turn.id() + ANN_FOR_BEN + "\"X took it.\"");
    }

    @Test
    void whatIsNotKnownIsALineAndSoIsThatItWasFound() {
        var turn = sending();

        var unknown = turns.move(turn, State.UNKNOWN, NOON, "No clear answer came: the connection broke");
        turns.sent(unknown, new PostId("601"), NOON, NOON, "It stands on the voice's timeline.");

        assertThat(lines())
                .containsExactly(
                        "it is not known whether a turn went out turn=" + turn.id() + ANN_FOR_BEN
                                + "\"No clear answer came: the connection broke\"",
                        "a turn was found to be out turn=" + turn.id() + ANN_FOR_BEN
                                + "\"It stands on the voice's timeline.\"");
    }

    @Test
    void whatWasMissedRefusedOrFailedIsALineEach() {
        turns.move(turns.book(bench.introduction(), State.PLANNED, NOON, "Dealt."), State.MISSED, NOON, "Too late.");
        turns.move(turns.book(bench.introduction(), State.PLANNED, NOON, "Dealt."), State.REFUSED, NOON, "A rule.");
        turns.move(sending(), State.FAILED, NOON, "X said \"no\"\nand no more.");

        assertThat(lines())
                .extracting(line -> line.replaceAll(" turn=.*reason=", " "))
                .containsExactly(
                        "a turn was missed \"Too late.\"",
                        "a turn was refused \"A rule.\"",
                        "a turn failed \"X said 'no' and no more.\"");
    }

    @Test
    void aMembersNoAndEverySmallStepAreNoLine() {
        var asked = turns.move(
                turns.book(bench.introduction(), State.PREPARED, NOON, "Dealt."), State.ASKED, NOON, "Asked.");
        turns.move(asked, State.DECLINED, NOON, "The voice said no.");
        sending();

        assertThat(lines()).isEmpty();
    }
}
