package org.goodword.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "approve",
        description = "Says yes to turns; without numbers it lists what waits for a yes, and the links to hand on.")
final class Approve implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "TURN", description = "Numbers of turns.")
    private List<Long> turns = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    Approve(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var now = goodword.root().clock().instant();
        return new Answers(goodword, new Terminal(Objects.requireNonNull(spec)))
                .give(turns, (house, turn) -> house.approvals().yes(turn, now));
    }
}
