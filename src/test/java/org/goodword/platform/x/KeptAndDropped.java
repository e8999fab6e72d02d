package org.goodword.platform.x;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that keeps its connections, answers some requests, takes the next ones, and hangs up on those without an answer. */
final class KeptAndDropped implements AutoCloseable {
    private final ServerSocket socket;
    private final int answered;
    private final int dropped;
    private final String body;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> nonces = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private KeptAndDropped(int answered, String body, int dropped) throws IOException {
        this.answered = answered;
        this.dropped = dropped;
        this.body = body;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::accept, "kept-and-dropped");
        thread.setDaemon(true);
        thread.start();
    }

    /** Drops the one request after so many. */
    static KeptAndDropped after(int answered) throws IOException {
        return after(answered, "{\"data\":[]}", 1);
    }

    static KeptAndDropped after(int answered, String body, int dropped) throws IOException {
        return new KeptAndDropped(answered, body, dropped);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The verb of every request that came. */
    List<String> requests() {
        return requests;
    }

    List<String> nonces() {
        return nonces;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                serve(connection);
            } catch (IOException e) {
                broken.incrementAndGet();
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        while (true) {
            var head = Heads.read(connection);
            requests.add(head.substring(0, head.indexOf(' ')));
            nonces.add(Heads.nonce(head));
            var number = requests.size();
            if (number > answered && number - answered <= dropped) {
                connection.close();
                return;
            }
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var connection : open) {
            connection.close();
        }
    }
}
