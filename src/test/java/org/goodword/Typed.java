package org.goodword;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.goodword.cli.Goodword;
import org.goodword.cli.Root;

/** What came of a command line: exit code, standard output and what was said beside it. */
record Typed(int code, String out, String err) {

    static Typed line(Root root, String... args) {
        return answering("", root, args);
    }

    /** @param input what is typed when the command asks */
    static Typed answering(String input, Root root, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = System.in;
        var outBefore = System.out;
        var errBefore = System.err;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            var code = Goodword.run(root, args);
            return new Typed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(before);
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
