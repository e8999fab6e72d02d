package org.goodword.conduct;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.conduct.Rule.Amount;
import org.goodword.conduct.Rule.Origin;
import org.goodword.conduct.Rule.Stricter;
import org.goodword.settings.Entry;

/** Reads one rule of the rule file. */
final class RuleEntry {
    private static final List<String> KEYS = List.of("id", "reason", "source", "read", "kind", "numbers");
    private static final List<String> INDUSTRIES = List.of("ineligible", "eligible");

    private final Entry item;
    private final String id;
    private final OwnNumbers own;

    private RuleEntry(Entry item, String id, OwnNumbers own) {
        this.item = item;
        this.id = id;
        this.own = own;
    }

    /** Empty where a fault was noted that leaves no rule; a fault in a number alone still gives one. */
    static Optional<Rule> read(Entry item, String id, OwnNumbers own) {
        return new RuleEntry(item, id, own).read();
    }

    private Optional<Rule> read() {
        item.onlyKeys(Stream.concat(KEYS.stream(), listKeys().stream()).toList());
        var reason = item.required("reason").flatMap(Entry::text);
        var source = item.required("source").flatMap(RuleEntry::source);
        var read = item.required("read").flatMap(Entry::date);
        var words = Arrays.stream(Origin.values()).map(Origin::word).toList();
        var origin = item.required("kind")
                .flatMap(kind -> kind.oneOf(words, "kind of rule", "kinds: " + String.join(", ", words)))
                .flatMap(Origin::of);
        var numbers = numbers(origin.orElse(Origin.PLATFORM));
        var lists = lists();
        return reason.flatMap(why -> source.flatMap(
                from -> read.flatMap(day -> origin.map(kind -> new Rule(id, why, from, day, kind, numbers, lists)))));
    }

    private static Optional<Rule.Source> source(Entry entry) {
        if (entry.isText()) {
            return entry.text().map(name -> new Rule.Source(name, Optional.empty()));
        }
        entry.onlyKeys("name", "at");
        var at = entry.required("at").flatMap(Entry::text);
        return entry.required("name").flatMap(Entry::text).map(name -> new Rule.Source(name, at));
    }

    private Map<String, Amount> numbers(Origin origin) {
        var due = new LinkedHashMap<String, Figure>();
        Arrays.stream(Figure.values())
                .filter(figure -> figure.rule().equals(id))
                .forEach(figure -> due.put(figure.word(), figure));
        var groups = item.optional("numbers");
        groups.ifPresent(found -> found.onlyKeys(
                Arrays.stream(Stricter.values()).map(Stricter::word).toList()));
        var numbers = new LinkedHashMap<String, Amount>();
        for (var stricter : Stricter.values()) {
            groups.flatMap(found -> found.optional(stricter.word()))
                    .ifPresent(group -> numbers(group, due, stricter, origin, numbers));
        }
        due.keySet().stream()
                .filter(word -> !numbers.containsKey(word))
                .forEach(word -> groups.orElse(item)
                        .fault("the number \"" + word + "\" is missing", "add it under at-least, at-most or exactly"));
        return numbers;
    }

    private void numbers(
            Entry group, Map<String, Figure> due, Stricter stricter, Origin origin, Map<String, Amount> into) {
        group.onlyKeys(due.keySet());
        due.forEach((word, figure) -> group.optional(word).ifPresent(entry -> {
            // noted even when it cannot be read, so that it is not called missing as well
            var value = entry.as(figure::parse, figure.expected()).orElse(BigDecimal.ONE);
            if (into.containsKey(word)) {
                entry.faultAtKey("the number \"" + word + "\" stands here again", "keep one of the two");
            } else {
                into.put(word, own.inPlaceOf(new Amount(value, stricter, false), figure, origin));
            }
        }));
    }

    private List<String> listKeys() {
        return switch (id) {
            case "links" -> List.of("shorteners");
            case "tags" -> List.of("hashtags");
            case "industry" -> List.of("industries");
            default -> List.of();
        };
    }

    private Map<String, Set<String>> lists() {
        var lists = new HashMap<String, Set<String>>();
        for (var key : listKeys()) {
            var entry = item.required(key);
            if (id.equals("industry")) {
                entry.ifPresent(found -> found.onlyKeys(INDUSTRIES));
                INDUSTRIES.forEach(list ->
                        entry.flatMap(found -> found.required(list)).ifPresent(words -> lists.put(list, words(words))));
            } else {
                entry.ifPresent(words -> lists.put(key, words(words)));
            }
        }
        return lists;
    }

    private static Set<String> words(Entry list) {
        return list.list().stream()
                .flatMap(word -> word.text().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
