package org.goodword.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a server on this machine and hands every byte on in both directions, noting what was asked and answered. It
 * works below HTTP, since a proxy that wrote requests anew would change the host, which signatures cover.
 */
final class Overheard implements AutoCloseable {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /** @param headers by their names in small letters */
    record Message(String firstLine, Map<String, String> headers, String body) {
        String word(int index) {
            return firstLine.split(" ", 3)[index];
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    record Exchange(Message asked, Message answered) {
        String method() {
            return asked.word(0);
        }

        String path() {
            return target()[0];
        }

        /** As it was sent, percent-encoded. */
        Optional<String> query() {
            return target().length == 1 ? Optional.empty() : Optional.of(target()[1]);
        }

        private String[] target() {
            return asked.word(1).split("\\?", 2);
        }

        int status() {
            return Integer.parseInt(answered.word(1));
        }

        boolean succeeded() {
            return status() < 300;
        }

        Exchange answering(String body) {
            return new Exchange(asked, new Message(answered.firstLine(), answered.headers(), body));
        }
    }

    /** @param raw its bytes, each as the character of that number */
    private record Read(Message message, String raw) {
        void writeTo(OutputStream out) throws IOException {
            out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private final ServerSocket door;
    private final URI server;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    Overheard(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::letIn);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private interface Talk {
        void run() throws IOException;
    }

    private static void inBackground(Talk talk) {
        var thread = new Thread(
                () -> {
                    try {
                        talk.run();
                    } catch (IOException e) {
                        // one side hung up; whoever still waits for an answer fails by itself
                    }
                },
                "overheard");
        thread.setDaemon(true);
        thread.start();
    }

    private void letIn() throws IOException {
        while (true) {
            var client = door.accept();
            inBackground(() -> listen(client));
        }
    }

    private void listen(Socket client) throws IOException {
        try (client;
                var behind = new Socket(server.getHost(), server.getPort())) {
            var asking = new BufferedInputStream(client.getInputStream());
            var answering = new BufferedInputStream(behind.getInputStream());
            for (var asked = read(asking); asked.isPresent(); asked = read(asking)) {
                asked.get().writeTo(behind.getOutputStream());
                var answered = read(answering).orElseThrow(() -> new IOException("no answer"));
                exchanges.add(new Exchange(asked.get().message(), answered.message()));
                answered.writeTo(client.getOutputStream());
            }
        }
    }

    private static Optional<Read> read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!endsWithHead(bytes.toByteArray())) {
            var next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            bytes.write(next);
        }
        var lines = bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        var headers = new HashMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var two = lines[i].split(":", 2);
            headers.put(two[0].toLowerCase(Locale.ROOT), two[1].strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        bytes.writeBytes(body);
        var message = new Message(lines[0], Map.copyOf(headers), new String(body, StandardCharsets.UTF_8));
        return Optional.of(new Read(message, bytes.toString(StandardCharsets.ISO_8859_1)));
    }

    private static boolean endsWithHead(byte[] bytes) {
        for (var i = 0; i < END_OF_HEAD.length; i++) {
            var at = bytes.length - END_OF_HEAD.length + i;
            if (at < 0 || bytes[at] != END_OF_HEAD[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
