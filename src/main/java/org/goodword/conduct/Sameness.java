package org.goodword.conduct;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sameness guard: has this been said before, or something much like it? Case, punctuation, white space and look-alike
 * forms of letters make no difference. Likeness is the Jaccard index of runs of three words; an index from runs to texts
 * keeps it fast for many thousands of texts.
 */
public final class Sameness {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}'\u2019\u2018\u02BC`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int RUN = 3;

    private final List<Facts.Said> said;
    private final List<Integer> sizes = new ArrayList<>();
    private final Map<String, Facts.Said> exact = new HashMap<>();
    private final Map<String, List<Integer>> byRun = new HashMap<>();

    public Sameness(List<Facts.Said> said) {
        this.said = said;
        for (var number = 0; number < said.size(); number++) {
            index(number, said.get(number));
        }
    }

    private void index(int number, Facts.Said one) {
        exact.putIfAbsent(normal(one.words()), one);
        var runs = runs(one.words());
        sizes.add(runs.size());
        for (var run : runs) {
            byRun.computeIfAbsent(run, key -> new ArrayList<>()).add(number);
        }
    }

    /** Whether it was made from this very list. */
    boolean isOf(List<Facts.Said> list) {
        return said == list;
    }

    /** The text that is the same as this one, at whatever time it was said. */
    public Optional<Facts.Said> same(String words) {
        return Optional.ofNullable(exact.get(normal(words)));
    }

    /**
     * A text at least {@code bar} like this one, said less than {@code within} from {@code at}, the likest first.
     *
     * @param bar above 0, at most 1
     */
    public Optional<Facts.Said> near(String words, double bar, Instant at, Duration within) {
        var runs = runs(words);
        var shared = new HashMap<Integer, Integer>();
        for (var run : runs) {
            byRun.getOrDefault(run, List.of()).forEach(number -> shared.merge(number, 1, Integer::sum));
        }
        var best = Optional.<Facts.Said>empty();
        var likest = 0.0;
        for (var entry : shared.entrySet()) {
            var other = said.get(entry.getKey());
            var like = jaccard(entry.getValue(), runs.size(), sizes.get(entry.getKey()));
            if (like >= bar && like > likest && Sliding.apart(other.at(), at).compareTo(within) < 0) {
                best = Optional.of(other);
                likest = like;
            }
        }
        return best;
    }

    /** From 0, nothing in common, to 1. */
    public static double likeness(String one, String other) {
        var runs = runs(one);
        var others = runs(other);
        return jaccard((int) runs.stream().filter(others::contains).count(), runs.size(), others.size());
    }

    private static double jaccard(int shared, int one, int other) {
        return (double) shared / (one + other - shared);
    }

    /** The text as it is compared: compatible forms made one, lower case, words parted by single spaces. */
    public static String normal(String words) {
        var even = Normalizer.normalize(words, Normalizer.Form.NFKC);
        // upper case first, as some small letters have only that in common
        var small = Normalizer.normalize(even.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        var seen = UNSEEN.matcher(small).replaceAll("");
        var bare = BETWEEN_WORDS.matcher(seen).replaceAll(" ").strip();
        return bare.isEmpty() ? small.strip() : bare;
    }

    private static Set<String> runs(String words) {
        var parts = List.of(normal(words).split(" "));
        var runs = new LinkedHashSet<String>();
        for (var start = 0; start + RUN <= parts.size(); start++) {
            runs.add(String.join(" ", parts.subList(start, start + RUN)));
        }
        if (runs.isEmpty()) {
            runs.add(String.join(" ", parts));
        }
        return runs;
    }
}
