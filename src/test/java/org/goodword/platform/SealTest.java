package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.goodword.settings.Faulty;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROW = "@bluebirdbakes token";
    private static final Secret TOKEN = Secret.of("2001-token-of-bluebird");

    @TempDir
    private Path folder;

    private Path keyFile() {
        return folder.resolve("keys/goodword.key");
    }

    private Seal seal() {
        return Seal.withKeyFile(keyFile(), RANDOM);
    }

    @Test
    void whatIsSealedCanBeOpenedAfterARestart() {
        var sealed = seal().seal(ROW, TOKEN);

        assertThat(sealed).startsWith("v1:").doesNotContain("bluebird");
        assertThat(seal().open(ROW, sealed)).isEqualTo(TOKEN);
    }

    @Test
    void theSameTokenNeverLooksTheSameTwice() {
        assertThat(seal().seal(ROW, TOKEN)).isNotEqualTo(seal().seal(ROW, TOKEN));
    }

    @Test
    void aTokenMovedToAnotherRowStaysShut() {
        var sealed = seal().seal(ROW, TOKEN);

        assertThatThrownBy(() -> seal().open("@hillstjoinery token", sealed))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("@hillstjoinery token")
                .hasMessageContaining("sign the account in again");
    }

    @Test
    void aChangedByteIsNoticed() {
        var bytes = Base64.getDecoder().decode(seal().seal(ROW, TOKEN).substring(3));
        bytes[bytes.length - 1] ^= 1;
        var changed = "v1:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> seal().open(ROW, changed)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1:", "v1:AAAA", "v2:AAAA", "v1:no base64", "2001-token-of-bluebird"})
    void whatWasNeverSealedIsNotOpened(String text) {
        assertThatThrownBy(() -> seal().open(ROW, text)).isInstanceOf(Faulty.class);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        var sealed = seal().seal(ROW, TOKEN);
        var other = Seal.withKeyFile(folder.resolve("other.key"), RANDOM);

        assertThatThrownBy(() -> other.open(ROW, sealed))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("other.key")
                .hasMessageContaining("put back the key");
    }

    @Test
    void theKeyFileIsMadeForItsOwnerAlone() throws IOException {
        seal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("keys")).isDirectoryContaining(path -> path.equals(keyFile()));
        assertThat(folder.resolve("keys/goodword.key.new")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aKeyFileThatOthersCanReadIsRefusedWithTheFix(String permissions) throws IOException {
        seal();
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(this::seal)
                .isInstanceOf(Faulty.class)
                .hasMessageContaining(permissions)
                .hasMessageContaining("chmod 600 " + keyFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a key", "c2hvcnQ="})
    void aFileWithoutAKeyIsRefusedWithoutRepeatingIt(String text) throws IOException {
        seal();
        Files.writeString(keyFile(), text);

        assertThatThrownBy(this::seal).isInstanceOf(Faulty.class).hasMessageContaining("32 bytes");
    }

    @Test
    void aKeyMayComeFromTheEnvironment() throws IOException {
        var sealed = seal().seal(ROW, TOKEN);
        var key = Secret.of(Files.readString(keyFile()));

        assertThat(Seal.withKey(key, "GOODWORD_KEY", RANDOM).open(ROW, sealed)).isEqualTo(TOKEN);
        assertThatThrownBy(() -> Seal.withKey(Secret.of("hunter2"), "GOODWORD_KEY", RANDOM))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("GOODWORD_KEY")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAFaultWithAFix() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Seal.withKeyFile(file.resolve("goodword.key"), RANDOM))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("secrets.key-file");
    }
}
