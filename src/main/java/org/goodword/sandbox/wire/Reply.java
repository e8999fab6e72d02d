package org.goodword.sandbox.wire;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What goes back over the wire. */
public record Reply(int status, Map<String, String> headers, String body) {
    public static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    public static Reply problem(int status, JsonNode body) {
        return of(status, "application/problem+json; charset=utf-8", body.toString());
    }

    public static Reply html(String page) {
        return of(200, "text/html; charset=utf-8", page);
    }

    public static Reply form(int status, String body) {
        return of(status, "application/x-www-form-urlencoded; charset=utf-8", body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public static Reply redirect(String where) {
        return new Reply(302, Map.of("Location", where), "");
    }

    public static Reply of(int status, String type, String body) {
        return new Reply(status, Map.of("Content-Type", type), body);
    }

    /** With these headers too; where both have one, the reply's own stays. */
    public Reply with(Map<String, String> more) {
        var all = new TreeMap<>(more);
        all.putAll(headers);
        return new Reply(status, all, body);
    }
}
