package org.goodword.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.goodword.settings.StoreTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of a round that could not be done. */
class TroublesInOneLineTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Troubles.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        logger.setAdditive(false);
        logger.addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(heard);
        logger.setAdditive(true);
    }

    private ILoggingEvent told(RuntimeException failure) {
        new Troubles().safely("dispatch", Instant.EPOCH, () -> {
            throw failure;
        });
        assertThat(heard.list).hasSize(1);
        return heard.list.get(0);
    }

    @Test
    void aFullDiskIsOneLine() {
        var event = told(new StoreTrouble("goodword.db: the disk is full; free some space, and try again"));

        assertThat(event.getFormattedMessage())
                .contains("round=dispatch", "the disk is full; free some space, and try again");
        assertThat(event.getThrowableProxy()).isNull();
    }

    @Test
    void aLetterThatCannotBeWrittenIsOneLine() {
        var event = told(new UncheckedIOException("the letter cannot be written to letters", new IOException("full")));

        assertThat(event.getFormattedMessage()).contains("the letter cannot be written to letters");
        assertThat(event.getThrowableProxy()).isNull();
    }

    @Test
    void aBugIsToldWithItsStack() {
        assertThat(told(new IllegalStateException("a bug")).getThrowableProxy()).isNotNull();
    }
}
