package org.goodword.platform;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two texts are the same one. A platform gives none back quite as it was sent: letters are composed (NFC), addresses
 * are rewritten, a few signs become entities, and blanks at the ends go. This is the one place that knows.
 */
public final class Wording {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PROTOCOL = Pattern.compile("\\bhttps?://");
    private static final Pattern LAST_SLASH = Pattern.compile("(?<=[^\\s/])/(?=[\\s.,;:!?)]|$)");
    private static final Pattern FOREIGN_HOST = Pattern.compile("\\bxn--[a-z0-9-]+");

    /** an address the platform shortened and did not say what for */
    private static final Pattern SHORTENED = Pattern.compile("\\bt\\.co/[a-z0-9]+");

    private static final String ANY_ADDRESS = "\\S+\\.\\S+";

    private Wording() {}

    /** The text with its letters composed: what a platform would make of it, and so what is shown, approved and sent. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text in the three forms that may have been written down before texts were composed, the present one first. */
    public static List<String> forms(String text) {
        return List.of(composed(text), text, Normalizer.normalize(text, Normalizer.Form.NFD));
    }

    public static boolean same(String one, String other) {
        var ours = form(one);
        var theirs = form(other);
        return ours.equals(theirs) || fits(ours, theirs) || fits(theirs, ours);
    }

    private static String form(String text) {
        var plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        var even = BLANKS.matcher(UNSEEN.matcher(composed(plain)).replaceAll(""))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        var bare = LAST_SLASH.matcher(PROTOCOL.matcher(even).replaceAll("")).replaceAll("");
        return FOREIGN_HOST.matcher(bare).replaceAll(host -> Matcher.quoteReplacement(IDN.toUnicode(host.group())));
    }

    private static boolean fits(String text, String shortened) {
        if (!SHORTENED.matcher(shortened).find()) {
            return false;
        }
        var words = Arrays.stream(SHORTENED.split(shortened, -1)).map(Pattern::quote);
        return text.matches(words.collect(Collectors.joining(ANY_ADDRESS)));
    }
}
