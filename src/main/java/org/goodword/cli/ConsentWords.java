package org.goodword.cli;

import java.time.LocalDate;
import org.goodword.roster.Consent;
import org.goodword.roster.Mode;

/** What somebody agreed to, in a few words. */
final class ConsentWords {
    private ConsentWords() {}

    static String of(Consent consent, LocalDate today) {
        if (saysNothing(consent)) {
            return "nothing agreed";
        }
        if (today.isBefore(consent.since())) {
            return "from " + consent.since() + ": " + what(consent);
        }
        return consent.inForce(today) ? what(consent) : "ended on " + end(consent);
    }

    private static boolean saysNothing(Consent consent) {
        return !consent.spokenFor() && consent.introductions() == Mode.OFF && consent.reposts() == Mode.OFF;
    }

    private static String what(Consent consent) {
        var spokenFor = consent.spokenFor() ? "spoken for" : "not spoken for";
        return spokenFor + ", " + says(consent.introductions(), consent.reposts()) + ", until " + end(consent);
    }

    private static String says(Mode introductions, Mode reposts) {
        if (introductions == reposts) {
            return "speaks " + word(introductions);
        }
        return "introduces " + word(introductions) + ", reposts " + word(reposts);
    }

    private static String word(Mode mode) {
        return switch (mode) {
            case OFF -> "never";
            case SUGGEST -> "by link";
            case APPROVE -> "when asked";
            case AUTOMATIC -> "by itself";
        };
    }

    /** The last day it holds. */
    static LocalDate end(Consent consent) {
        var year = consent.since().plusYears(1).minusDays(1);
        return consent.until().filter(year::isAfter).orElse(year);
    }
}
