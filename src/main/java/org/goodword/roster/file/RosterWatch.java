package org.goodword.roster.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.goodword.roster.Changes;
import org.goodword.roster.Enrolment;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;

/**
 * Notices that the organiser edited the roster, and keeps the last good one when the edit is broken. Has no thread:
 * whoever wants it to look calls {@link #look()}. Safe to call from several threads.
 */
public final class RosterWatch {
    private final Settings settings;
    private final List<Path> files;

    private Enrolment current;
    private String seen;

    /** @throws Faulty when there is no good roster to begin with */
    public RosterWatch(Settings settings) {
        this.settings = settings;
        this.files = RosterFiles.of(settings).all();
        this.seen = print();
        this.current = RosterFile.read(settings);
    }

    /** The last good one. */
    public synchronized Enrolment current() {
        return current;
    }

    /** Reads the files again if they hold anything else than at the last look. */
    public synchronized Reload look() {
        var print = print();
        if (print.equals(seen)) {
            return Reload.UNCHANGED;
        }
        Enrolment read;
        try {
            read = RosterFile.read(settings);
        } catch (Faulty faulty) {
            return settled(print, () -> new Reload.StillGood(faulty.faults()));
        }
        return settled(print, () -> {
            var changes = Changes.between(current.roster(), read.roster());
            current = read;
            return new Reload.Reloaded(read, changes);
        });
    }

    /** Somebody may be writing just now, and what was read may be half of it: then the next look decides. */
    private Reload settled(String print, Supplier<Reload> reload) {
        if (!print().equals(print)) {
            return Reload.UNCHANGED;
        }
        seen = print;
        return reload.get();
    }

    /** By content and not by date: copies and check-outs set dates as they like. */
    private String print() {
        var digest = sha256();
        for (var file : files) {
            try {
                digest.update((file + " is ").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            } catch (IOException e) {
                // reading it in earnest will say why
                digest.update("not to be read".getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
