package org.goodword.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Goodword.class.getPackage().getImplementationVersion());
        return new String[] {"goodword " + version.orElse("(built from source)")};
    }
}
