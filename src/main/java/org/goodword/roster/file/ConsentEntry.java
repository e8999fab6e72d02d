package org.goodword.roster.file;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.goodword.roster.Consent;
import org.goodword.roster.Mode;
import org.goodword.settings.Entry;

/** Reads {@code consent:}. What it does not name is not agreed to. */
final class ConsentEntry {
    private static final List<String> MODES =
            Arrays.stream(Mode.values()).map(Mode::word).toList();

    private ConsentEntry() {}

    static Consent read(Entry entry) {
        if (!entry.isMap()) {
            entry.map();
            return Consent.NONE;
        }
        entry.onlyKeys("since", "until", "spoken-for", "introductions", "reposts");
        var since = entry.required("since").flatMap(Entry::date).orElse(LocalDate.EPOCH);
        return new Consent(
                since,
                entry.optional("until").flatMap(until -> end(until, since)),
                entry.optional("spoken-for").flatMap(Entry::yesNo).orElse(false),
                mode(entry, "introductions"),
                mode(entry, "reposts"));
    }

    private static Optional<LocalDate> end(Entry until, LocalDate since) {
        var date = until.date();
        date.filter(since::isAfter)
                .ifPresent(end -> until.fault(
                        "it ends on " + end + ", before it begins on " + since,
                        "write a date after the first, or leave it out"));
        return date;
    }

    private static Mode mode(Entry entry, String key) {
        return entry.optional(key)
                .flatMap(at -> at.oneOf(MODES, "mode", "write one of " + String.join(", ", MODES)))
                .flatMap(Mode::of)
                .orElse(Mode.OFF);
    }
}
