package org.goodword.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroublesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Logger log = (Logger) LoggerFactory.getLogger(Troubles.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Troubles troubles = new Troubles();

    @BeforeEach
    void listen() {
        appender.start();
        log.addAppender(appender);
    }

    @AfterEach
    void stop() {
        log.detachAppender(appender);
    }

    private void fails(Duration after, String why) {
        troubles.safely("sending", NOON.plus(after), () -> {
            throw new IllegalStateException("at " + after, new IllegalArgumentException(why));
        });
    }

    private Stream<ILoggingEvent> inFull() {
        return appender.list.stream().filter(line -> line.getThrowableProxy() != null);
    }

    @Test
    void whatFailsEachMinuteIsToldInFullOnceAndThenInALineAnHour() {
        for (var minute = 0; minute < 121; minute++) {
            fails(Duration.ofMinutes(minute), "the file is locked");
        }

        assertThat(inFull()).hasSize(1);
        assertThat(appender.list).hasSize(3);
        assertThat(appender.list.get(1).getFormattedMessage())
                .isEqualTo("a round still fails round=sending times=60"
                        + " reason=\"IllegalArgumentException: the file is locked\"");
    }

    @Test
    void anotherTroubleIsToldInFullAsIsTheSameOnceTheRoundHadWorked() {
        fails(Duration.ZERO, "the file is locked");
        fails(Duration.ofMinutes(1), "the disk is full");
        troubles.safely("sending", NOON, () -> {});
        fails(Duration.ofMinutes(3), "the disk is full");

        assertThat(inFull()).hasSize(3);
    }
}
