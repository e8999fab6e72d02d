package org.goodword.sandbox.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The phrase bank: sections of lines in which {@code {a|b|c}} stands for one of the words between the bars.
 * Sections in capitals ({@code GENERAL}, {@code CLOSINGS}, {@code ANSWERS}, {@code ASIDES}) are for everybody.
 */
final class Phrases {
    private static final Map<String, List<String>> BANK = read();

    private Phrases() {}

    static List<String> of(String trade) {
        var wanted = trade.toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('_', ' ')
                .strip();
        return BANK.getOrDefault(wanted, everybody("GENERAL"));
    }

    static List<String> everybody(String section) {
        return BANK.getOrDefault(section, List.of());
    }

    static String fill(String line, Dice dice) {
        var filled = new StringBuilder();
        var from = 0;
        for (var open = line.indexOf('{'); open >= 0; open = line.indexOf('{', from)) {
            var close = line.indexOf('}', open);
            var words = line.substring(open + 1, close).split("\\|", -1);
            filled.append(line, from, open).append(words[dice.below(words.length)]);
            from = close + 1;
        }
        return filled.append(line.substring(from)).toString();
    }

    private static Map<String, List<String>> read() {
        var bank = new HashMap<String, List<String>>();
        var section = "";
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"), "phrases.txt"),
                StandardCharsets.UTF_8))) {
            for (var line : lines.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    bank.computeIfAbsent(section, unused -> new ArrayList<>()).add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bank;
    }
}
