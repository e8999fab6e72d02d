package org.goodword.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Percent-encoding as RFC 5849 §3.6 wants it, and the forms and queries that are made with it. */
public final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    public static String encode(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = b & 0xFF;
            if (isUnreserved(c)) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    /** Decodes {@code %XX} only; a percent sign that begins no such thing stays. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var in = text.getBytes(StandardCharsets.UTF_8);
        var out = new byte[in.length];
        var length = 0;
        for (var i = 0; i < in.length; i++) {
            var high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
            var low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out[length++] = (byte) ((high << 4) | low);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /** The pairs of a query or a form body, in which {@code +} is a space. */
    public static List<Map.Entry<String, String>> pairs(String form) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var part : form.split("&")) {
            if (!part.isEmpty()) {
                var equals = part.indexOf('=');
                var name = equals < 0 ? part : part.substring(0, equals);
                var value = equals < 0 ? "" : part.substring(equals + 1);
                pairs.add(Map.entry(decode(name.replace('+', ' ')), decode(value.replace('+', ' '))));
            }
        }
        return pairs;
    }

    public static Optional<String> first(List<Map.Entry<String, String>> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
