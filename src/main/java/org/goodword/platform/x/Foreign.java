package org.goodword.platform.x;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers that are not X's word: the page of a gateway, a firewall or a hotel, or JSON of another shape. X speaks JSON of its
 * own shapes, says nothing at all, or, where it stumbles (5xx), anything.
 */
final class Foreign {
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern TAGS = Pattern.compile("(?s)<(script|style).*?</\\1>|<[^>]*>");

    /** "Proxy Authentication Required" and "Network Authentication Required": a server itself never says these. */
    private static final Set<Integer> OF_GATEWAYS = Set.of(407, 511);

    private Foreign() {}

    static boolean is(Reply.Answered answer) {
        var status = answer.status();
        if (OF_GATEWAYS.contains(status) || status / 100 == 3) {
            return true;
        }
        if (status >= 500 || status == 408 || answer.body().isBlank() || hasLimitsOfX(answer)) {
            return false;
        }
        return Json.object(answer.body())
                .map(json -> !Problem.isOfX(json))
                // JSON that stops half-way is an answer that was cut off
                .orElseGet(() -> !answer.body().stripLeading().startsWith("{"));
    }

    private static boolean hasLimitsOfX(Reply.Answered answer) {
        return answer.status() == 429
                && answer.headers().firstValue("x-rate-limit-reset").isPresent();
    }

    /** The page's title, or else its words, or else the bare status. */
    static String shown(Reply.Answered answer) {
        var title = TITLE.matcher(answer.body());
        var words = title.find() ? title.group(1) : TAGS.matcher(answer.body()).replaceAll(" ");
        var plain = words.replaceAll("\\s+", " ").strip();
        return plain.isEmpty()
                ? "an answer with status " + answer.status()
                : "\"" + plain + "\" (status " + answer.status() + ")";
    }
}
