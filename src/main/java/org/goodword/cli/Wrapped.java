package org.goodword.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of at most 100 columns, where no single word is longer. */
final class Wrapped {
    private static final int WIDTH = 100;

    private Wrapped() {}

    /**
     * @param text may begin with a margin of its own
     * @param margin what stands before each line after the first
     */
    static List<String> lines(String text, String margin) {
        var lines = new ArrayList<String>();
        var words = text.stripLeading();
        var line = new StringBuilder(text.substring(0, text.length() - words.length()));
        var begins = true;
        for (var word : words.split(" ", -1)) {
            if (!begins && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(margin);
                begins = true;
            }
            line.append(begins ? "" : " ").append(word);
            begins = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
