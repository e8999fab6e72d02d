package org.goodword.platform.x;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request to X.
 *
 * @param endpoint its path with {@code :id} for what varies: what X counts its limits by
 * @param target path and query, percent-encoded: exactly what is signed and sent
 */
record Ask(Verb verb, String endpoint, String target, Optional<String> body) {

    enum Verb {
        GET,
        POST,
        DELETE
    }

    static Ask get(String endpoint, String path, Map<String, String> query) {
        var parameters = query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return new Ask(Verb.GET, endpoint, path + "?" + parameters, Optional.empty());
    }

    static Ask post(String endpoint, String path, String body) {
        return new Ask(Verb.POST, endpoint, path, Optional.of(body));
    }

    static Ask delete(String endpoint, String path) {
        return new Ask(Verb.DELETE, endpoint, path, Optional.empty());
    }

    boolean isWrite() {
        return verb != Verb.GET;
    }

    String door() {
        return verb + " " + endpoint;
    }

    /** As RFC 3986 has it. URLEncoder's {@code +} would be signed as a space by one side and as a plus by the other. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
