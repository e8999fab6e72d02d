package org.goodword.cli;

import static org.goodword.outbox.State.APPROVED;
import static org.goodword.outbox.State.ASKED;
import static org.goodword.outbox.State.DECLINED;
import static org.goodword.outbox.State.FAILED;
import static org.goodword.outbox.State.HANDED;
import static org.goodword.outbox.State.MISSED;
import static org.goodword.outbox.State.PLANNED;
import static org.goodword.outbox.State.PREPARED;
import static org.goodword.outbox.State.READY;
import static org.goodword.outbox.State.REFUSED;
import static org.goodword.outbox.State.SENDING;
import static org.goodword.outbox.State.SENT;
import static org.goodword.outbox.State.UNKNOWN;
import static org.goodword.outbox.State.WITHDRAWN;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.goodword.rehearsal.Result;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "rehearse",
        description =
                "Plays so many weeks of the roster's town on a simulated clock, and holds the books against the town's.")
final class Rehearse implements Callable<Integer> {
    private final Goodword goodword;

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "12", description = "How many weeks; 12 by default.")
    private int weeks;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed tells the same season.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Where it is played; data/rehearsal by default.")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    Rehearse(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        if (weeks < 1 || weeks > 520) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--weeks is a number from 1 to 520, not " + weeks);
        }
        var home = goodword.home();
        var folder = Optional.ofNullable(out).map(Path::toAbsolutePath).orElse(home.resolve("data/rehearsal"));
        var terminal = new Terminal(Objects.requireNonNull(spec));
        var telling = new SeasonTold(terminal, weeks, json);
        var result = new RehearsalHome(goodword.root(), folder.normalize()).play(home, weeks, seed, telling);
        telling.end();
        if (json) {
            terminal.out().println(JsonMapper.shared().writeValueAsString(figures(result)));
        } else {
            new Summary(terminal, result).print();
        }
        result.harm().findings().forEach(terminal.err()::println);
        return result.harm().none() && result.in(SENDING, UNKNOWN) == 0 ? 0 : Goodword.DID_NOT_WORK;
    }

    private static Map<String, Object> figures(Result result) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("weeks", result.weeks());
        figures.put("seed", result.seed());
        figures.put("turns", result.turns());
        figures.put("sent", result.in(SENT));
        figures.put("declined", result.in(DECLINED));
        figures.put("missed", result.in(MISSED));
        figures.put("refused", result.in(REFUSED));
        figures.put("failed", result.in(FAILED));
        figures.put("withdrawn", result.in(WITHDRAWN));
        figures.put("handed", result.in(HANDED));
        figures.put("open", result.in(PLANNED, PREPARED, ASKED, APPROVED, READY));
        figures.put("unresolved", result.in(SENDING, UNKNOWN));
        figures.put("duplicates", result.harm().duplicates());
        figures.put("withoutConsent", result.harm().withoutConsent());
        figures.put("late", result.harm().late());
        figures.put("overCaps", result.harm().overCaps());
        figures.put("spendUsd", result.spent().amount());
        figures.put("letter", result.letter().toString());
        figures.put("effects", result.harm().seen());
        figures.put("townBilledUsd", result.townBilled().amount());
        figures.put("heardPerWeek", Math.round(result.heardPerWeek() * 10) / 10.0);
        figures.put("longestWaitDays", result.longestWait().toDays());
        return figures;
    }
}
