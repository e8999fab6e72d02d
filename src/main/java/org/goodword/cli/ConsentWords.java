package org.goodword.cli;

import java.time.LocalDate;
import org.goodword.roster.Consent;
import org.goodword.roster.Mode;

/** What somebody agreed to, in a few words. */
final class ConsentWords {
    /** Time enough to ask her again. */
    private static final int NEAR_DAYS = 60;

    private ConsentWords() {}

    static String of(Consent consent, LocalDate today) {
        return words(consent, today, ", until " + end(consent));
    }

    /** The same, with its end only when that is near. */
    static String brief(Consent consent, LocalDate today) {
        var near = end(consent).isBefore(today.plusDays(NEAR_DAYS));
        return words(consent, today, near ? ", until " + end(consent) : "");
    }

    private static String words(Consent consent, LocalDate today, String end) {
        if (saysNothing(consent)) {
            return "nothing agreed";
        }
        if (today.isBefore(consent.since())) {
            return "from " + consent.since() + ": " + what(consent) + end;
        }
        return consent.inForce(today) ? what(consent) + end : "ended on " + end(consent);
    }

    private static boolean saysNothing(Consent consent) {
        return !consent.spokenFor() && consent.introductions() == Mode.OFF && consent.reposts() == Mode.OFF;
    }

    private static String what(Consent consent) {
        var spokenFor = consent.spokenFor() ? "spoken for" : "not spoken for";
        return spokenFor + ", " + says(consent.introductions(), consent.reposts());
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
