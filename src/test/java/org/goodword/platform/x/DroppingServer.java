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

/** A server that reads each request to its end, says at most the first bytes of an answer, and then hangs up or hangs on. */
final class DroppingServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String beginning;
    private final boolean hangsOn;
    private final Runnable whenAsked;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> nonces = new CopyOnWriteArrayList<>();
    /** Connections that ended early: the test's own closing is one. */
    private final AtomicInteger broken = new AtomicInteger();

    private final List<Socket> open = new CopyOnWriteArrayList<>();

    DroppingServer(String beginning, boolean hangsOn) {
        this(beginning, hangsOn, () -> {});
    }

    /** @param whenAsked what happens once a request is there to its end */
    DroppingServer(String beginning, boolean hangsOn, Runnable whenAsked) {
        this.beginning = beginning;
        this.hangsOn = hangsOn;
        this.whenAsked = whenAsked;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var thread = new Thread(this::serve, "dropping-server");
        thread.setDaemon(true);
        thread.start();
    }

    static DroppingServer hangingUp() {
        return new DroppingServer("", false);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The nonce of every request that came. */
    List<String> nonces() {
        return nonces;
    }

    /** The first line of every request that came. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException e) {
                broken.incrementAndGet();
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        open.add(connection);
        var head = Heads.read(connection);
        requests.add(head.substring(0, head.indexOf("\r\n")));
        nonces.add(Heads.nonce(head));
        whenAsked.run();
        connection.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        if (!hangsOn) {
            connection.close();
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
