package org.goodword.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came over the wire, read to its end.
 *
 * @param path as it was sent, without the query
 * @param headers the first value of each, by its name in small letters
 */
public record Request(
        String method,
        String path,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        String body,
        String host) {
    private static final int MOST_BYTES = 1 << 20;

    public static Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var local = exchange.getLocalAddress();
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Percent.pairs(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                headers,
                new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8),
                headers.getOrDefault("host", "127.0.0.1:" + local.getPort()));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> param(String name) {
        return Percent.first(query, name);
    }

    public boolean isForm() {
        return header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .orElse(false);
    }

    /** The body's pairs where it is a form, else nothing. */
    public List<Map.Entry<String, String>> form() {
        return isForm() ? Percent.pairs(body) : List.of();
    }
}
