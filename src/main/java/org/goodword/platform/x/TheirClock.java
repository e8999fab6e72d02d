package org.goodword.platform.x;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What time it is on the other side. A signature stamped more than five minutes away from it is not accepted. */
public final class TheirClock {
    /** Long enough for a poor line, short enough to sit through. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TheirClock() {}

    /**
     * By the {@code Date} header of whatever answers there, to the second. The request is unsigned, so it costs nothing.
     * Empty when nothing answers in five seconds.
     */
    public static Optional<Instant> at(URI baseUrl) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            var request = HttpRequest.newBuilder(baseUrl.resolve("/"))
                    .timeout(PATIENCE)
                    .header("User-Agent", "Goodword")
                    .build();
            return http.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
