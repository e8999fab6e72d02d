package org.goodword.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which questions of the present UTC day had their answer lost, and the mark each was entered under. X bills a thing once a
 * day, so the same question's answer, got later that day, tells what the lost one brought. In memory alone: after a restart
 * what was supposed stays so.
 */
final class Supposed {
    private final Map<String, String> marks = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;

    /** The mark to enter a lost answer under; empty when the same question was lost before today, and is entered already. */
    synchronized Optional<String> lost(String question, Instant at) {
        turnTo(at);
        var mark = at + " " + marks.size();
        return marks.putIfAbsent(question, mark) == null ? Optional.of(mark) : Optional.empty();
    }

    /** The mark that an answer to this question takes the place of. */
    synchronized Optional<String> answered(String question, Instant at) {
        turnTo(at);
        return Optional.ofNullable(marks.remove(question));
    }

    private void turnTo(Instant at) {
        var today = ReadToday.day(at);
        if (!today.equals(day)) {
            marks.clear();
            day = today;
        }
    }
}
