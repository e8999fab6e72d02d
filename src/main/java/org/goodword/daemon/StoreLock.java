package org.goodword.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;

/** One daemon per store: a lock that the system takes back when the process ends, however it ends. */
public final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Faulty when another daemon holds the store, naming its process, or when the lock file cannot be made */
    public static StoreLock take(Path store) {
        var file = store.resolveSibling(store.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new Faulty(Fault.inFile(
                        store.toString(),
                        "another goodword is running on this store"
                                + (holder.isEmpty() ? "" : " (process " + holder + ")"),
                        "use that one, or stop it first"));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new StoreLock(channel);
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "the store's lock cannot be taken there (" + e.getMessage() + ")",
                    "make the folder writable for the user who runs goodword"));
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the store's lock cannot be given back", e);
        }
    }
}
