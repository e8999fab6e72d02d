package org.goodword.platform.x;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Pattern;

/** Requests as they come in on a bare socket. */
final class Heads {
    private static final Pattern NONCE = Pattern.compile("oauth_nonce=\"([^\"]*)\"");

    private Heads() {}

    /** Head and body, so that hanging up is an end and not a reset. */
    static String read(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the client has closed its connection");
            }
            head.append((char) next);
        }
        var length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        in.readNBytes(length);
        return head.toString();
    }

    static String nonce(String head) {
        var nonce = NONCE.matcher(head);
        return nonce.find() ? nonce.group(1) : "none";
    }
}
