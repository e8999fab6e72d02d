package org.goodword.sandbox.wire;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * X's weighted length: most letters count one, those of East Asian scripts and every whole emoji two, a URL 23, from
 * X's page "Counting characters". A URL is what X would make a link of, bare domains included.
 */
public final class Length {
    public static final int MOST = 280;

    private static final int URL = 23;
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern LINK = Pattern.compile(
            "(?<![@#$\\p{L}\\p{N}_./-])(https?://)?((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?\\.)+)"
                    + "([A-Za-z]{2,13})(?![\\p{L}\\p{N}@_-])(:[0-9]+)?(/[^\\s]*[^\\s.,;:!?\"')\\]]|/)?(\\?[^\\s]*[^\\s.,;:!?\"')\\]])?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9_!#$%&*@＠])[@＠][A-Za-z0-9_]{1,20}");
    private static final Set<String> DOMAINS = domains();

    private Length() {}

    public static int weighted(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        var links = LINK.matcher(normal);
        var length = 0;
        var from = 0;
        while (links.find()) {
            if (isDomain(links.group(3))) {
                length += weightedWords(normal.substring(from, links.start())) + URL;
                from = links.end();
            }
        }
        return length + weightedWords(normal.substring(from));
    }

    private static int weightedWords(String text) {
        var clusters = CLUSTER.matcher(text);
        var length = 0;
        while (clusters.find()) {
            var cluster = clusters.group();
            length += isEmoji(cluster)
                    ? 2
                    : cluster.codePoints().map(Length::weight).sum();
        }
        return length;
    }

    private static int weight(int c) {
        var isLight = c <= 4351 || isIn(c, 8192, 8205) || isIn(c, 8208, 8223) || isIn(c, 8242, 8247);
        return isLight ? 1 : 2;
    }

    private static boolean isEmoji(String cluster) {
        var first = cluster.codePointAt(0);
        return isIn(first, 0x1F000, 0x1FAFF)
                || isIn(first, 0x2600, 0x27BF)
                || cluster.indexOf(0xFE0F) > 0
                || cluster.indexOf(0x20E3) > 0;
    }

    private static boolean isIn(int c, int from, int to) {
        return c >= from && c <= to;
    }

    public static boolean hasLink(String text) {
        return !links(text).isEmpty();
    }

    /** Where X would make a link, in the order of the text. */
    public static List<MatchResult> links(String text) {
        return LINK.matcher(text)
                .results()
                .filter(link -> isDomain(link.group(3)))
                .toList();
    }

    public static boolean hasMention(String text) {
        return MENTION.matcher(text).find();
    }

    private static boolean isDomain(String last) {
        return DOMAINS.contains(last.toLowerCase(Locale.ROOT));
    }

    /** Every country's, and the general ones that small businesses use; ".example" is deliberately none. */
    private static Set<String> domains() {
        var domains = new TreeSet<String>();
        for (var country : Locale.getISOCountries()) {
            domains.add(country.toLowerCase(Locale.ROOT));
        }
        domains.addAll(Set.of(
                "com",
                "org",
                "net",
                "info",
                "biz",
                "edu",
                "gov",
                "mil",
                "int",
                "uk",
                "eu",
                "name",
                "pro",
                "coop",
                "mobi",
                "app",
                "dev",
                "shop",
                "store",
                "online",
                "site",
                "club",
                "blog",
                "bike",
                "cafe",
                "coffee",
                "photography",
                "garden",
                "yoga",
                "pizza",
                "london",
                "wales",
                "scot",
                "cymru",
                "tech",
                "xyz",
                "design",
                "studio",
                "agency",
                "community",
                "events",
                "website",
                "space",
                "market",
                "delivery",
                "kitchen",
                "farm",
                "florist",
                "boutique",
                "works",
                "guru",
                "tips",
                "today",
                "news",
                "live",
                "social",
                "world",
                "cloud",
                "page",
                "link",
                "click",
                "email",
                "top",
                "art",
                "beer",
                "fish",
                "gallery",
                "gift",
                "repair"));
        return domains;
    }
}
