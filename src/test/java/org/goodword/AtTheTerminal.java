package org.goodword;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

    /** @param answer what standard input holds */
    Told answering(String answer, String... words) {
        return answering((String screen) -> answer, words);
    }

    /** @param person types, once she is asked, by what stands on the screen */
    Told answering(UnaryOperator<String> person, String... words) {
        var in = System.in;
        var out = System.out;
        var err = System.err;
        var told = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setIn(new Typist(() -> person.apply(told.toString(StandardCharsets.UTF_8))));
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

    /** Standard input on which nothing is typed before it is read. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class Typist extends InputStream {
        private final Supplier<String> person;
        private byte[] typed = {};
        private int next = -1;

        Typist(Supplier<String> person) {
            this.person = person;
        }

        @Override
        public int read() {
            if (next < 0) {
                typed = person.get().getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return next < typed.length ? typed[next++] : -1;
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
