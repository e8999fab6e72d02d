package org.goodword.platform.x;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.LoggerFactory;

/**
 * Sends one request once and says what became of it. Every request that leaves is signed for itself: nothing below repeats
 * one, as the JDK's client does with a GET whose connection was closed before the answer (the nonce is used by then, and X
 * answers 401). No redirects, because a signature is good for one address.
 */
final class Wire implements AutoCloseable {
    /** More than any answer of X's; a page from somewhere else is not read without end. */
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    /** Where the client below writes down each request's headers, at DEBUG. */
    private static final String TOLD_HEADERS = "org.apache.hc.client5.http.headers";

    /** A kept connection that lay idle so long is looked at before a request goes out on it: it may have been closed. */
    private static final TimeValue IDLE = TimeValue.ofMilliseconds(500);

    /**
     * How long to wait.
     *
     * @param answer from the first byte out to the last byte in; a body that stalls would hold the dispatcher for ever
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
    private final CloseableHttpClient http;
    private final ExecutorService requests = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "x");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalStateException when the log would be told what signs a request: {@code config/logback.xml} forbids it */
    Wire(XApp app, Patience patience) {
        if (LoggerFactory.getLogger(TOLD_HEADERS).isDebugEnabled()) {
            throw new IllegalStateException(
                    "the log would hold signatures and tokens: keep the logger org.apache.hc at WARN");
        }
        this.app = app;
        this.patience = patience;
        this.http = HttpClients.custom()
                .setConnectionManager(connections(patience))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(patience.connect()))
                        .setResponseTimeout(Timeout.of(patience.answer()))
                        .build())
                .setProxySelector(ProxySelector.getDefault())
                .setUserAgent("Goodword")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Patience patience) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(patience.connect()))
                        .setSocketTimeout(Timeout.of(patience.answer()))
                        .setValidateAfterInactivity(IDLE)
                        .build())
                .build();
    }

    Reply send(Ask ask, Authority authority) {
        if (Thread.currentThread().isInterrupted()) {
            return new Reply.NotSent("the program is being stopped");
        }
        var request = request(ask);
        var header = authority.header(ask.verb(), app.at(ask.target()));
        request.setHeader("Authorization", header);
        var pending = requests.submit(() -> http.execute(request, response -> answered(response, header)));
        try {
            var limit = patience.connect().plus(patience.answer());
            return pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            request.cancel();
            return new Reply.Lost("no whole answer came in time", false);
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            return new Reply.Lost("the program was stopped while it waited for the answer", false);
        }
    }

    private HttpUriRequestBase request(Ask ask) {
        var request = new HttpUriRequestBase(ask.verb().name(), app.at(ask.target()));
        request.setHeader("Accept", "application/json");
        ask.body()
                .ifPresent(body -> request.setEntity(new ByteArrayEntity(
                        body.getBytes(StandardCharsets.UTF_8), ContentType.create("application/json"))));
        return request;
    }

    private static Reply.Answered answered(ClassicHttpResponse response, String authorization) throws IOException {
        try {
            var entity = response.getEntity();
            var body = entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8, LONGEST_ANSWER);
            return new Reply.Answered(
                    response.getCode(), Headers.of(response), Objects.requireNonNullElse(body, ""), authorization);
        } catch (ParseException e) {
            throw new IOException("a header of the answer cannot be read", e);
        }
    }

    private static Reply failed(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException) {
            return new Reply.NotSent("no connection could be made");
        }
        if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
            return new Reply.NotSent("what answers there cannot show that it is X (" + cause.getMessage() + ")");
        }
        if (cause instanceof SocketTimeoutException) {
            return new Reply.Lost("no answer came in time", false);
        }
        if (cause instanceof IOException) {
            return new Reply.Lost("the connection broke before the answer came", true);
        }
        throw new IllegalStateException("sending a request failed in a way that is no trouble of the network", cause);
    }

    @Override
    public void close() {
        requests.shutdown();
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the connections to X cannot be closed", e);
        }
    }
}
