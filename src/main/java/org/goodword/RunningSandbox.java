package org.goodword;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.goodword.sandbox.Sandbox;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a command finds the sandbox that a daemon of the same home has started: a file beside the store, readable by its owner
 * alone, that is there as long as the daemon runs. What a daemon left behind that did not end well counts for nothing.
 */
final class RunningSandbox {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    RunningSandbox(Path store) {
        this.file = store.resolveSibling("sandbox-running.json");
    }

    record Note(
            long process,
            String started,
            URI baseUrl,
            String consumerKey,
            String consumerSecret,
            String clientId,
            String clientSecret,
            String bearer) {}

    void announce(Sandbox sandbox) {
        var us = ProcessHandle.current();
        var keys = sandbox.keys();
        write(new Note(
                us.pid(),
                started(us),
                sandbox.baseUrl(),
                keys.consumerKey(),
                keys.consumerSecret(),
                keys.clientId(),
                keys.clientSecret(),
                keys.bearer()));
    }

    private void write(Note note) {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(draft, JSON.writeValueAsString(note));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "the way to the sandbox cannot be written down (" + e.getMessage() + ")",
                    "make its folder writable for the user who runs goodword"));
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the way to the sandbox cannot be taken away: " + e.getMessage(), e);
        }
    }

    /** The settings with that sandbox as the platform; as they are where none is running, or X itself is meant. */
    Settings over(Settings settings) {
        return settings.x().mode() == Settings.Mode.SANDBOX
                ? found().map(note -> settings.with(x(note))).orElse(settings)
                : settings;
    }

    private Optional<Note> found() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Note.class))
                            .filter(RunningSandbox::isAlive)
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "it cannot be read (" + e.getMessage() + ")",
                    "delete it, and start the daemon again"));
        }
    }

    /** Numbers of processes come round again; one that began at the same instant does not. */
    private static boolean isAlive(Note note) {
        return ProcessHandle.of(note.process())
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(note.started()))
                .isPresent();
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static Settings.X x(Note note) {
        return new Settings.X(
                Settings.Mode.SANDBOX,
                note.baseUrl(),
                Secret.of(note.consumerKey()),
                Secret.of(note.consumerSecret()),
                Secret.of(note.clientId()),
                Secret.of(note.clientSecret()),
                Secret.of(note.bearer()));
    }
}
