package org.goodword.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as the rule file states it.
 *
 * @param reason one line in plain words
 * @param read when its source was last read
 * @param numbers by name, in the order of the file
 * @param lists words the rule goes by, such as {@code shorteners}
 */
public record Rule(
        String id,
        String reason,
        Source source,
        LocalDate read,
        Origin origin,
        Map<String, Amount> numbers,
        Map<String, Set<String>> lists) {

    public Rule {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        lists = Map.copyOf(lists);
    }

    /** @param at the address of the page, where there is one */
    public record Source(String name, Optional<String> at) {}

    public enum Origin {
        PLATFORM,
        LAW,
        OURS;

        /** The word as it stands in the file. */
        public String word() {
            return switch (this) {
                case PLATFORM -> "platform";
                case LAW -> "law";
                case OURS -> "ours";
            };
        }

        static Optional<Origin> of(String word) {
            for (var origin : values()) {
                if (origin.word().equals(word)) {
                    return Optional.of(origin);
                }
            }
            return Optional.empty();
        }
    }

    /** Which way a number is stricter. */
    public enum Stricter {
        HIGHER("at-least"),
        LOWER("at-most"),
        /** neither: things are counted by it, so an organiser cannot change it */
        NEITHER("exactly");

        private final String word;

        Stricter(String word) {
            this.word = word;
        }

        /** The word as it stands in the file. */
        public String word() {
            return word;
        }

        boolean allows(BigDecimal own, BigDecimal file) {
            return switch (this) {
                case HIGHER -> own.compareTo(file) >= 0;
                case LOWER -> own.compareTo(file) <= 0;
                case NEITHER -> own.compareTo(file) == 0;
            };
        }
    }

    /** @param own set by the organiser in place of the file's */
    public record Amount(BigDecimal value, Stricter stricter, boolean own) {}

    Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }
}
