package org.goodword.store;

import java.util.List;
import java.util.stream.Collectors;
import org.goodword.rotation.Reason;

/** Reasons in one column: a line each, and behind a tab what the voice itself is told, where that differs. */
final class ReasonLines {
    private static final String TO_VOICE = "\t";

    private ReasonLines() {}

    static String of(List<Reason> reasons) {
        return reasons.stream().map(ReasonLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Reason reason) {
        var told = plain(reason.told());
        return reason.told().equals(reason.toVoice()) ? told : told + TO_VOICE + plain(reason.toVoice());
    }

    /** A business may be called anything, so not by what divides the column. */
    private static String plain(String text) {
        return text.replaceAll("[\\t\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]", " ");
    }

    static List<Reason> read(String column) {
        return column.lines()
                .map(line -> line.split(TO_VOICE, 2))
                .map(parts -> parts.length == 1 ? Reason.of(parts[0]) : new Reason(parts[0], parts[1]))
                .toList();
    }
}
