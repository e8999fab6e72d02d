package org.goodword.report;

import java.awt.Color;
import java.util.Optional;

/**
 * The colours a chart is drawn with. Each stands for a class of the page's style sheet, which alone knows how it looks by
 * day, by night and in print; the values here only have to differ.
 */
enum Ink {
    /** what is measured and settled */
    ACCENT(new Color(0x1b6757)),
    /** what is still growing: hatched, so that it is told apart in grey */
    GROWING(new Color(0xe0ede8)),
    RULE(new Color(0xdcd8cc)),
    MUTED(new Color(0x5b635d)),
    /** figures of a vertical scale: muted, and ending where they are put */
    SCALE(new Color(0x5b635e)),
    INK(new Color(0x1e2420));

    final Color color;

    Ink(Color color) {
        this.color = color;
    }

    /** Batik writes colours as {@code rgb(27,103,87)}. */
    static Optional<Ink> of(String rgb) {
        for (var ink : values()) {
            var color = ink.color;
            if (rgb.equals("rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue()))) {
                return Optional.of(ink);
            }
        }
        return Optional.empty();
    }
}
