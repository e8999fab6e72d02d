package org.goodword.report;

import java.util.Locale;

/** The one way text gets into a page. */
final class Html {
    private Html() {}

    /** Fit for an element's content and for an attribute in quotes, as HTML and as XML. */
    static String escape(String text) {
        return Visible.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text escaped, with the first place that reads {@code part} set in bold. */
    static String stressing(String text, String part) {
        var at = text.indexOf(part);
        return at < 0
                ? escape(text)
                : escape(text.substring(0, at)) + "<strong>" + escape(part) + "</strong>"
                        + escape(text.substring(at + part.length()));
    }

    /** An address becomes a link, anything else is a command to type. */
    static String action(String action) {
        var text = escape(action);
        return isAddress(action) ? "<a href=\"" + text + "\">" + text + "</a>" : "<code>" + text + "</code>";
    }

    private static boolean isAddress(String action) {
        var lower = action.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
    }
}
