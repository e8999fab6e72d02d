package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.XClientTest.NOW;
import static org.goodword.platform.x.XClientTest.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import twitter4j.auth.OAuthAuthorization;

/** With everything at DEBUG, Twitter4J's logger included, nothing that signs a request reaches an appender. */
class WarningsOnlyTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger theirs = (Logger) LoggerFactory.getLogger("twitter4j");
    private final Logger wire = (Logger) LoggerFactory.getLogger("org.apache.hc");
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        root.setLevel(Level.TRACE);
        theirs.setLevel(Level.TRACE);
        // as config/logback.xml has it: this one can only be kept quiet from outside
        wire.setLevel(Level.WARN);
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(appender);
        root.setLevel(before);
        theirs.setLevel(null);
        wire.setLevel(null);
    }

    private List<String> logged() {
        var lines = new ArrayList<String>();
        for (var event : List.copyOf(appender.list)) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
        }
        return lines;
    }

    @Test
    void noTokenBaseStringOrSignatureIsLoggedAtDebug() {
        try (var x = new ScriptedX()) {
            x.answers(201, "{\"data\":{\"id\":\"77\"}}");
            var client = new XClient(app(x.baseUrl(), Secret.NONE), SignInsOf.everyone(), InstantSource.fixed(NOW));

            client.publish(BLUEBIRD, "Ask them.", false);

            var signature = Signatures.parameters(x.onlyAsked()).get("oauth_signature");
            assertThat(logged())
                    .noneMatch(line -> line.contains("token-of-bluebird"))
                    .noneMatch(line -> line.contains("secret-of-bluebird"))
                    .noneMatch(line -> line.contains("app-secret"))
                    .noneMatch(line -> line.contains("OAuth base string"))
                    .noneMatch(line -> line.contains(signature));
        }
    }

    @Test
    void aWireWhoseLogWouldHoldSignaturesDoesNotStart() {
        wire.setLevel(Level.DEBUG);
        try (var x = new ScriptedX()) {
            var app = app(x.baseUrl(), Secret.NONE);

            assertThatThrownBy(() -> new XClient(app, SignInsOf.everyone(), InstantSource.fixed(NOW)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.apache.hc at WARN");
        }
    }

    @Test
    void theLogThatComesWithItKeepsBothQuietWhateverItsLevel() throws IOException {
        assertThat(Files.readString(Path.of("config/logback.xml")))
                .contains("<logger name=\"twitter4j\" level=\"WARN\"/>")
                .contains("<logger name=\"org.apache.hc\" level=\"WARN\"/>");
    }

    @Test
    void warningsOfTwitter4JStillArrive() {
        WarningsOnly.install();

        twitter4j.Logger.getLogger(OAuthAuthorization.class).warn("the clock may be wrong");

        assertThat(logged()).contains("twitter4j.auth.OAuthAuthorization the clock may be wrong");
    }

    @Test
    void theAppenderWouldHaveHeard() {
        LoggerFactory.getLogger(OAuthAuthorization.class).debug("OAuth base string:");

        assertThat(logged()).contains("twitter4j.auth.OAuthAuthorization OAuth base string:");
    }
}
