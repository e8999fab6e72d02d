package org.goodword.platform.x;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading and writing JSON where nothing of what comes in is to be trusted. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static Optional<JsonNode> object(String body) {
        try {
            return Optional.of(MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String write(Map<String, ?> fields) {
        return MAPPER.writeValueAsString(fields);
    }

    /** The string or number at {@code name}, or nothing at all. */
    static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
