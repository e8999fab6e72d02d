package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.Seal;
import org.goodword.platform.x.SignIn;
import org.goodword.settings.Faulty;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSignInsTest {
    private static final SignIn ONE = new SignIn.OAuth1(Secret.of("2001-token-one"), Secret.of("secret-one"));
    private static final SignIn TWO = new SignIn.OAuth2(Secret.of("2001-access-two"));

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredSignIns signIns(Optional<Handle> preferred) {
        return new StoredSignIns(database, seal("goodword.key"), preferred);
    }

    private StoredSignIns signIns() {
        return signIns(Optional.empty());
    }

    private Seal seal(String file) {
        return Seal.withKeyFile(folder.resolve(file), new SecureRandom());
    }

    @Test
    void aSignInOfEitherKindComesBackAsItWasKept() {
        signIns().keep(ANN, ONE, NOON);
        signIns().keep(BEN, TWO, NOON);

        assertThat(signIns().of(ANN)).contains(ONE);
        assertThat(signIns().of(BEN)).contains(TWO);
        assertThat(signIns().of(Handle.of("nobody"))).isEmpty();
        assertThat(signIns().all()).containsExactly(ANN, BEN);
    }

    @Test
    void aNewerSignInTakesThePlaceOfTheOldWhateverItsKind() {
        signIns().keep(ANN, ONE, NOON);

        signIns().keep(ANN, TWO, NOON.plusSeconds(60));

        assertThat(signIns().of(ANN)).contains(TWO);
        assertThat(signIns().all()).containsExactly(ANN);
    }

    @Test
    void whatIsForgottenIsGoneAndNobodyElses() {
        signIns().keep(ANN, ONE, NOON);
        signIns().keep(BEN, TWO, NOON);

        signIns().forget(ANN);

        assertThat(signIns().of(ANN)).isEmpty();
        assertThat(signIns().of(BEN)).contains(TWO);
    }

    @Test
    void theCircleReadsWhereItIsSignedInAndElseWhoeverIs() {
        var circle = Handle.of("otleytraders");
        assertThat(signIns(Optional.of(circle)).reader()).isEmpty();
        signIns().keep(BEN, ONE, NOON);
        signIns().keep(ANN, ONE, NOON);
        assertThat(signIns(Optional.of(circle)).reader()).contains(ANN);
        assertThat(signIns().reader()).contains(ANN);

        signIns().keep(circle, ONE, NOON);

        assertThat(signIns(Optional.of(circle)).reader()).contains(circle);
    }

    @Test
    void noTokenLiesOpenInTheFile() throws IOException {
        signIns().keep(ANN, ONE, NOON);
        signIns().keep(BEN, TWO, NOON);
        database.close();

        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("goodword.db")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("2001-token-one", "secret-one", "2001-access-two"));
        }
    }

    @Test
    void withAnotherKeyNothingIsOpened() {
        signIns().keep(ANN, ONE, NOON);

        var elsewhere = new StoredSignIns(database, seal("other.key"), Optional.empty());

        assertThatThrownBy(() -> elsewhere.of(ANN))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("sign the account in again");
    }
}
