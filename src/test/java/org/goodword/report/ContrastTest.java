package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Computed from the colours of the page itself, after WCAG 2.2. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    private static final List<Map<String, String>> SCHEMES = schemes();

    @ParameterizedTest
    @CsvSource({"ink, paper", "muted, paper", "accent, paper", "warn, warn-ground"})
    void textCanBeReadByDayByNightAndInPrint(String text, String ground) {
        assertThat(SCHEMES)
                .hasSize(3)
                .allSatisfy(
                        scheme -> assertThat(contrast(scheme.getOrDefault(text, ""), scheme.getOrDefault(ground, "")))
                                .isGreaterThanOrEqualTo(4.9));
    }

    @Test
    void theMeasureItselfIsRight() {
        assertThat(contrast("000000", "ffffff")).isEqualTo(21);
        assertThat(contrast("777777", "ffffff")).isCloseTo(4.48, org.assertj.core.data.Offset.offset(0.01));
    }

    private static List<Map<String, String>> schemes() {
        var css = LetterHtml.render(LetterSamples.young());
        return Pattern.compile(":root \\{(.*?)\\}", Pattern.DOTALL)
                .matcher(css)
                .results()
                .map(block -> tokens(block.group(1)))
                .toList();
    }

    private static Map<String, String> tokens(String block) {
        var tokens = new HashMap<String, String>();
        TOKEN.matcher(block).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    private static double contrast(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex.substring(0, 2))
                + 0.7152 * linear(hex.substring(2, 4))
                + 0.0722 * linear(hex.substring(4, 6));
    }

    private static double linear(String channel) {
        var share = Integer.parseInt(channel, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
