package org.goodword.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Length;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text as X shows it: each link is an address of its own with what it stands for beside it, three signs are entities, and
 * what is longer than a post may be is cut, the whole standing in a note.
 */
final class Shown {
    /** Room for the sign that says that there is more, which counts two. */
    private static final int CUT_AT = Length.MOST - 2;

    private final String whole;
    private final String cut;
    private final boolean isLong;
    private final List<Link> links;

    private record Link(int start, int end, String url, String expanded) {}

    private Shown(String whole, String cut, boolean isLong, List<Link> links) {
        this.whole = whole;
        this.cut = cut;
        this.isLong = isLong;
        this.links = links;
    }

    static Shown of(Town town, String text) {
        var shown = new StringBuilder();
        var links = new ArrayList<Link>();
        var from = 0;
        for (var link : Length.links(text)) {
            var address = text.substring(link.start(), link.end());
            var url = "https://t.co/" + town.secret("address of " + address, 10);
            shown.append(escaped(text.substring(from, link.start())));
            var start = points(shown);
            shown.append(url);
            links.add(new Link(start, points(shown), url, withProtocol(address)));
            from = link.end();
        }
        shown.append(escaped(text.substring(from)));
        // no letter counts more than two
        var isLong = text.length() > Length.MOST / 2 && Length.weighted(text) > Length.MOST;
        var whole = shown.toString();
        return new Shown(whole, isLong ? cut(whole) : whole, isLong, List.copyOf(links));
    }

    private static String cut(String text) {
        var cut = new StringBuilder();
        for (var point : text.codePoints().toArray()) {
            if (Length.weighted(cut.toString()) >= CUT_AT) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append('…').toString();
    }

    private static int points(CharSequence text) {
        return (int) text.codePoints().count();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String withProtocol(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("http") ? address : "http://" + address;
    }

    String text() {
        return cut;
    }

    /** X leaves out what a post does not have. */
    void putEntities(ObjectNode out) {
        var there = points(cut);
        put(out, links.stream().filter(link -> link.end() < there || !isLong).toList());
    }

    void putNote(ObjectNode out) {
        if (isLong) {
            put(out.putObject("note_tweet").put("text", whole), links);
        }
    }

    private static void put(ObjectNode out, List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        var urls = out.putObject("entities").putArray("urls");
        for (var link : links) {
            urls.addObject()
                    .put("start", link.start())
                    .put("end", link.end())
                    .put("url", link.url())
                    .put("expanded_url", link.expanded())
                    .put("display_url", link.expanded().replaceFirst("(?i)^https?://(www\\.)?", ""));
        }
    }
}
