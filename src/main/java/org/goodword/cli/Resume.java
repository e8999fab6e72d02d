package org.goodword.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.outbox.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "resume", description = "Ends the stop of everything.")
final class Resume implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "all", description = "Everything. For one member: goodword members resume.")
    @SuppressWarnings("UnusedVariable")
    private Pause.@Nullable What what;

    @Spec
    private @Nullable CommandSpec spec;

    Resume(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var now = goodword.root().clock().instant();
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        try (var house = goodword.root().openAndMigrate(goodword.settings())) {
            var stopped = house.books().registry().everythingStopped(now);
            house.stopping().resumeEverything(now);
            var queued = house.books().turns().in(State.QUEUED).size();
            out.println(stopped.map(why -> "Everything goes on. It was stopped: " + why)
                    .orElse("Nothing was stopped."));
            out.println(
                    queued == 0
                            ? "Nothing is queued."
                            : InWords.counted(queued, "turn is", "turns are")
                                    + " queued; each is checked again before it goes out.");
            out.flush();
        }
        return 0;
    }
}
