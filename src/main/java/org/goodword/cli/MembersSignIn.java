package org.goodword.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "sign-in", description = "Signs an account in with a PIN from X, and seals what X gives for it.")
final class MembersSignIn implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "HANDLE", description = "A member or the circle's account, as in @bluebirdbakes.")
    private String handle = "";

    @Spec
    private @Nullable CommandSpec spec;

    MembersSignIn(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var settings = goodword.settings();
        refuseWithoutAPlatform(root.reached(settings));
        var terminal = new Terminal(Objects.requireNonNull(spec));
        try (var desk = root.signInDesk(settings)) {
            var roster = desk.house().circle().roster(root.clock().instant());
            var who = new Whom(roster, root.program(settings)).memberOrCircle(handle);
            var started = desk.start();
            terminal.out().println("Open this address as " + who + ", or send it to whoever is:");
            terminal.out().println();
            terminal.out().println("  " + started.address());
            terminal.out().println();
            var pin = terminal.answer("The PIN that X shows: ").orElse("");
            var account = started.finish(pin, who);
            terminal.out()
                    .println(roster.name(who) + " is signed in as " + who + " (account " + account.id()
                            + "). The tokens are sealed in the store.");
        }
        return 0;
    }

    private static void refuseWithoutAPlatform(Settings settings) {
        if (settings.x().mode() == Settings.Mode.SANDBOX
                && !settings.x().consumerKey().isSet()) {
            throw new DidNotWork(
                    "In the sandbox everybody is signed in by itself when goodword run starts; signing in is for"
                            + " x.mode=live, or for trying it while that runs.");
        }
    }
}
