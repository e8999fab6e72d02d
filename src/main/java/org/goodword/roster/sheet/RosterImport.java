package org.goodword.roster.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goodword.platform.Handle;
import org.goodword.roster.Enrolment;
import org.goodword.roster.file.RosterFile;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;

/** Brings the businesses of a spreadsheet into the roster file, below what stands there, which is kept to the last byte. */
public final class RosterImport {
    private static final Pattern ITEM = Pattern.compile("(?m)^( *)- +handle:");
    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    private static final String FIRST = """
            # Who belongs to the circle. The program's own config/members.yaml says what each line means, and shows more.
            members:
            """;

    private final Settings settings;
    private final Path roster;

    public RosterImport(Settings settings) {
        this.settings = settings;
        this.roster = settings.files().roster();
    }

    /**
     * What became of the sheet.
     *
     * @param left what was not taken, in the order of the rows
     * @param taken who came in
     * @param unused headings of columns that were not understood
     * @param before the roster file as it was; empty where there was none or nothing changed
     */
    public record Imported(List<Left> left, List<Taken> taken, List<String> unused, Optional<Path> before) {}

    /** @param why with what to write instead */
    public record Left(long row, String why) {}

    /** @param agreed whether the row had a dated consent */
    public record Taken(long row, Handle handle, String name, boolean agreed) {}

    /**
     * Writes the file anew in one step, and only when it can be read as a roster afterwards.
     *
     * @throws Faulty when the sheet or the roster as it is cannot be read; nothing is changed then
     * @throws IOException when the file cannot be written; nothing is changed then
     */
    public Imported read(Path csv, LocalDate today) throws IOException {
        var sheet = Sheet.read(csv);
        var before = Files.exists(roster) ? Optional.of(RosterFile.read(settings)) : Optional.<Enrolment>empty();
        var left = new ArrayList<Left>();
        var coming = newcomers(sheet, before, today, left);
        var old = Files.exists(roster) ? Files.readString(roster) : FIRST;
        var heading = "# ---- From " + csv.getFileName() + ", " + today + " ----";
        var draft = roster.resolveSibling(roster.getFileName() + ".new");
        Files.createDirectories(roster.toAbsolutePath().getParent());
        try {
            var good = settled(old, heading, draft, coming, left);
            var kept = good.isEmpty() ? Optional.<Path>empty() : replace(draft);
            left.sort(Comparator.comparingLong(Left::row));
            var taken = good.stream()
                    .map(one -> new Taken(one.number(), one.handle(), one.name(), one.agreed()))
                    .toList();
            return new Imported(List.copyOf(left), taken, sheet.unused(), kept);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static List<Newcomer> newcomers(Sheet sheet, Optional<Enrolment> before, LocalDate today, List<Left> left) {
        var coming = new ArrayList<Newcomer>();
        var rows = new HashMap<Handle, Long>();
        for (var row : sheet.rows()) {
            try {
                var consent = SheetConsent.of(row, today);
                var one = Newcomer.of(row, consent);
                var known = before.flatMap(
                        file -> Optional.ofNullable(file.entries().get(one.handle())));
                if (known.isPresent()) {
                    left.add(new Left(
                            row.number(),
                            one.handle() + " is enrolled already, at "
                                    + known.get().file() + ":" + known.get().line() + "; change her entry there"));
                } else if (rows.putIfAbsent(one.handle(), row.number()) != null) {
                    left.add(new Left(
                            row.number(),
                            one.handle() + " stands in row " + rows.get(one.handle()) + " too; keep one of the two"));
                } else {
                    consent.doubts().forEach(doubt -> left.add(new Left(row.number(), one.handle() + ": " + doubt)));
                    coming.add(one);
                }
            } catch (IllegalArgumentException e) {
                left.add(new Left(row.number(), String.valueOf(e.getMessage())));
            }
        }
        return coming;
    }

    /** Drafts the file, has it read as a roster, and leaves out whoever's entry has a fault, until none has. */
    private List<Newcomer> settled(String old, String heading, Path draft, List<Newcomer> coming, List<Left> left)
            throws IOException {
        var good = new ArrayList<>(coming);
        while (!good.isEmpty()) {
            var faults = tried(old, heading, draft, good);
            if (faults.isEmpty()) {
                return good;
            }
            var faulty = good.stream()
                    .filter(one -> faults.containsKey(one.number()))
                    .toList();
            good.removeAll(faulty);
            for (var one : faulty) {
                left.removeIf(doubt -> doubt.row() == one.number());
                Optional.ofNullable(faults.get(one.number())).orElseThrow().stream()
                        .map(fault -> one.inTheSheetsWords(fault.message()) + "; " + fault.fix())
                        .forEach(why -> left.add(new Left(one.number(), why)));
            }
        }
        return good;
    }

    /** The faults of the new entries by the rows they came from. */
    private Map<Long, List<Fault>> tried(String old, String heading, Path draft, List<Newcomer> coming)
            throws IOException {
        var end = old.contains("\r\n") ? "\r\n" : "\n";
        var indent = indent(old);
        var text = new StringBuilder(old);
        if (!old.endsWith("\n")) {
            text.append(end);
        }
        text.append(end).append(indent).append(heading).append(end);
        var begins = new HashMap<Integer, Long>();
        for (var one : coming) {
            text.append(end);
            begins.put(lines(text) + 1, one.number());
            one.lines(indent).forEach(line -> text.append(line).append(end));
        }
        Files.writeString(draft, text);
        try {
            RosterFile.read(settings.withRoster(draft));
            return Map.of();
        } catch (Faulty e) {
            return byRow(e, begins);
        }
    }

    private static Map<Long, List<Fault>> byRow(Faulty faulty, Map<Integer, Long> begins) {
        var rows = new HashMap<Long, List<Fault>>();
        for (var fault : faulty.faults()) {
            var row = begins.keySet().stream()
                    .filter(line -> line <= fault.line())
                    .max(Comparator.naturalOrder())
                    .map(begins::get)
                    // the fault is none of the new entries', so nothing is changed
                    .orElseThrow(() -> faulty);
            rows.computeIfAbsent(row, number -> new ArrayList<>()).add(fault);
        }
        return rows;
    }

    private static int lines(CharSequence text) {
        return (int) LINE_END.matcher(text).results().count();
    }

    /** As deep as the entries that are there. */
    private static String indent(String old) {
        var item = ITEM.matcher(old);
        return item.find() ? item.group(1) : "  ";
    }

    private Optional<Path> replace(Path draft) throws IOException {
        var kept = Optional.<Path>empty();
        if (Files.exists(roster)) {
            var before = roster.resolveSibling(roster.getFileName() + ".bak");
            Files.copy(roster, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            kept = Optional.of(before);
        }
        Files.move(draft, roster, StandardCopyOption.ATOMIC_MOVE);
        return kept;
    }
}
