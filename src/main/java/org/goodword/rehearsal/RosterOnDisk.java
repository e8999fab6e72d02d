package org.goodword.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goodword.platform.Handle;
import org.goodword.roster.GoodWord;

/** The rehearsal's own copy of the roster file, edited as an organiser edits it. */
final class RosterOnDisk {
    private final Path file;
    private final HouseFactory.Rehearsed rehearsed;

    RosterOnDisk(Path file, HouseFactory.Rehearsed rehearsed) {
        this.file = file;
        this.rehearsed = rehearsed;
    }

    /** Writes a good word into its writer's entry; a writer who is not in the file writes none. */
    void add(GoodWord word) {
        try {
            var lines = new ArrayList<>(Files.readAllLines(file));
            var place = firstGoodWord(lines, word.by());
            if (place > 0) {
                lines.addAll(
                        place,
                        List.of("      - for: \"" + word.about() + "\"", "        text: " + quoted(word.text())));
                Files.write(file, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rehearsal's roster cannot be edited: " + e.getMessage(), e);
        }
    }

    /** The line behind the writer's {@code good-words:}. */
    private static int firstGoodWord(List<String> lines, Handle by) {
        var inside = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith("- handle:")) {
                inside = line.contains("\"" + by + "\"");
            } else if (inside && line.equals("good-words:")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    void reload() {
        rehearsed.reload().run();
    }

    void signInAgain(Handle member) {
        rehearsed.signInAgain().accept(member);
    }
}
