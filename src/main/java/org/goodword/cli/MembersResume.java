package org.goodword.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "resume", description = "Ends a member's pause.")
final class MembersResume implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "HANDLE", description = "Whom, as in @bluebirdbakes.")
    private String handle = "";

    @Spec
    private @Nullable CommandSpec spec;

    MembersResume(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var settings = goodword.settings();
        var now = root.clock().instant();
        try (var house = root.openAndMigrate(settings)) {
            var roster = house.circle().roster(now);
            var who = new Whom(roster, root.program(settings)).memberOrCircle(handle);
            house.membership().resume(who, now, Terminal.SOURCE);
            var out = new Terminal(Objects.requireNonNull(spec)).out();
            out.println(Optional.ofNullable(house.circle().stopped(now).get(who))
                    .map(reason -> roster.name(who) + " is no longer paused, but still " + reason)
                    .orElse(roster.name(who) + " takes part again, from the next deal on."));
        }
        return 0;
    }
}
