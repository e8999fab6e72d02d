package org.goodword.cli;

import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.outbox.State;
import org.goodword.rounds.House;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "pause", description = "Stops everything: nothing more goes out until \"resume all\".")
final class Pause implements Callable<Integer> {
    /** What can be paused here; a member's own pause is with the members. */
    enum What {
        all
    }

    private final Goodword goodword;

    @Parameters(paramLabel = "all", description = "Everything. For one member: goodword members pause.")
    @SuppressWarnings("UnusedVariable")
    private @Nullable What what;

    @Spec
    private @Nullable CommandSpec spec;

    Pause(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var settings = goodword.settings();
        var now = goodword.root().clock().instant();
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        // made if it is not there: the stop has to last until the daemon looks
        try (var house = goodword.root().openAndMigrate(settings)) {
            house.stopping().pauseEverything(now);
            out.println("Everything is stopped. A running daemon sees it within its next minute.");
            out.println(Lines.hanging("", held(house)));
            out.println("Go on   " + goodword.root().program(settings) + " resume all");
            out.flush();
        }
        return 0;
    }

    private static String held(House house) {
        var turns = house.books().turns();
        var held = turns.in(State.QUEUED).size();
        var onTheirWay = turns.in(EnumSet.of(State.SENDING)).size();
        return (held == 0
                        ? "Nothing is queued."
                        : InWords.counted(held, "turn is", "turns are")
                                + " held; what is not resumed before its time is over is missed.")
                + (onTheirWay == 0
                        ? ""
                        : " " + InWords.counted(onTheirWay, "request", "requests")
                                + " had left already and cannot be called back; \"undo\" takes back what went out.");
    }
}
