package org.goodword.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.conduct.Rule;
import org.goodword.conduct.RuleListing;
import org.goodword.conduct.Rules;
import org.goodword.settings.Spelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "rules", description = "Lists the rules that everything is held to, with their sources and dates.")
final class ListRules implements Callable<Integer> {
    private final Goodword goodword;

    @Option(names = "--platform", paramLabel = "NAME", defaultValue = "x", description = "Whose rules; x by default.")
    private String platform = "x";

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    ListRules(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var terminal = new Terminal(Objects.requireNonNull(spec));
        var settings = goodword.settings();
        var rules = goodword.root().rules(settings);
        if (!platform.equalsIgnoreCase(rules.platform())) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "\"" + platform + "\" has no rule file; "
                            + Spelling.suggest(platform, List.of(rules.platform()), "there is one for x"));
        }
        var today = goodword.root()
                .clock()
                .instant()
                .atZone(settings.circle().zone())
                .toLocalDate();
        if (json) {
            terminal.out().println(JsonMapper.shared().writeValueAsString(figures(rules, today)));
        } else {
            RuleListing.lines(rules, today).forEach(terminal.out()::println);
        }
        return 0;
    }

    private static Map<String, Object> figures(Rules rules, LocalDate today) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("platform", rules.platform());
        figures.put("read", rules.read().toString());
        figures.put(
                "rules", rules.all().stream().map(rule -> figures(rule, today)).toList());
        return figures;
    }

    private static Map<String, Object> figures(Rule rule, LocalDate today) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("id", rule.id());
        figures.put("kind", rule.origin().word());
        figures.put("reason", rule.reason());
        figures.put("source", rule.source().name());
        rule.source().at().ifPresent(address -> figures.put("address", address));
        figures.put("read", rule.read().toString());
        figures.put("old", RuleListing.isOld(rule, today));
        var numbers = new LinkedHashMap<String, Object>();
        rule.numbers().forEach((name, amount) -> numbers.put(name, amount.value()));
        figures.put("numbers", numbers);
        return figures;
    }
}
