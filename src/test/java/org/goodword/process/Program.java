package org.goodword.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The program in a process of its own, as a person would start it. */
final class Program implements AutoCloseable {
    static final Path CHECKOUT = Path.of("").toAbsolutePath();

    /** A start takes two seconds; on a machine that is busy with other things it may take many more. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String END = "(end of what it said)";

    private final Process process;
    private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private Program(Process process) {
        this.process = process;
        var reader = new Thread(this::listen, "what the program says");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param level of its log: WARN leaves standard output to its words */
    static Program start(Path home, String level, String... words) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // it is over before the second compiler would pay
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dgoodword.checkout=" + CHECKOUT,
                "-Dlogback.configurationFile=" + CHECKOUT.resolve("config/logback.xml"),
                "-Dgoodword.level=" + level,
                "-cp",
                classPath(),
                "org.goodword.Main"));
        line.addAll(List.of(words));
        line.addAll(List.of("--home", home.toString()));
        try {
            return new Program(new ProcessBuilder(line)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours without the tests: what runs there is the product alone. */
    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                unread.add(line);
            }
        } catch (IOException e) {
            // its end, when it is killed
            said.add("(" + e.getMessage() + ")");
        }
        unread.add(END);
    }

    /** Waits for the first line of this kind that was not waited for yet. */
    String line(Predicate<String> wanted) {
        try {
            var line = unread.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            while (line != null && !line.equals(END)) {
                if (wanted.test(line)) {
                    return line;
                }
                line = unread.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            throw new AssertionError("the program did not say what was waited for; it said:\n" + said());
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    String said() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    /** Lets it work for so long; false when it ended before. */
    boolean works(Duration time) {
        try {
            return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    /** Lets it work until something has come about, but not longer than {@link #PATIENCE}. */
    void worksUntil(BooleanSupplier come) {
        worksUntil(come, PATIENCE);
    }

    void worksUntil(BooleanSupplier come, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end || !works(Duration.ofMillis(100))) {
                throw new AssertionError("what was waited for did not come about; the program said:\n" + said());
            }
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        ended(PATIENCE);
    }

    /** As {@code kill} does; on its own it comes to an end in time, or that is an error. Returns its exit code. */
    int terminate(Duration limit) {
        // not process.destroy(), which would close the pipe that its last words come through
        process.toHandle().destroy();
        return ended(limit);
    }

    private int ended(Duration limit) {
        if (works(limit)) {
            throw new AssertionError("the program still runs after " + limit + "; it said:\n" + said());
        }
        return process.exitValue();
    }

    private static AssertionError stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("the test was stopped", e);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
