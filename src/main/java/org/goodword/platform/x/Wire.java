package org.goodword.platform.x;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request once and says what became of it. HTTP/1.1, because the JDK's HTTP/2 repeats a request on its own when
 * a connection is wound up; no redirects, because a signature is good for one address.
 */
final class Wire {

    /**
     * How long to wait.
     *
     * @param answer from the first byte out to the last byte in; the client's own time-out ends with the headers, and a body
     *     that stalls would hold the dispatcher for ever
     */
    record Patience(Duration connect, Duration answer) {
        /** X connects in well under a second; ten are enough for a poor line. */
        static final Duration CONNECT = Duration.ofSeconds(10);

        /** X answers within a few seconds or not at all; waiting longer would only delay the turns behind. */
        static final Duration ANSWER = Duration.ofSeconds(30);

        static final Patience USUAL = new Patience(CONNECT, ANSWER);
    }

    private final XApp app;
    private final Patience patience;
    private final HttpClient http;

    Wire(XApp app, Patience patience) {
        this.app = app;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
    }

    Reply send(Ask ask, Authority authority) {
        if (Thread.currentThread().isInterrupted()) {
            return new Reply.NotSent("the program is being stopped");
        }
        var pending = http.sendAsync(request(ask, authority), BodyHandlers.ofString());
        try {
            var limit = patience.connect().plus(patience.answer());
            return answered(pending.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Reply.Lost("no whole answer came in time");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Lost("the program was stopped while it waited for the answer");
        }
    }

    private HttpRequest request(Ask ask, Authority authority) {
        var address = app.at(ask.target());
        var request = HttpRequest.newBuilder(address)
                .timeout(patience.answer())
                .header("Authorization", authority.header(ask.verb(), address))
                .header("Accept", "application/json")
                .header("User-Agent", "Goodword");
        ask.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        return request.method(
                        ask.verb().name(),
                        ask.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                .build();
    }

    private static Reply answered(HttpResponse<String> response) {
        return new Reply.Answered(response.statusCode(), response.headers(), response.body());
    }

    private static Reply failed(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new Reply.NotSent("no connection could be made");
        }
        if (cause instanceof HttpTimeoutException) {
            return new Reply.Lost("no answer came in time");
        }
        if (cause instanceof IOException) {
            return new Reply.Lost("the connection broke before the answer came");
        }
        throw new IllegalStateException("sending a request failed in a way that is no trouble of the network", cause);
    }
}
