package org.goodword.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Small businesses putting in a good word for one another. */
@Command(
        name = "goodword",
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

    private final Root root;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Where bot.properties, the roster and the store are; the current folder, or the program's own.")
    private @Nullable Path home;

    private Goodword(Root root) {
        this.root = root;
    }

    /** Runs one command line and returns its exit code. */
    public static int run(Root root, String... args) {
        var goodword = new Goodword(root);
        var line = new CommandLine(goodword)
                .addSubcommand(new Demo(goodword))
                .addSubcommand(new Plan(goodword))
                .addSubcommand(new Report(goodword))
                .addSubcommand(new Approve(goodword))
                .addSubcommand(new Decline(goodword))
                .addSubcommand(new Pause(goodword))
                .addSubcommand(new Resume(goodword))
                .addSubcommand(new Undo(goodword))
                .addSubcommand(new Rehearse(goodword))
                .addSubcommand(new Run(goodword))
                .addSubcommand(new Migrate(goodword))
                .addSubcommand(new Backup(goodword))
                .addSubcommand(new Restore(goodword))
                .addSubcommand(new ListRules(goodword))
                .addSubcommand(new Check(goodword))
                .addSubcommand(Members.line(goodword))
                .addSubcommand(new SandboxAlone(goodword));
        line.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage());
            wrong.getCommandLine().getErr().println("Try: goodword --help");
            return WRONG_USAGE;
        });
        return line.execute(args);
    }

    private static int told(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof Faulty faulty) {
            faulty.faults().forEach(fault -> command.getErr().println(fault));
            return FAULTS;
        }
        if (failure instanceof DidNotWork no) {
            command.getErr().println(no.getMessage());
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
        var line = new CommandLine(this);
        line.usage(line.getOut());
    }
}
