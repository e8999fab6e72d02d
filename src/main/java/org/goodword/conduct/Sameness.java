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
import java.util.function.Function;
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

    /** A text made ready for comparing, which is most of the work. */
    public record Text(String normal, Set<String> runs) {
        public static Text of(String words) {
            var normal = Sameness.normal(words);
            return new Text(normal, Set.copyOf(runsOf(normal)));
        }
    }

    public Sameness(List<Facts.Said> said) {
        this(said, Text::of);
    }

    /** @param texts what makes a text ready, or remembers that it has */
    Sameness(List<Facts.Said> said, Function<String, Text> texts) {
        this.said = said;
        for (var number = 0; number < said.size(); number++) {
            index(number, said.get(number), texts.apply(said.get(number).words()));
        }
    }

    private void index(int number, Facts.Said one, Text text) {
        exact.putIfAbsent(text.normal(), one);
        sizes.add(text.runs().size());
        for (var run : text.runs()) {
            byRun.computeIfAbsent(run, key -> new ArrayList<>()).add(number);
        }
    }

    /** Whether it was made from this very list. */
    boolean isOf(List<Facts.Said> list) {
        return said == list;
    }

    /** The text that is the same as this one, at whatever time it was said. */
    public Optional<Facts.Said> same(Text text) {
        return Optional.ofNullable(exact.get(text.normal()));
    }

    /**
     * A text at least {@code bar} like this one, said less than {@code within} from {@code at}, the likest first.
     *
     * @param bar above 0, at most 1
     */
    public Optional<Facts.Said> near(Text text, double bar, Instant at, Duration within) {
        var runs = text.runs();
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
    public static double likeness(Text one, Text other) {
        var shared = (int) one.runs().stream().filter(other.runs()::contains).count();
        return jaccard(shared, one.runs().size(), other.runs().size());
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

    private static Set<String> runsOf(String normal) {
        var parts = List.of(normal.split(" "));
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
