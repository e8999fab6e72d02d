package org.goodword.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
        try {
            var read = RosterFile.read(settings);
            if (!print().equals(print)) {
                // somebody is writing just now: what was read may be half of it
                return Reload.UNCHANGED;
            }
            var changes = Changes.between(current.roster(), read.roster());
            current = read;
            seen = print;
            return new Reload.Reloaded(read, changes);
        } catch (Faulty faulty) {
            seen = print;
            return new Reload.StillGood(faulty.faults());
        }
    }

    /** By content and not by date: copies and check-outs set dates as they like. */
    private String print() {
        var digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (var file : files) {
                out.write((file + (Files.isRegularFile(file) ? " is " : " is not ")).getBytes(StandardCharsets.UTF_8));
                if (Files.isReadable(file) && Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
