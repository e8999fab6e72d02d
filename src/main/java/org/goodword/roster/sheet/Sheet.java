package org.goodword.roster.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;

/**
 * A spreadsheet of businesses, saved as CSV by whatever program: with commas, semicolons or tabs, in UTF-8 or in the letters
 * of older Windows.
 *
 * @param unused the headings of columns that mean nothing to us
 */
record Sheet(List<Row> rows, List<String> unused) {
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    /** @param number as the spreadsheet counts its rows */
    record Row(long number, Map<Column, String> cells) {
        Optional<String> cell(Column column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /** @throws Faulty when it is no sheet of businesses at all, with everything that is missing */
    static Sheet read(Path file) {
        var records = records(file).stream().filter(record -> !isBlank(record)).toList();
        if (records.isEmpty()) {
            throw new Faulty(
                    Fault.inFile(file.toString(), "the sheet is empty", "write a row of headings and the rest"));
        }
        var headings = records.get(0);
        var columns = new LinkedHashMap<Integer, Column>();
        var unused = new ArrayList<String>();
        for (var i = 0; i < headings.size(); i++) {
            var heading = headings.get(i).strip();
            var column = Column.of(heading).filter(one -> !columns.containsValue(one));
            if (column.isPresent()) {
                columns.put(i, column.get());
            } else if (!heading.isEmpty()) {
                unused.add(heading);
            }
        }
        refuseWithout(file, headings, columns);
        var rows = records.stream()
                .skip(1)
                .map(record -> new Row(record.getRecordNumber(), cells(record, columns)))
                .toList();
        return new Sheet(rows, unused);
    }

    private static void refuseWithout(Path file, CSVRecord headings, Map<Integer, Column> columns) {
        var missing = Stream.of(Column.HANDLE, Column.NAME, Column.TRADE, Column.AREA)
                .filter(column -> !columns.containsValue(column))
                .map(column -> new Fault(
                        file.toString(),
                        (int) headings.getRecordNumber(),
                        0,
                        "there is no column for the " + column.word(),
                        "head one of the columns \"" + column.word() + "\""))
                .toList();
        if (!missing.isEmpty()) {
            throw new Faulty(missing);
        }
    }

    private static Map<Column, String> cells(CSVRecord record, Map<Integer, Column> columns) {
        var cells = new LinkedHashMap<Column, String>();
        columns.forEach((place, column) -> {
            if (place < record.size() && !record.get(place).isBlank()) {
                cells.put(column, record.get(place).strip());
            }
        });
        return cells;
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static List<CSVRecord> records(Path file) {
        try {
            var text = text(Files.readAllBytes(file));
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setIgnoreEmptyLines(false)
                    .get();
            try (var parser = format.parse(new StringReader(text))) {
                return parser.getRecords();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "it cannot be read as a sheet (" + e.getMessage() + ")",
                    "save it once more as CSV from the spreadsheet"));
        }
    }

    private static String text(byte[] bytes) {
        var text = decoded(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD_WINDOWS);
        }
    }

    /** What stands most often in the headings; where a comma is the decimal sign, spreadsheets write semicolons. */
    private static char delimiter(String text) {
        var headings = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(headings, candidate) > count(headings, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(one -> one == letter).count();
    }
}
