package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.rounds.Village.MONDAY;
import static org.goodword.rounds.Village.SUNDAY;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LookTest {
    @TempDir
    Path home;

    private final Logger log = (Logger) LoggerFactory.getLogger(Look.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private Village village;

    @BeforeEach
    void listen() {
        village = new Village(home);
        village.week().run(SUNDAY);
        appender.start();
        log.addAppender(appender);
    }

    @AfterEach
    void close() {
        log.detachAppender(appender);
        village.close();
    }

    private void look() {
        new Look(village.books, village.platform)
                .at(village.circle.roster(MONDAY).members(), MONDAY);
    }

    private List<String> warnings() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void whenNobodyCanReadThatIsOneLineForAll() {
        village.platform.shut = Optional.of("there is nobody to read X as");

        look();

        assertThat(warnings())
                .containsExactly("posts could not be looked for accounts=24 first=@ash_and_ember"
                        + " reason=\"there is nobody to read X as\"");
        assertThat(village.books.posts().lookedUpTo()).isEmpty();
    }

    @Test
    void whatWasNotFoundForLackOfAReaderIsFoundTheNextTime() {
        village.platform.shut = Optional.of("there is nobody to read X as");
        look();
        village.platform.shut = Optional.empty();

        look();

        assertThat(village.books.posts().since(SUNDAY.minusSeconds(86_400))).hasSize(48);
        assertThat(village.books.posts().lookedUpTo()).hasSize(24);
        assertThat(warnings()).hasSize(1);
    }
}
