package org.goodword.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command speaks: results on standard output, the rest beside it; colour only on a terminal. */
final class Terminal {
    private final CommandSpec spec;

    Terminal(CommandSpec spec) {
        this.spec = spec;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Somebody is looking, rather than a file or another program. */
    boolean isWatched() {
        return Ansi.AUTO.enabled();
    }

    /** Bold where there is somebody to see it. */
    String strong(String text) {
        return Ansi.AUTO.string("@|bold " + text + "|@");
    }
}
