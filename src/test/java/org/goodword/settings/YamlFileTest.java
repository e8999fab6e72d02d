package org.goodword.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    @TempDir
    Path folder;

    private final Faults faults = new Faults();

    @Test
    void everyScalarIsTheTextThatWasWritten() {
        var root = read("at: 12:30\nanswer: no\nsize: 010\nday: 2026-08-01\n");

        assertThat(root.map().values())
                .map(Entry::text)
                .flatExtracting(text -> text.stream().toList())
                .containsExactly("12:30", "no", "010", "2026-08-01");
        assertThat(root.required("day").flatMap(Entry::date)).contains(LocalDate.of(2026, 8, 1));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void listsKeepTheirOrderAndEveryEntryKnowsItsPlace() {
        var root = read("rules:\n  - id: one\n  - id: two\n    numbers: {days: 90}\n");

        var second = root.required("rules").orElseThrow().list().get(1);
        var days = second.required("numbers").orElseThrow().required("days").orElseThrow();

        assertThat(days.line()).isEqualTo(4);
        assertThat(days.column()).isEqualTo(21);
        assertThat(days.whole(0, 365)).contains(90);
    }

    @Test
    void aKeyThatStandsTwiceIsAFaultAtTheSecond() {
        read("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");

        assertThat(shown())
                .containsExactly(
                        "file.yaml:4:3: \"c\" stands here a second time; keep one of the two",
                        "file.yaml:5:1: \"a\" stands here a second time; keep one of the two");
    }

    @Test
    void nothingIsAnEmptyListAndAnEmptyMapButNoText() {
        var root = read("members:\nname:\n");

        assertThat(root.map().values()).flatExtracting(entry -> entry.list()).isEmpty();
        assertThat(root.optional("members")).isEmpty();
        assertThat(root.required("name")).isEmpty();
        assertThat(shown()).containsExactly("file.yaml:1:1: \"name\" is missing; add \"name: ...\"");
    }

    @Test
    void anEmptyFileIsNothing() {
        assertThat(read("# not yet\n").isNothing()).isTrue();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void whatIsOfTheWrongKindIsQuoted() {
        var root = read(
                "a: [1]\nb: word\nc: {x: 1}\nd: 7.5\ne: maybe\nf: 31 June\ngrade: 99\nh: 1e99\ni: \"a\\u0000b\"\n");
        root.required("a").orElseThrow().text();
        root.required("b").orElseThrow().list();
        root.required("c").orElseThrow().list();
        root.required("d").orElseThrow().whole(0, 50);
        root.required("e").orElseThrow().yesNo();
        root.required("f").orElseThrow().date();
        root.required("grade").orElseThrow().whole(0, 50);
        root.required("h").orElseThrow().number();
        root.required("i").orElseThrow().text();
        root.onlyKeys("h", "i", "a", "b", "c", "d", "e", "f", "grades");

        assertThat(shown())
                .containsExactly(
                        "file.yaml:1:4: a list stands where a text is expected; write one text",
                        "file.yaml:2:4: \"word\" stands where a list is expected; write a list",
                        "file.yaml:3:4: a map of keys and values stands where a list is expected; write a list",
                        "file.yaml:4:4: \"7.5\" cannot be understood; write a whole number from 0 to 50",
                        "file.yaml:5:4: \"maybe\" is neither yes nor no; write true or false",
                        "file.yaml:6:4: \"31 June\" cannot be understood; write a date such as 2026-08-01",
                        "file.yaml:7:1: \"grade\" is not a known key; did you mean \"grades\"?",
                        "file.yaml:7:8: 99 is out of range; write a whole number from 0 to 50",
                        "file.yaml:8:4: \"1e99\" is no plain number; write a number such as 5 or 0.25",
                        "file.yaml:9:4: a control character (U+0000) in the text; take it out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:\\n\\tb: 1 | file.yaml:2:1: a tab; indent with spaces; tabs are not allowed in YAML",
                "a: @bluebird | file.yaml:1:4: a text cannot begin with the sign that stands here; put the whole text in double quotes, as in \"@handle\"",
                "a: one: two | file.yaml:1:7: a colon where none can be; put a text with a colon in double quotes, and check that the line is indented like its neighbours",
                "a: \"one\\nb: 2\\n | file.yaml:3:1: a text in quotes that does not end properly; close the quote, and write \\\" for a double quote inside",
                "a: [one\\nb: 2\\n | file.yaml:2:2: a list or map in brackets that does not end properly; close the bracket, and put a comma between the parts",
                "a: 1\\n  b: 2\\n | file.yaml:2:4: a colon where none can be; put a text with a colon in double quotes, and check that the line is indented like its neighbours",
                "a: 1\\n---\\nb: 2\\n | file.yaml:2:1: the layout breaks off here (but found another document); indent this line like its neighbours, and look at the line above too",
            })
    void brokenYamlIsOneFaultInWords(String text, String fault) {
        assertThat(read(text.strip().replace("\\n", "\n").replace("\\t", "\t")).isNothing())
                .isTrue();

        assertThat(shown()).containsExactly(fault);
    }

    @Test
    void aFileInAnotherEncodingIsAFault() throws IOException {
        Files.write(folder.resolve("file.yaml"), "name: Café\n".getBytes(StandardCharsets.ISO_8859_1));

        YamlFile.read(folder.resolve("file.yaml"), "file.yaml", faults);

        assertThat(shown()).containsExactly("file.yaml: it is not UTF-8; save it as UTF-8 in your editor");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\uFEFFname: Café\n").required("name").flatMap(Entry::text))
                .contains("Café");
    }

    @Test
    void aliasesAreRefused() {
        read("a: &all [1, 2]\nb: *all\n");

        assertThat(shown())
                .containsExactly("file.yaml: it uses an alias (*name); write each thing out where it stands");
    }

    @Test
    void aControlCharacterIsNamed() {
        read("a: b\u0007c\n");

        assertThat(shown())
                .containsExactly("file.yaml: a control character (U+0007) as letter 5;"
                        + " delete it; an editor that shows invisible characters finds it");
    }

    @Test
    void aMissingFileIsOneFaultAndAllAreThrownTogether() {
        YamlFile.read(folder.resolve("none.yaml"), "none.yaml", faults);
        read("a: 1\na: 2\n");

        assertThatThrownBy(faults::throwIfAny).isInstanceOf(Faulty.class).hasMessage("""
                        none.yaml: there is no such file; write it, or name the right one
                        file.yaml:2:1: "a" stands here a second time; keep one of the two""");
    }

    private Entry read(String text) {
        try {
            Files.writeString(folder.resolve("file.yaml"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return YamlFile.read(folder.resolve("file.yaml"), "file.yaml", faults);
    }

    private List<String> shown() {
        return faults.all().stream().map(Fault::toString).toList();
    }
}
