package org.goodword.settings;

import java.util.Locale;

/**
 * One thing wrong with a file the organiser wrote: where it is, what it is, and what to write instead.
 *
 * @param file the file as the organiser would name it
 * @param line from 1; 0 when the fault concerns the whole file
 * @param column from 1; 0 when only the line is known
 * @param message what is wrong, quoting what was found
 * @param fix what to write or do instead
 */
public record Fault(String file, int line, int column, String message, String fix) {

    public static Fault inFile(String file, String message, String fix) {
        return new Fault(file, 0, 0, message, fix);
    }

    /** {@code file:line:column: message; fix}, without the parts that are not known. */
    @Override
    public String toString() {
        var place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return String.format(Locale.ROOT, "%s: %s; %s", place, message, fix);
    }
}
