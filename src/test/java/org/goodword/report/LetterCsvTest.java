package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCsvTest {
    static List<Letter> letters() {
        return LetterHtmlTest.letters();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyRowHasSixCellsAndAState(Letter letter) {
        assertThat(read(LetterCsv.render(letter)))
                .allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(read(LetterCsv.render(letter)).stream().skip(1)).allSatisfy(row -> {
            assertThat(row.get(5)).isIn("measured", "estimated", "so far", "not known");
            assertThat(row.get(3).isEmpty()).isEqualTo(row.get(5).equals("not known"));
        });
    }

    @Test
    void figuresAreNumbersASpreadsheetCanAddUp() {
        assertThat(read(LetterCsv.render(LetterSamples.full())))
                .contains(
                        row(
                                "The week in figures",
                                "Turns sent, of those planned, this week",
                                "27",
                                "of 34",
                                "measured"),
                        row(
                                "The week in figures",
                                "Times shown: posts the circle carried, this week",
                                "12430",
                                "",
                                "so far"),
                        row(
                                "The week in figures",
                                "Spent on X's charges, of the ceiling, this week",
                                "2.41",
                                "USD of $6.00",
                                "measured"),
                        row("The week in figures", "Spent on X's charges, of the ceiling, usual", "", "", "not known"),
                        row("Times shown", "2026-W48", "12430", "times", "so far"),
                        row("Did carrying help?", "Lift, low end", "-2.0", "%", "estimated"),
                        row(
                                "What did not go out",
                                "The voice said no. That is all we note.",
                                "3",
                                "turns",
                                "measured"));
    }

    @Test
    void whatIsNotKnownIsEmptyAndNeverZero() {
        assertThat(read(LetterCsv.render(LetterSamples.silent())))
                .contains(
                        List.of("2026-W42", "Times shown", "2026-W39", "", "times", "not known"),
                        List.of("2026-W42", "Summary", "Times shown", "", "times", "not known"),
                        List.of("2026-W42", "Did carrying help?", "Lift, middle", "", "%", "not known"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x.example\",\"a\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                " =1+1",
                "\t=1+1",
                "\r\n@SUM(A1)"
            })
    void aNameIsNeverAFormula(String outside) {
        assertThat(read(LetterCsv.render(LetterSamples.saying(outside))).stream()
                        .skip(1)
                        .flatMap(List::stream))
                .allSatisfy(cell -> assertThat(cell).matches("-?[0-9].*|[^=+@\\-\\s].*|"));
    }

    @Test
    void quotesAndCommasStayInTheirCell() {
        assertThat(read(LetterCsv.render(LetterSamples.saying("Ash, \"Ember\" & Sons\nLtd"))))
                .contains(row("What did not go out", "Ash, \"Ember\" & Sons Ltd", "1", "turns", "measured"));
    }

    private static List<String> row(String section, String label, String value, String unit, String state) {
        return List.of("2026-W48", section, label, value, unit, state);
    }

    /** A reader of RFC 4180 of its own. */
    private static List<List<String>> read(String csv) {
        assertThat(csv).endsWith("\r\n");
        var rows = new ArrayList<List<String>>();
        for (var line : csv.split("\r\n")) {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            var quoted = false;
            for (int i = 0; i < line.length(); i++) {
                var c = line.charAt(i);
                if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(cell.toString());
            rows.add(cells);
        }
        return rows;
    }
}
