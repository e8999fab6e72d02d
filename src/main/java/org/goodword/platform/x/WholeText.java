package org.goodword.platform.x;

import java.util.regex.Pattern;
import org.goodword.platform.Wording;
import tools.jackson.databind.JsonNode;

/**
 * A post's text, the whole of it, as its author wrote it. X cuts a long one and puts the whole into a note; it sends three
 * signs as entities, and for each address one of its own, with what it stands for beside the text.
 *
 * @param whole false where X shows a cut text without its note
 */
record WholeText(String text, boolean whole) {
    /** A text is cut at a weight of 280, and what X adds to it may take some of that. */
    private static final int NEARLY_FULL = 240;

    private static final Pattern CUT = Pattern.compile("(?s).*\\u2026\\s*(https?://t\\.co/\\w+\\s*)*");

    static WholeText of(JsonNode post) {
        var note = post.has("note_tweet") ? post.path("note_tweet") : post.path("note_post");
        var shown = Json.text(post, "text");
        var noted = Json.text(note, "text");
        var raw = noted.isBlank() ? shown : noted;
        var cut =
                !note.isMissingNode() || isCut(shown) || post.path("truncated").asBoolean(false);
        var text = expanded(expanded(plain(raw), note), post);
        return new WholeText(Wording.composed(text), !noted.isBlank() || !cut);
    }

    private static boolean isCut(String text) {
        return CUT.matcher(text).matches() && weight(text) >= NEARLY_FULL;
    }

    /** X's published ranges of letters that count one; all others count two. */
    private static int weight(String text) {
        return text.codePoints()
                .map(c -> c <= 4351 || isIn(c, 8192, 8205) || isIn(c, 8208, 8223) || isIn(c, 8242, 8247) ? 1 : 2)
                .sum();
    }

    private static boolean isIn(int c, int from, int to) {
        return c >= from && c <= to;
    }

    /** X sends these three, and only these, as HTML entities: a text would not be known again by comparing. */
    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String expanded(String text, JsonNode holder) {
        var expanded = text;
        for (var link : holder.path("entities").path("urls")) {
            var shortened = Json.text(link, "url");
            var address = Json.text(link, "expanded_url");
            if (!shortened.isBlank() && !address.isBlank()) {
                expanded = expanded.replace(shortened, address);
            }
        }
        return expanded;
    }
}
