package org.goodword.platform.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of a refusal, as far as X says anything: it may be problem JSON, the older {@code errors} list, HTML or nothing.
 *
 * @param title in lower case without spaces: X has written "CreditsDepleted" and "Payment Required" for the same thing
 * @param type the last part of the type's address, whichever of X's two hosts it names
 * @param text all that is said in words
 */
record Problem(String title, String type, String reason, String text, Optional<Instant> resetDate) {
    static final Problem NONE = new Problem("", "", "", "", Optional.empty());

    static Problem of(String body) {
        return Json.object(body).map(Problem::of).orElse(NONE);
    }

    private static Problem of(JsonNode json) {
        return new Problem(
                Json.text(json, "title").toLowerCase(Locale.ROOT).replace(" ", ""),
                lastPart(Json.text(json, "type")),
                Json.text(json, "reason").toLowerCase(Locale.ROOT),
                words(json),
                resetDate(Json.text(json, "reset_date")));
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String words(JsonNode json) {
        var words = new StringBuilder(Json.text(json, "detail"));
        for (var error : json.path("errors")) {
            append(words, Json.text(error, "message"));
            append(words, Json.text(error, "detail"));
        }
        return words.isEmpty() ? Json.text(json, "title") : words.toString();
    }

    private static void append(StringBuilder words, String more) {
        if (!more.isBlank() && words.indexOf(more) < 0) {
            words.append(words.isEmpty() ? "" : "; ").append(more);
        }
    }

    /** X shows both a date and a moment in its examples. */
    private static Optional<Instant> resetDate(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            text.contains("T")
                                    ? OffsetDateTime.parse(text).toInstant()
                                    : LocalDate.parse(text)
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean says(String words) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
