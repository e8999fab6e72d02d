package org.goodword.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the readers of one or more files put what they find wrong, so that the organiser sees all of it at once, once. */
public final class Faults {
    private final Set<Fault> found = new LinkedHashSet<>();

    public void add(Fault fault) {
        found.add(fault);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the files as they were first complained about, and of the lines within each. */
    public List<Fault> all() {
        var files = found.stream().map(Fault::file).distinct().toList();
        return found.stream()
                .sorted((one, other) -> {
                    var byFile = Integer.compare(files.indexOf(one.file()), files.indexOf(other.file()));
                    var byLine = byFile != 0 ? byFile : Integer.compare(one.line(), other.line());
                    return byLine != 0 ? byLine : Integer.compare(one.column(), other.column());
                })
                .toList();
    }

    /** @throws Faulty with all of them, when there is any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Faulty(all());
        }
    }
}
