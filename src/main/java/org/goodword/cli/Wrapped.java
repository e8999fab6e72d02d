package org.goodword.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of at most 100 columns, where no single word is longer. */
final class Wrapped {
    private static final int WIDTH = 100;

    private Wrapped() {}

    /** @param margin what stands before each line after the first */
    static List<String> lines(String text, String margin) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (line.length() > margin.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(margin).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
