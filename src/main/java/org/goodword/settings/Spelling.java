package org.goodword.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which of the words we know was meant. */
public final class Spelling {
    private Spelling() {}

    /**
     * The nearest of {@code known}, if it is at most a third of its letters (and at most three) away from {@code word}, or
     * has the same letters with two of them swapped.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        record Guess(String word, int distance) {}
        return known.stream()
                .map(candidate -> new Guess(candidate, distance(word, candidate)))
                .filter(guess -> guess.distance <= Math.min(3, guess.word.length() / 3)
                        || (guess.distance == 2 && letters(guess.word).equals(letters(word))))
                .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::word))
                .map(Guess::word);
    }

    /** {@code did you mean "bakery"?}, or else {@code otherwise}. */
    public static String suggest(String word, Collection<String> known, String otherwise) {
        return nearest(word, known)
                .map(guess -> "did you mean \"" + guess + "\"?")
                .orElse(otherwise);
    }

    private static String letters(String word) {
        var letters = word.toLowerCase(Locale.ROOT).toCharArray();
        Arrays.sort(letters);
        return String.valueOf(letters);
    }

    private static int distance(String word, String candidate) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
