package org.goodword.platform.x;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.MessageHeaders;

/** An answer's headers, each by its first value; names in lower case. */
record Headers(Map<String, String> byName) {
    static final Headers NONE = new Headers(Map.of());

    Headers {
        byName = Map.copyOf(byName);
    }

    static Headers of(MessageHeaders message) {
        var byName = new HashMap<String, String>();
        for (var header : message.getHeaders()) {
            byName.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(header.getValue()).orElse(""));
        }
        return new Headers(byName);
    }

    Optional<String> firstValue(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
