package org.goodword.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goodword.settings.Faulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
    @TempDir
    Path folder;

    @Test
    void aSecondDaemonOnTheSameStoreIsRefusedByName() {
        var store = folder.resolve("goodword.db");
        try (var held = StoreLock.take(store)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> StoreLock.take(store))
                    .isInstanceOf(Faulty.class)
                    .hasMessageContaining("another goodword is running on this store (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void theNextOneMayHaveItOnceTheFirstHasStopped() {
        var store = folder.resolve("goodword.db");
        StoreLock.take(store).close();

        assertThatCode(() -> StoreLock.take(store).close()).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatIsAFileIsOneClearFault() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "not a folder");

        assertThatThrownBy(() -> StoreLock.take(file.resolve("goodword.db")))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("the store's lock cannot be taken there");
    }
}
