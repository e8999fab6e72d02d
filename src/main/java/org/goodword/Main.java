package org.goodword;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.goodword.cli.Goodword;

/** Starts the program: the only place that takes the real clock, the real dice and the environment in hand. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var checkout = Path.of(System.getProperty("goodword.checkout", "."))
                .toAbsolutePath()
                .normalize();
        var root = new ProgramRoot(
                checkout, Path.of("").toAbsolutePath(), System.getenv(), InstantSource.system(), new SecureRandom());
        System.exit(Goodword.run(root, args));
    }
}
