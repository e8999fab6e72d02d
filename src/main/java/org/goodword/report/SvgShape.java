package org.goodword.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing drawn, with all that Batik says of it and of the groups around it; on paper only its place and its inks are left.
 */
record SvgShape(String tag, Map<String, String> attributes, String text) {
    private static final Set<String> TAGS =
            Set.of("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text");
    private static final Set<String> PLACE = Set.of(
            "cx",
            "cy",
            "d",
            "height",
            "points",
            "r",
            "rx",
            "ry",
            "transform",
            "width",
            "x",
            "x1",
            "x2",
            "y",
            "y1",
            "y2");

    static boolean isOne(String tag) {
        return TAGS.contains(tag);
    }

    /** @param hatch the id of the page's hatching; nothing when the shape has no ink */
    Optional<String> svg(String hatch) {
        var fill = ink("fill");
        var stroke = ink("stroke");
        if (fill.isEmpty() && stroke.isEmpty()) {
            return Optional.empty();
        }
        var hatched = fill.filter(ink -> ink == Ink.GROWING).isPresent();
        var classes = (fill.isPresent() && !hatched ? named("fill-", fill) + " " : "") + named("stroke-", stroke);
        return Optional.of("<" + tag + attribute("class", classes.trim())
                + (hatched ? attribute("fill", "url(#" + hatch + ")") : "")
                + (stroke.isPresent() ? thickness() : "")
                + place()
                + (text.isEmpty() ? "/>" : ">" + Html.escape(text) + "</" + tag + ">"));
    }

    private Optional<Ink> ink(String use) {
        return Ink.of(attributes.getOrDefault(use, "none"));
    }

    private static String named(String use, Optional<Ink> ink) {
        return ink.map(known -> use + known.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private String thickness() {
        var width = attributes.getOrDefault("stroke-width", "1");
        return width.equals("1") ? "" : attribute("stroke-width", width) + attribute("stroke-linecap", "round");
    }

    private String place() {
        var place = new StringBuilder();
        new TreeMap<>(attributes).forEach((name, value) -> {
            if (PLACE.contains(name)) {
                place.append(attribute(name, value));
            }
        });
        return place.toString();
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + Html.escape(value) + "\"";
    }
}
