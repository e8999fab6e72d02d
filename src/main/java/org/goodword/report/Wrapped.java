package org.goodword.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plain text in lines of at most so many columns. A column is a character; wide scripts take more than they count. */
final class Wrapped {
    static final int COLUMNS = 72;

    private Wrapped() {}

    static String text(String text) {
        return text(text, "", COLUMNS);
    }

    /** The paragraph with every line but the first behind {@code indent}; a word longer than a line is cut. */
    static String text(String text, String indent, int columns) {
        return String.join("\n" + indent, lines(text, columns - indent.length()));
    }

    static List<String> lines(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : Visible.line(text).trim().split(" +")) {
            if (!line.isEmpty() && width(line) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(line) > columns) {
                var end = line.offsetByCodePoints(0, columns);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        // what was kept together while breaking is an ordinary space once on paper
        lines.replaceAll(done -> done.replace('\u00a0', ' '));
        return lines;
    }

    static int width(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** Down the columns, as many as the longest name allows, three at most. */
    static String inColumns(List<String> names) {
        var shown = names.stream().map(Visible::line).toList();
        var widest = Collections.max(shown.stream().map(Wrapped::width).toList());
        var columns = Math.max(1, Math.min(3, (COLUMNS + 2) / (widest + 2)));
        var rows = (shown.size() + columns - 1) / columns;
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.iterate(row, at -> at < shown.size(), at -> at + rows)
                        .mapToObj(at -> left(shown.get(at), (COLUMNS + 2) / columns - 2))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
