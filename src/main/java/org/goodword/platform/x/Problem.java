package org.goodword.platform.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The body of a refusal, as far as X says anything: it may be problem JSON, the older {@code errors} list, HTML or nothing.
 *
 * @param title in lower case without spaces: X has written "CreditsDepleted" and "Payment Required" for the same thing
 * @param type the last part of the type's address, whichever of X's two hosts it names
 * @param codes the numbers of the older form
 * @param text all that is said in words
 */
record Problem(String title, String type, String reason, Set<Integer> codes, String text, Optional<Instant> resetDate) {
    static final Problem NONE = new Problem("", "", "", Set.of(), "", Optional.empty());

    /** Each of X's answers has at least one of these, whichever of its generations wrote it. */
    private static final Set<String> OF_X =
            Set.of("data", "meta", "errors", "title", "detail", "type", "status", "error", "reason");

    static Problem of(String body) {
        return Json.object(body).map(Problem::of).orElse(NONE);
    }

    /** JSON of X's; a page, and JSON of any other shape, is from somebody between us. */
    static boolean isOfX(JsonNode json) {
        return OF_X.stream().anyMatch(json::has);
    }

    private static Problem of(JsonNode json) {
        return new Problem(
                Json.text(json, "title").toLowerCase(Locale.ROOT).replace(" ", ""),
                lastPart(Json.text(json, "type")),
                Json.text(json, "reason").toLowerCase(Locale.ROOT),
                codes(json),
                words(json),
                resetDate(Json.text(json, "reset_date")));
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static Set<Integer> codes(JsonNode json) {
        var codes = new HashSet<Integer>();
        for (var error : json.path("errors")) {
            codes.add(error.path("code").asInt(0));
        }
        codes.remove(0);
        return Set.copyOf(codes);
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

    boolean hasOneOf(Set<Integer> some) {
        return codes.stream().anyMatch(some::contains);
    }
}
