package org.goodword.roster;

import org.goodword.settings.Entry;
import org.goodword.settings.Fault;

/** Where something stands in a file; line and column from 1. */
public record Place(String file, int line, int column) {
    public static Place of(Entry entry) {
        return new Place(entry.file(), entry.line(), entry.column());
    }

    public Fault fault(String message, String fix) {
        return new Fault(file, line, column, message, fix);
    }
}
