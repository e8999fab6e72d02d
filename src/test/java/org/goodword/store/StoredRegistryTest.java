package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRegistryTest {
    private static final Instant LATER = NOON.plusSeconds(3600);

    @TempDir
    Path folder;

    private Database database;
    private StoredRegistry registry;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
        registry = new StoredRegistry(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoAnAccountIsIsWhatThePlatformToldLast() {
        registry.met(List.of(profile("1", 100), new Profile(new Account(BEN, "2"), "Ben", 50)), NOON);

        registry.met(List.of(profile("3", 120)), LATER);

        assertThat(registry.account(ANN)).contains(new Account(ANN, "3"));
        assertThat(registry.followers()).isEqualTo(Map.of(ANN, 120, BEN, 50));
    }

    private static Profile profile(String id, int followers) {
        return new Profile(new Account(ANN, id), "Ann", followers);
    }

    @Test
    void anAccountNobodyMetIsNotKnown() {
        assertThat(registry.account(ANN)).isEmpty();
        assertThat(registry.followers()).isEmpty();
        assertThat(registry.stopped()).isEmpty();
        assertThat(registry.everythingStopped(NOON)).isEmpty();
    }

    @Test
    void aStopHoldsUntilTheSignInWorksAgain() {
        registry.stop(ANN, NOON, "X no longer takes the sign-in.");
        registry.stop(BEN, NOON, "X asked it to pause.");

        registry.signedIn(ANN, LATER);
        assertThat(registry.stopped()).isEqualTo(Map.of(BEN, "X asked it to pause."));
        registry.stop(ANN, LATER, "Again.");

        assertThat(registry.stopped()).isEqualTo(Map.of(ANN, "Again.", BEN, "X asked it to pause."));
    }

    @Test
    void everythingStopsUntilItIsResumed() {
        registry.stopEverything(NOON, "X's credits have run out.", Optional.empty());
        assertThat(registry.everythingStopped(LATER)).contains("X's credits have run out.");

        registry.resumeEverything(LATER);

        assertThat(registry.everythingStopped(LATER)).isEmpty();
    }

    @Test
    void aStopWithAnEndEndsByItself() {
        registry.stopEverything(NOON, "X's cap is reached.", Optional.of(LATER));

        assertThat(registry.everythingStopped(LATER.minusMillis(1))).contains("X's cap is reached.");
        assertThat(registry.everythingStopped(LATER)).isEmpty();
    }

    @Test
    void aStopWithoutEndOutlastsOneThatHadAnEnd() {
        registry.stopEverything(NOON, "X's cap is reached.", Optional.of(LATER));
        registry.stopEverything(NOON, "The organiser paused everything.", Optional.empty());

        assertThat(registry.everythingStopped(LATER)).contains("The organiser paused everything.");
    }

    @Test
    void aShorterStopDoesNotShortenTheOneInForce() {
        registry.stopEverything(NOON, "The organiser paused everything.", Optional.empty());

        registry.stopEverything(NOON, "X's cap is reached.", Optional.of(LATER));

        assertThat(registry.everythingStopped(LATER)).contains("The organiser paused everything.");
    }
}
