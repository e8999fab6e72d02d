package org.goodword;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.goodword.cli.Goodword;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who types commands in a home of her own, with the real program behind them. */
final class AtTheTerminal {
    static final Path CHECKOUT = Path.of("").toAbsolutePath();

    final Path home;
    final Map<String, String> environment = new HashMap<>();
    volatile Instant now = Instant.parse("2026-11-25T09:00:00Z");

    AtTheTerminal(Path home) {
        this.home = home;
    }

    /** What came of a command. */
    record Told(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    Told type(String... words) {
        return answering("", words);
    }

    /** @param answers what standard input holds */
    Told answering(String answers, String... words) {
        var in = System.in;
        var out = System.out;
        var err = System.err;
        var told = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            var code = Goodword.run(root(), words);
            return new Told(code, told.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    ProgramRoot root() {
        return new ProgramRoot(CHECKOUT, home, environment, () -> now, new SecureRandom());
    }

    void write(String file, String text) {
        try {
            var path = home.resolve(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example town, as an organiser would have copied it. */
    void exampleTown() {
        try {
            write("config/members.yaml", Files.readString(CHECKOUT.resolve("config/members.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
