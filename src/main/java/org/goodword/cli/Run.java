package org.goodword.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.goodword.daemon.Daemon;
import org.goodword.daemon.StoreLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Runs the circle by itself until it is stopped.")
final class Run implements Callable<Integer> {
    private final Goodword goodword;

    @Spec
    private @Nullable CommandSpec spec;

    Run(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() throws InterruptedException {
        var root = goodword.root();
        var settings = goodword.settings();
        var terminal = new Terminal(Objects.requireNonNull(spec));
        var lock = StoreLock.take(root.storeFile(settings));
        var living = root.living(settings);
        terminal.out().println(living.firstLine());
        terminal.out().flush();
        var daemon = Daemon.start(living);
        // SIGTERM and Ctrl-C: what is under way finishes and is written down before the process ends
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            daemon.close();
            lock.close();
            // it did what it was asked to: Java's own exit code, 143, is a failure to whoever started it
            Runtime.getRuntime().halt(0);
        }));
        new CountDownLatch(1).await();
        return 0;
    }
}
