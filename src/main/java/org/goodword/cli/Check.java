package org.goodword.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.cli.Finding.Mark;
import org.goodword.settings.Fault;
import org.goodword.settings.Faults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        description =
                "Looks at everything the work depends on, says what is wrong, and sends nothing out. Each sign-in is tried,"
                        + " for which X charges a cent.")
final class Check implements Callable<Integer> {
    private final Goodword goodword;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    Check(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        var findings = new Doctor(goodword.root(), goodword.home()).examine();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(figures(findings)));
        } else {
            findings.forEach(finding -> print(finding, out));
            out.println();
            out.println(verdict(findings));
        }
        return exitCode(findings);
    }

    private static String verdict(List<Finding> findings) {
        if (!findings.stream().allMatch(one -> one.mark().isWell())) {
            return "Mend what is marked ✗, and check again.";
        }
        return findings.stream().anyMatch(one -> one.mark() == Mark.LOOK)
                ? "All is well. What is marked ! stops nothing, but have a look at it."
                : "All is well.";
    }

    private static int exitCode(List<Finding> findings) {
        if (findings.stream().anyMatch(one -> one.mark() == Mark.FAULTY)) {
            return Goodword.FAULTS;
        }
        return findings.stream().allMatch(one -> one.mark().isWell()) ? 0 : Goodword.DID_NOT_WORK;
    }

    private static void print(Finding finding, PrintWriter out) {
        var head = String.format("%s %-13s  %s", finding.mark().sign(), finding.what(), finding.words());
        Wrapped.lines(head, " ".repeat(17)).forEach(out::println);
        finding.details()
                .forEach(line ->
                        Wrapped.lines(" ".repeat(16) + line, " ".repeat(17)).forEach(out::println));
        finding.faults()
                .forEach(fault -> Wrapped.lines("    " + fault, " ".repeat(5)).forEach(out::println));
    }

    private static Map<String, Object> figures(List<Finding> findings) {
        var faults = new Faults();
        findings.forEach(finding -> finding.faults().forEach(faults::add));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("ok", findings.stream().allMatch(one -> one.mark().isWell()));
        figures.put("faults", faults.all().stream().map(Check::figures).toList());
        figures.put("checks", findings.stream().map(Check::figures).toList());
        return figures;
    }

    private static Map<String, Object> figures(Fault fault) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("file", fault.file());
        figures.put("line", fault.line());
        figures.put("column", fault.column());
        figures.put("message", fault.message());
        figures.put("fix", fault.fix());
        return figures;
    }

    private static Map<String, Object> figures(Finding finding) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("name", finding.what());
        figures.put("ok", finding.mark().isWell());
        figures.put("state", finding.mark().word());
        figures.put("words", finding.words());
        figures.put("details", finding.details());
        return figures;
    }
}
