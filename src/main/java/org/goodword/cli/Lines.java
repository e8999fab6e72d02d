package org.goodword.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text in lines of at most 100 columns. */
final class Lines {
    static final int WIDTH = 100;

    private Lines() {}

    /** The text behind {@code first}, and where it goes on, under where it began. */
    static String hanging(String first, String text) {
        var margin = " ".repeat(width(first));
        return first + String.join("\n" + margin, broken(text, WIDTH - width(first)));
    }

    static List<String> broken(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : visible(text).trim().split(" +", -1)) {
            if (!line.isEmpty() && width(line) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text to the letter: each of its lines behind a bar, and what goes on from the line above behind a colon. */
    static String quoted(String text) {
        return text.lines()
                .map(line -> "  | " + String.join("\n  : ", broken(line, WIDTH - 4)))
                .collect(Collectors.joining("\n"));
    }

    /** Nothing in a text from outside may steer the terminal. */
    static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\u200D]]", " ");
    }

    private static int width(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
