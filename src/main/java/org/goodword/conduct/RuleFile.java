package org.goodword.conduct;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.platform.Call;
import org.goodword.platform.Tariff;
import org.goodword.roster.Mode;
import org.goodword.settings.Entry;
import org.goodword.settings.Fault;
import org.goodword.settings.Faults;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.Usd;
import org.goodword.settings.YamlFile;

/** Reads a rule file, and puts the organiser's own numbers in place where they are allowed. */
public final class RuleFile {

    private final Settings.Conduct own;
    private final Faults faults = new Faults();
    private final OwnNumbers numbers;

    private RuleFile(Settings.Conduct own) {
        this.own = own;
        this.numbers = new OwnNumbers(own, faults);
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
        numbers.noteUnknown();
        disclosure("conduct.disclosure.member", own.memberDisclosure());
        disclosure("conduct.disclosure.circle", own.circleDisclosure());
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
            id.flatMap(known -> RuleEntry.read(item, known, numbers)).ifPresent(rules::add);
        }
        Checks.BY_RULE.keySet().stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> entry.faultAtKey("the rule \"" + id + "\" is missing", "add it: the program checks it"));
        return rules;
    }

    private void disclosure(String key, String wording) {
        if (!wording.contains("{subject}")) {
            faults.add(Fault.inFile(
                    OwnNumbers.FILE,
                    key + ": the disclosure does not name the business",
                    "write it with {subject} in it"));
        }
    }
}
