package org.goodword.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command speaks: results on standard output, the rest beside it; colour only on a terminal. */
final class Terminal {
    /** Where something was said, for the books. */
    static final String SOURCE = "terminal";

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

    /** What is typed on one line of standard input; empty when there is nobody to type. */
    Optional<String> answer(String question) {
        out().print(question);
        out().flush();
        try {
            // no buffer: what follows the line stays for the next question
            var line = new ByteArrayOutputStream();
            var typed = System.in.read();
            var nobody = typed < 0;
            while (typed >= 0 && typed != '\n') {
                line.write(typed);
                typed = System.in.read();
            }
            return nobody
                    ? Optional.empty()
                    : Optional.of(line.toString(StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    /** @throws DidNotWork unless somebody types yes */
    void confirm(String question) {
        var answer = answer(question + " Type yes: ");
        if (!answer.map("yes"::equalsIgnoreCase).orElse(false)) {
            throw new DidNotWork(
                    answer.isEmpty()
                            ? "Nobody said yes, so nothing was done. With --yes it is done without asking."
                            : "That was no yes, so nothing was done.");
        }
    }

    /** Bold where there is somebody to see it. */
    String strong(String text) {
        return Ansi.AUTO.string("@|bold " + text + "|@");
    }
}
