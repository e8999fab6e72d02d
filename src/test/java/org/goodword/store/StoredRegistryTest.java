package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.goodword.platform.Account;
import org.goodword.platform.Profile;
import org.goodword.roster.Consent;
import org.goodword.roster.Mode;
import org.goodword.roster.Said;
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
        registry = new StoredRegistry(database, ZoneId.of("Europe/London"));
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

    @Test
    void followersThatAreNotToldAreNotNothing() {
        var untold = new Profile(new Account(BEN, "2"), "Ben", OptionalInt.empty());
        registry.met(List.of(profile("1", 100), untold), NOON);

        registry.met(List.of(new Profile(new Account(ANN, "1"), "Ann", OptionalInt.empty())), LATER);

        assertThat(registry.followers()).isEqualTo(Map.of(ANN, 100));

        registry.met(List.of(new Profile(new Account(ANN, "9"), "Ann", OptionalInt.empty())), LATER);

        assertThat(registry.followers()).isEmpty();
    }

    private static Profile profile(String id, int followers) {
        return new Profile(new Account(ANN, id), "Ann", followers);
    }

    @Test
    void aSignInTellsWhoAnAccountIsAndNotHowManyFollowIt() {
        registry.signedIn(new Account(ANN, "1"), NOON);
        assertThat(registry.account(ANN)).contains(new Account(ANN, "1"));
        assertThat(registry.followers()).isEmpty();

        registry.met(List.of(profile("1", 100)), LATER);
        registry.signedIn(new Account(ANN, "1"), LATER);
        assertThat(registry.followers()).isEqualTo(Map.of(ANN, 100));
    }

    @Test
    void theFollowersOfWhoeverHadTheNameBeforeAreNotTheNewOwners() {
        registry.met(List.of(profile("1", 100)), NOON);

        registry.signedIn(new Account(ANN, "3"), LATER);

        assertThat(registry.account(ANN)).contains(new Account(ANN, "3"));
        assertThat(registry.followers()).isEmpty();
    }

    @Test
    void anAccountNobodyMetIsNotKnown() {
        assertThat(registry.account(ANN)).isEmpty();
        assertThat(registry.followers()).isEmpty();
        assertThat(registry.said()).isEmpty();
        assertThat(registry.everythingStopped(NOON)).isEmpty();
    }

    @Test
    void whatWasSaidComesBackInTheOrderItWasSaid() {
        var day = LocalDate.parse("2026-09-15");
        var consent = new Consent(day, Optional.of(day.plusDays(90)), true, Mode.APPROVE, Mode.OFF);
        var all = List.of(
                new Said.Agreed(ANN, day, consent),
                new Said.Agreed(BEN, day, Consent.NONE),
                new Said.Paused(ANN, day, Optional.of(day.plusDays(7))),
                new Said.Paused(BEN, day, Optional.empty()),
                new Said.Resumed(ANN, day),
                new Said.SignedIn(ANN, day),
                new Said.Left("a-keyed-hash", day),
                new Said.Spent("another-keyed-hash", day));

        all.forEach(said -> registry.say(said, NOON, "terminal"));

        assertThat(registry.said()).isEqualTo(all);
    }

    @Test
    void aStopByThePlatformIsASignOutOnTheCirclesDate() {
        var lateInLondon = Instant.parse("2026-09-15T23:30:00Z");

        registry.stop(ANN, lateInLondon, "X no longer takes the sign-in.");

        assertThat(registry.said())
                .containsExactly(
                        new Said.SignedOut(ANN, LocalDate.parse("2026-09-16"), "X no longer takes the sign-in."));
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
