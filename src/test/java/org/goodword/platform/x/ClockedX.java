package org.goodword.platform.x;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Turns every signature away with a 401 whose date is so many minutes from the signature's own stamp. */
final class ClockedX implements AutoCloseable {
    private static final Pattern STAMP = Pattern.compile("oauth_timestamp=\"(\\d+)\"");

    private final ServerSocket socket;
    private final Duration ahead;
    private final AtomicInteger broken = new AtomicInteger();

    /** @param ahead by how many minutes the client's clock is ahead of this one */
    ClockedX(int ahead) {
        this.ahead = Duration.ofMinutes(ahead);
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var thread = new Thread(this::serve, "clocked-x");
        thread.setDaemon(true);
        thread.start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                answer(connection);
            } catch (IOException e) {
                broken.incrementAndGet();
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        var stamp = STAMP.matcher(head);
        if (!stamp.find()) {
            throw new IllegalStateException("a request that is not signed: " + head);
        }
        in.readNBytes(Integer.parseInt(head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1")));
        var date = Instant.ofEpochSecond(Long.parseLong(stamp.group(1))).minus(ahead);
        var body = "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401}";
        var answer = "HTTP/1.1 401 Unauthorized\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n"
                + body;
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
