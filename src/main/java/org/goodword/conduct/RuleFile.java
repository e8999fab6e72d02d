package org.goodword.conduct;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.conduct.Rule.Amount;
import org.goodword.conduct.Rule.Origin;
import org.goodword.conduct.Rule.Stricter;
import org.goodword.platform.Call;
import org.goodword.platform.Tariff;
import org.goodword.roster.Mode;
import org.goodword.settings.Entry;
import org.goodword.settings.Fault;
import org.goodword.settings.Faults;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.Spelling;
import org.goodword.settings.Usd;
import org.goodword.settings.YamlFile;

/** Reads a rule file, and puts the organiser's own numbers in place where they are allowed. */
public final class RuleFile {
    private static final String PROPERTIES = "bot.properties";
    private static final Set<String> RULE_KEYS = Set.of("id", "reason", "source", "read", "kind", "numbers");
    private static final List<String> INDUSTRIES = List.of("ineligible", "eligible");

    private final Settings.Conduct own;
    private final Faults faults = new Faults();
    private final Map<String, String> untouched;

    private RuleFile(Settings.Conduct own) {
        this.own = own;
        this.untouched = new TreeMap<>(own.numbers());
    }

    /**
     * @param shown the file as the organiser would name it
     * @throws Faulty with every fault found in the file and in the organiser's own numbers
     */
    public static Rules read(Path file, String shown, Settings.Conduct own) {
        return new RuleFile(own).read(file, shown);
    }

    private Rules read(Path file, String shown) {
        var root = YamlFile.read(file, shown, faults);
        faults.throwIfAny();
        root.onlyKeys("platform", "read", "modes", "prices", "limits", "rules");
        var platform = root.required("platform").flatMap(Entry::text);
        var read = root.required("read").flatMap(Entry::date);
        var modes = root.required("modes").flatMap(this::modes);
        var prices = root.required("prices").map(this::prices).orElse(Map.of());
        var limits = root.required("limits").map(this::limits).orElse(List.of());
        var rules = root.required("rules").map(this::rules).orElse(List.of());
        untouched.keySet().forEach(this::unknownNumber);
        disclosures();
        faults.throwIfAny();
        return new Rules(
                platform.orElseThrow(), read.orElseThrow(), modes.orElseThrow(), new Tariff(prices, limits), rules);
    }

    private Optional<Rules.Modes> modes(Entry entry) {
        var acknowledged = "member-reposts-acknowledged";
        entry.onlyKeys(
                "circle-introductions", "circle-reposts", "member-introductions", "member-reposts", acknowledged);
        var circleIntroductions = mode(entry, "circle-introductions");
        var circleReposts = mode(entry, "circle-reposts");
        var memberIntroductions = mode(entry, "member-introductions");
        var plain = mode(entry, "member-reposts");
        var memberReposts = own.acknowledgesAutomaticReposts() ? mode(entry, acknowledged) : plain;
        return Stream.of(circleIntroductions, circleReposts, memberIntroductions, memberReposts)
                        .allMatch(Optional::isPresent)
                ? Optional.of(new Rules.Modes(
                        circleIntroductions.orElseThrow(),
                        circleReposts.orElseThrow(),
                        memberIntroductions.orElseThrow(),
                        memberReposts.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Mode> mode(Entry modes, String key) {
        var words = Arrays.stream(Mode.values()).map(Mode::word).toList();
        return modes.required(key)
                .flatMap(entry -> entry.oneOf(words, "mode", "modes: " + String.join(", ", words)))
                .flatMap(Mode::of);
    }

    private Map<Call, Usd> prices(Entry entry) {
        entry.onlyKeys(callWords());
        var prices = new EnumMap<Call, Usd>(Call.class);
        for (var call : Call.values()) {
            entry.required(word(call))
                    .flatMap(price -> price.as(Usd::parse, "write dollars such as 0.015"))
                    .ifPresent(price -> prices.put(call, price));
        }
        return prices;
    }

    private List<Tariff.Limit> limits(Entry entry) {
        return entry.list().stream().flatMap(limit -> limit(limit).stream()).toList();
    }

    private Optional<Tariff.Limit> limit(Entry entry) {
        entry.onlyKeys("calls", "per", "most", "minutes");
        var calls = entry.required("calls").map(Entry::list).orElse(List.of()).stream()
                .flatMap(call -> call.oneOf(callWords(), "call", "calls: " + String.join(", ", callWords())).stream())
                .map(RuleFile::call)
                .toList();
        var per = entry.required("per")
                .flatMap(who -> who.oneOf(List.of("app", "account"), "owner of a limit", "app or account"));
        var most = entry.required("most").flatMap(number -> number.whole(1, 10_000_000));
        var minutes = entry.required("minutes").flatMap(number -> number.whole(1, 100_000));
        return per.flatMap(who -> most.flatMap(number ->
                minutes.map(length -> new Tariff.Limit(calls, who.equals("app"), number, Duration.ofMinutes(length)))));
    }

    private static List<String> callWords() {
        return Arrays.stream(Call.values()).map(RuleFile::word).toList();
    }

    private static String word(Call call) {
        return call.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Call call(String word) {
        return Call.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private List<Rule> rules(Entry entry) {
        var seen = new HashSet<String>();
        var rules = new ArrayList<Rule>();
        for (var item : entry.list()) {
            var ids = Checks.BY_RULE.keySet();
            var id = item.required("id")
                    .flatMap(given ->
                            given.oneOf(ids, "rule the program has a check for", "rules: " + String.join(", ", ids)));
            id.filter(known -> !seen.add(known))
                    .ifPresent(
                            known -> item.fault("the rule \"" + known + "\" stands here again", "keep one of the two"));
            id.flatMap(known -> rule(item, known)).ifPresent(rules::add);
        }
        Checks.BY_RULE.keySet().stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> entry.faultAtKey("the rule \"" + id + "\" is missing", "add it: the program checks it"));
        return rules;
    }

    private Optional<Rule> rule(Entry item, String id) {
        item.onlyKeys(Stream.concat(RULE_KEYS.stream(), listKeys(id).stream())
                .sorted()
                .toList());
        var reason = item.required("reason").flatMap(Entry::text);
        var source = item.required("source").flatMap(RuleFile::source);
        var read = item.required("read").flatMap(Entry::date);
        var words = Arrays.stream(Origin.values()).map(Origin::word).toList();
        var origin = item.required("kind")
                .flatMap(kind -> kind.oneOf(words, "kind of rule", "kinds: " + String.join(", ", words)))
                .flatMap(Origin::of);
        var numbers = numbers(item, id, origin.orElse(Origin.PLATFORM));
        var lists = lists(item, id);
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

    private static List<String> listKeys(String rule) {
        return switch (rule) {
            case "links" -> List.of("shorteners");
            case "tags" -> List.of("hashtags");
            case "industry" -> List.of("industries");
            default -> List.of();
        };
    }

    private Map<String, Set<String>> lists(Entry item, String id) {
        var lists = new HashMap<String, Set<String>>();
        for (var key : listKeys(id)) {
            // an empty list is written [] and is no omission
            var entry = Optional.ofNullable(item.map().get(key));
            if (entry.isEmpty()) {
                item.fault("\"" + key + "\" is missing", "add \"" + key + ": []\"");
            } else if (id.equals("industry")) {
                entry.get().onlyKeys(INDUSTRIES);
                INDUSTRIES.forEach(
                        list -> entry.get().required(list).ifPresent(words -> lists.put(list, words(words))));
            } else {
                lists.put(key, words(entry.get()));
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

    private Map<String, Amount> numbers(Entry item, String id, Origin origin) {
        var due = Arrays.stream(Figure.values())
                .filter(figure -> figure.rule().equals(id))
                .collect(Collectors.toMap(Figure::word, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var numbers = new LinkedHashMap<String, Amount>();
        var groups = item.optional("numbers");
        groups.ifPresent(found -> found.onlyKeys(
                Arrays.stream(Stricter.values()).map(Stricter::word).toList()));
        for (var stricter : Stricter.values()) {
            groups.flatMap(found -> found.optional(stricter.word()))
                    .ifPresent(group -> numbers(group, due, stricter, origin, numbers));
        }
        due.keySet().stream().filter(word -> !numbers.containsKey(word)).forEach(word -> missing(item, groups, word));
        return numbers;
    }

    private static void missing(Entry item, Optional<Entry> groups, String word) {
        groups.orElse(item).fault("the number \"" + word + "\" is missing", "add it under at-least or at-most");
    }

    private void numbers(
            Entry group, Map<String, Figure> due, Stricter stricter, Origin origin, Map<String, Amount> into) {
        group.onlyKeys(due.keySet());
        group.map()
                .forEach((word, entry) -> Optional.ofNullable(due.get(word)).ifPresent(figure -> {
                    // noted even when it cannot be read, so that it is not called missing as well
                    var value = entry.as(text -> value(figure, text), expected(figure))
                            .orElse(BigDecimal.ONE);
                    into.put(word, override(figure, new Amount(value, stricter, false), origin));
                }));
    }

    private static BigDecimal value(Figure figure, String text) {
        var value = new BigDecimal(text);
        var least = figure.isDivisor() ? BigDecimal.ONE : BigDecimal.ZERO;
        var fits = figure.isPart()
                ? value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0
                : value.stripTrailingZeros().scale() <= 0
                        && value.compareTo(least) >= 0
                        && value.compareTo(BigDecimal.valueOf(100_000)) <= 0;
        if (!fits) {
            throw new IllegalArgumentException("\"" + text + "\" is out of range");
        }
        return value;
    }

    private static String expected(Figure figure) {
        return figure.isPart()
                ? "write a part of one, such as 0.5"
                : "write a whole number from " + (figure.isDivisor() ? 1 : 0) + " to 100000";
    }

    private Amount override(Figure figure, Amount file, Origin origin) {
        var name = figure.rule() + "." + figure.word();
        var given = Optional.ofNullable(untouched.remove(name));
        if (given.isEmpty()) {
            return file;
        }
        try {
            var value = value(figure, given.get().strip());
            var free = origin == Origin.OURS && file.stricter() != Stricter.NEITHER;
            if (free || file.stricter().allows(value, file.value())) {
                return new Amount(value, file.stricter(), true);
            }
            property(name, given.get() + " is looser than the rule file allows", bound(file));
        } catch (NumberFormatException e) {
            property(name, "\"" + given.get() + "\" is no number", expected(figure));
        } catch (IllegalArgumentException e) {
            property(name, String.valueOf(e.getMessage()), expected(figure));
        }
        return file;
    }

    private static String bound(Amount file) {
        var value = file.value().toPlainString();
        return switch (file.stricter()) {
            case HIGHER -> "write " + value + " or more";
            case LOWER -> "write " + value + " or less";
            case NEITHER -> "leave the key out: things are counted by " + value;
        };
    }

    private void unknownNumber(String name) {
        Collection<String> known = Arrays.stream(Figure.values())
                .map(figure -> figure.rule() + "." + figure.word())
                .toList();
        property(
                name,
                "the rulebook has no such number",
                Spelling.suggest(name, known, "\"goodword rules\" lists rules and numbers"));
    }

    private void disclosures() {
        disclosure("disclosure.member", own.memberDisclosure());
        disclosure("disclosure.circle", own.circleDisclosure());
    }

    private void disclosure(String key, String wording) {
        if (!wording.contains("{subject}")) {
            property(key, "the disclosure does not name the business", "write it with {subject} in it");
        }
    }

    private void property(String name, String message, String fix) {
        faults.add(Fault.inFile(PROPERTIES, "conduct." + name + ": " + message, fix));
    }
}
