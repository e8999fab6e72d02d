package org.goodword.rotation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of the facts that decided a turn, as a clause without a full stop.
 *
 * @param told to anybody: "Ash & Ember has not spoken for them before"
 * @param toVoice to the voice itself: "you have not spoken for them before"
 */
public record Reason(String told, String toVoice) {

    /** A fact that names no voice reads the same to everybody. */
    public static Reason of(String told) {
        return new Reason(told, told);
    }

    /** All of them in one sentence, for the organiser; empty where there are none. */
    public static String told(List<Reason> reasons) {
        return sentence(reasons, Reason::told);
    }

    /** The same sentence for the voice that is asked. */
    public static String toVoice(List<Reason> reasons) {
        return sentence(reasons, Reason::toVoice);
    }

    private static String sentence(List<Reason> reasons, Function<Reason, String> clause) {
        var sentence = reasons.stream().map(clause).collect(Collectors.joining("; "));
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1) + ".";
    }
}
