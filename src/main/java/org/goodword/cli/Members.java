package org.goodword.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "members", description = "Who belongs: list, sign in, pause, resume, leave, import.")
final class Members implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private Members() {}

    static CommandLine line(Goodword goodword) {
        return new CommandLine(new Members())
                .addSubcommand(new MembersList(goodword))
                .addSubcommand(new MembersImport(goodword))
                .addSubcommand(new MembersSignIn(goodword))
                .addSubcommand(new MembersPause(goodword))
                .addSubcommand(new MembersResume(goodword))
                .addSubcommand(new MembersLeave(goodword));
    }

    /** Which there are. */
    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
        return 0;
    }
}
