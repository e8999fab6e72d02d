package org.goodword.cli;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "pause", description = "Lets a member be: nothing goes out from her or about her until she resumes.")
final class MembersPause implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "HANDLE", description = "Whom, as in @bluebirdbakes.")
    private String handle = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day of the pause, as in 2026-12-24; without it, until she resumes.")
    private @Nullable LocalDate until;

    @Spec
    private @Nullable CommandSpec spec;

    MembersPause(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var settings = goodword.settings();
        var now = root.clock().instant();
        var last = Optional.ofNullable(until);
        var today = now.atZone(settings.circle().zone()).toLocalDate();
        if (last.filter(today::isAfter).isPresent()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--until is today or later, not " + last.get());
        }
        try (var house = root.openAndMigrate(settings)) {
            var roster = house.circle().roster(now);
            var who = new Whom(roster, root.program(settings)).memberOrCircle(handle);
            var struck = house.membership().pause(who, last, now, Terminal.SOURCE);
            new Terminal(Objects.requireNonNull(spec))
                    .out()
                    .println(roster.name(who) + " is paused"
                            + last.map(day -> " until the end of " + day).orElse(" until she resumes")
                            + "." + Struck.words(struck));
        }
        return 0;
    }
}
