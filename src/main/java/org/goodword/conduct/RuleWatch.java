package org.goodword.conduct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;

/** Notices that the rule file was edited, and keeps the last good rules when the edit is broken. Has no thread. */
public final class RuleWatch {
    private final Path file;
    private final Supplier<Rules> reader;
    private Rules current;
    private String seen;

    /** @throws Faulty when there are no good rules to begin with */
    public RuleWatch(Path file, Supplier<Rules> reader) {
        this.file = file;
        this.reader = reader;
        this.seen = content();
        this.current = reader.get();
    }

    /** The last good ones. */
    public synchronized Rules current() {
        return current;
    }

    /** What an edit brought: new rules in force, or faults and the old ones. */
    public record Edit(boolean taken, List<Fault> faults) {}

    /** Reads the file again if it holds anything else than at the last look. Each edit is told once. */
    public synchronized Optional<Edit> look() {
        var content = content();
        if (content.equals(seen)) {
            return Optional.empty();
        }
        seen = content;
        try {
            current = reader.get();
            return Optional.of(new Edit(true, List.of()));
        } catch (Faulty faulty) {
            return Optional.of(new Edit(false, faulty.faults()));
        }
    }

    private String content() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            // reading it in earnest will say why
            return "not to be read: " + e.getMessage();
        }
    }
}
