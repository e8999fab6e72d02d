package org.goodword.roster.file;

import java.nio.file.Path;
import java.util.List;
import org.goodword.settings.Settings;

/** The files a roster is read from, and how the organiser would name them. */
record RosterFiles(Path home, Path members, Path trades, Path areas, Path exchange) {
    static RosterFiles of(Settings settings) {
        var files = settings.files();
        return new RosterFiles(settings.home(), files.roster(), files.trades(), files.areas(), files.exchange());
    }

    List<Path> all() {
        return List.of(members, trades, areas, exchange);
    }

    String shown(Path file) {
        return file.startsWith(home) ? home.relativize(file).toString() : file.toString();
    }
}
