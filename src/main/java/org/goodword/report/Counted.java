package org.goodword.report;

import java.util.List;
import java.util.Locale;

/** Numbers as a person writes them in a sentence. */
final class Counted {
    private static final List<String> WORDS = List.of(
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private static final long LAST_IN_PROSE = 9;

    private Counted() {}

    /** 12,430 */
    static String figures(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** For headings: a word up to twenty, figures from there; 0 is "no". */
    static String words(long number) {
        return number >= 0 && number < WORDS.size() ? WORDS.get((int) number) : figures(number);
    }

    /** For running text: a word up to nine, figures from there; 0 is "no". */
    static String prose(long number) {
        return number <= LAST_IN_PROSE ? words(number) : figures(number);
    }

    /** "one turn", "27 turns", "no turns" */
    static String of(long number, String one, String many) {
        return prose(number) + " " + (number == 1 ? one : many);
    }

    static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
    }

    /** A share as more or less of something: "30 % more", "2 % less", "no difference". The % does not break off. */
    static String difference(double share) {
        var percent = Math.round(share * 100);
        if (percent == 0) {
            return share == 0 ? "no difference" : "less than 1\u00a0% " + (share > 0 ? "more" : "less");
        }
        return figures(Math.abs(percent)) + "\u00a0% " + (percent > 0 ? "more" : "less");
    }
}
