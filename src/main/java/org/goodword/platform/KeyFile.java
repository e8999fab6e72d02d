package org.goodword.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;

/** A file that only its owner can read. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private KeyFile() {}

    static String readOrCreate(Path file, Supplier<String> content) throws IOException {
        if (!Files.exists(file)) {
            create(file, content.get());
        }
        refuseIfOpenToOthers(file);
        return Files.readString(file);
    }

    /** Written beside it and moved there whole: a crash must not leave a file without a key. */
    private static void create(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (hasPermissions(file)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        }
        Files.writeString(draft, content + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseIfOpenToOthers(Path file) throws IOException {
        if (!hasPermissions(file)) {
            return;
        }
        var found = Files.getPosixFilePermissions(file);
        var others = EnumSet.copyOf(OTHERS);
        others.retainAll(found);
        if (!others.isEmpty()) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "others on this machine can read or change the key that seals tokens ("
                            + PosixFilePermissions.toString(found) + ")",
                    "chmod 600 " + file));
        }
    }

    /** Windows has no such permissions: there the folder's own must do. */
    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
