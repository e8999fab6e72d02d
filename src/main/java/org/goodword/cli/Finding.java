package org.goodword.cli;

import java.util.List;
import org.goodword.settings.Fault;

/**
 * One thing the doctor looked at.
 *
 * @param what was looked at
 * @param words what was found, in one sentence or less
 * @param details lines below it
 * @param faults what is to be mended, where it can be said with a file
 */
record Finding(Mark mark, String what, String words, List<String> details, List<Fault> faults) {

    enum Mark {
        FINE("✓", "fine"),
        /** it works, and somebody should look at it */
        LOOK("!", "look"),
        UNKNOWN("–", "unknown"),
        /** the world says no */
        NO("✗", "no"),
        /** a file that the organiser wrote has faults */
        FAULTY("✗", "faulty");

        private final String sign;
        private final String word;

        Mark(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        String sign() {
            return sign;
        }

        String word() {
            return word;
        }

        boolean isWell() {
            return this != NO && this != FAULTY;
        }
    }

    Finding {
        details = List.copyOf(details);
        faults = List.copyOf(faults);
    }

    static Finding of(Mark mark, String what, String words, String... details) {
        return new Finding(mark, what, words, List.of(details), List.of());
    }

    static Finding wrong(Mark mark, String what, List<Fault> faults) {
        var words = faults.size() == 1 ? "one fault" : faults.size() + " faults";
        return new Finding(mark, what, words, List.of(), faults);
    }
}
