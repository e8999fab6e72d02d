package org.goodword.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rulebook as an organiser reads it in the terminal. */
public final class RuleListing {
    private static final int WIDTH = 100;
    private static final int OLD_AFTER_DAYS = 90;
    private static final String INDENT = "    ";

    private RuleListing() {}

    /** Lines of at most 100 columns, where no single word is longer. */
    public static List<String> lines(Rules rules, LocalDate today) {
        var lines = new ArrayList<String>();
        lines.add("The rules for " + rules.platform() + ", by sources read on " + rules.read());
        rules.all().forEach(rule -> {
            lines.add("");
            lines.addAll(lines(rule, today));
        });
        var old = rules.all().stream().filter(rule -> isOld(rule, today)).count();
        if (old > 0) {
            lines.add("");
            lines.addAll(wrapped(
                    "",
                    old + " of " + rules.all().size() + " sources were read more than " + OLD_AFTER_DAYS
                            + " days ago. Read them again, and put the new date in the rule file."));
        }
        return lines;
    }

    private static List<String> lines(Rule rule, LocalDate today) {
        var lines = new ArrayList<String>();
        lines.add(rule.id() + " (" + rule.origin().word() + ")");
        lines.addAll(wrapped(INDENT, rule.reason()));
        if (!rule.numbers().isEmpty()) {
            lines.addAll(wrapped(INDENT, numbers(rule)));
        }
        lines.addAll(wrapped(
                INDENT,
                "source: " + source(rule) + ", read " + rule.read() + (isOld(rule, today) ? ": read it again" : "")));
        return lines;
    }

    private static String numbers(Rule rule) {
        return rule.numbers().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().value().toPlainString()
                        + (entry.getValue().own() ? " (your own)" : ""))
                .collect(Collectors.joining(", ", "numbers: ", ""));
    }

    private static String source(Rule rule) {
        return Stream.concat(Stream.of(rule.source().name()), rule.source().at().stream())
                .collect(Collectors.joining(", "));
    }

    /** Whether its source was read so long ago that it should be read again. */
    public static boolean isOld(Rule rule, LocalDate today) {
        return rule.read().plusDays(OLD_AFTER_DAYS).isBefore(today);
    }

    private static List<String> wrapped(String indent, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (var word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ");
            } else if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
