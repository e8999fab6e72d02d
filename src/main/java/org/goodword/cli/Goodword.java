package org.goodword.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.StoreTrouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Small businesses putting in a good word for one another. */
@Command(
        name = "scripts/goodword",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Small businesses putting in a good word for one another.",
        scope = ScopeType.INHERIT,
        subcommands = {})
public final class Goodword implements Runnable {
    /** The configuration has faults. */
    static final int FAULTS = 2;

    /** It did not work: the world said no. */
    static final int DID_NOT_WORK = 1;

    /** As in sysexits.h. */
    static final int WRONG_USAGE = 64;

    private static final String[] WHERE_TO_BEGIN = {
        "",
        "To see it at work: scripts/goodword demo. For a circle of your own, README, \"With your own circle\", leads from",
        "the first key to the first letter. COMMAND --help says more about each."
    };

    private final Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Your circle's folder, with bot.properties, roster and store. Without it the current folder, if a"
                            + " bot.properties is there; else the program's own, with its example town.")
    private @Nullable Path home;

    private Goodword(Root root) {
        this.root = root;
    }

    /** Runs one command line and returns its exit code. */
    public static int run(Root root, String... args) {
        var goodword = new Goodword(root);
        var line = new CommandLine(goodword)
                .addSubcommand(new Demo(goodword))
                .addSubcommand(new Check(goodword))
                .addSubcommand(Members.line(goodword))
                .addSubcommand(new Plan(goodword))
                .addSubcommand(new Run(goodword))
                .addSubcommand(new Approve(goodword))
                .addSubcommand(new Decline(goodword))
                .addSubcommand(new Report(goodword))
                .addSubcommand(new Pause(goodword))
                .addSubcommand(new Resume(goodword))
                .addSubcommand(new Undo(goodword))
                .addSubcommand(new Backup(goodword))
                .addSubcommand(new Restore(goodword))
                .addSubcommand(new ListRules(goodword))
                .addSubcommand(new Rehearse(goodword))
                .addSubcommand(new SandboxAlone(goodword))
                .addSubcommand(new Migrate(goodword));
        line.getCommandSpec().usageMessage().footer(WHERE_TO_BEGIN);
        line.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
        line.setParameterExceptionHandler((wrong, given) -> {
            var err = wrong.getCommandLine().getErr();
            err.println(wrong.getMessage());
            UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return WRONG_USAGE;
        });
        return line.execute(args);
    }

    private static int told(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof Faulty faulty) {
            faulty.faults().forEach(fault -> command.getErr().println(fault));
            return FAULTS;
        }
        if (failure instanceof DidNotWork
                || failure instanceof StoreTrouble
                || failure instanceof UncheckedIOException) {
            command.getErr().println(failure.getMessage());
            return DID_NOT_WORK;
        }
        throw failure;
    }

    Root root() {
        return root;
    }

    Path home() {
        return root.home(Optional.ofNullable(home));
    }

    Settings settings() {
        return root.settings(home());
    }

    /** No command was given: say which there are. */
    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
