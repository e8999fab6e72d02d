package org.goodword.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodword.sandbox.wire.Percent;
import org.goodword.sandbox.wire.Reply;

/** The three pages a person sees while signing in. */
final class Pages {
    private Pages() {}

    /** One button for each account, and one for none; the query goes along unchanged. */
    static Reply choice(String action, List<Map.Entry<String, String>> query, List<String> handles) {
        var where = query.stream()
                .map(pair -> Percent.encode(pair.getKey()) + "=" + Percent.encode(pair.getValue()))
                .collect(Collectors.joining("&", action + "?", ""));
        var buttons = handles.stream()
                .map(handle -> "<p><button name=\"account\" value=\"" + escaped(handle) + "\">Let the app in as @"
                        + escaped(handle) + "</button></p>\n")
                .collect(Collectors.joining());
        return page("<h1>Let this app use an account?</h1>\n<form method=\"post\" action=\"" + escaped(where) + "\">\n"
                + buttons + "<p><button name=\"deny\" value=\"1\">Do not let it in</button></p>\n</form>");
    }

    static Reply pin(String pin) {
        return page("<h1>Go back to the app and enter this PIN</h1>\n<p id=\"oauth_pin\"><kbd><code>" + escaped(pin)
                + "</code></kbd></p>");
    }

    static Reply note(String text) {
        return page("<p>" + escaped(text) + "</p>");
    }

    private static Reply page(String body) {
        return Reply.html("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Sandbox</title>\n"
                + "<body>\n" + body + "\n</body>\n</html>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
