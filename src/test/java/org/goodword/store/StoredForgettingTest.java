package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goodword.conduct.RuleFile;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Account;
import org.goodword.platform.Call;
import org.goodword.platform.Handle;
import org.goodword.platform.Ledger;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Seal;
import org.goodword.platform.x.SignIn;
import org.goodword.reach.Lot;
import org.goodword.reach.Seen;
import org.goodword.roster.Leaver;
import org.goodword.roster.LeaverMark;
import org.goodword.roster.Mode;
import org.goodword.roster.Said;
import org.goodword.rotation.Proposal;
import org.goodword.rounds.books.Journal;
import org.goodword.settings.Fault;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings;
import org.goodword.settings.SettingsFile;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann's Pie Shop has left a mark in every table there is; then she leaves. */
class StoredForgettingTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Handle CYN = Handle.of("cynflowers");
    private static final String NAME = "Ann's Pie Shop";
    private static final byte[] KEY = new byte[32];
    private static final Leaver LEAVER = Leaver.of(ANN, Optional.of(NAME), KEY);
    private static final String HER_WORDS = "Ben mends a gate while you wait.";
    private static final String WORDS_ABOUT_HER = "Crusts that hold, fillings that do not drip.";
    private static final LocalDate TUESDAY = LocalDate.parse("2026-09-15");

    /** Everything by which she could be known. */
    private static final String[] TRACES = {
        ANN.name(), NAME, "4711-0815", "Pie of the day", HER_WORDS, WORDS_ABOUT_HER, "fine neighbour", "thanks to"
    };

    @TempDir
    Path folder;

    private Database database;
    private StoredTurns turns;
    private StoredPosts posts;
    private StoredRegistry registry;
    private StoredLedger ledger;
    private StoredJournal journal;
    private StoredForgetting forgetting;

    @BeforeEach
    void open() {
        database = Database.migrated(Shelves.url(folder), Database.Durability.FULL);
        turns = new StoredTurns(database);
        posts = new StoredPosts(database);
        registry = new StoredRegistry(database, LONDON);
        ledger = new StoredLedger(database, RuleFile.read(Path.of("config/rules/x.yaml"), "x.yaml", conduct())::tariff);
        journal = new StoredJournal(database);
        forgetting = new StoredForgetting(database, LONDON);
    }

    private static Settings.Conduct conduct() {
        return SettingsFile.read(Path.of("").toAbsolutePath(), Path.of("").toAbsolutePath(), Map.of())
                .conduct();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void leaveAMarkEverywhere() {
        registry.met(
                List.of(
                        new Profile(new Account(ANN, "4711-0815"), NAME, 100),
                        new Profile(new Account(BEN, "2"), "Ben", 5)),
                NOON);
        new StoredSignIns(database, Seal.withKeyFile(folder.resolve("key"), new SecureRandom()), Optional.empty())
                .keep(ANN, new SignIn.OAuth1(Secret.of("token"), Secret.of("secret")), NOON);
        registry.say(new Said.Paused(ANN, TUESDAY, Optional.empty()), NOON, "page");
        registry.stop(ANN, NOON, "X has suspended " + ANN + ".");
        registry.stopEverything(NOON, "Told to by @" + ANN.name().toUpperCase(Locale.ROOT) + ".", Optional.empty());
        posts.found(List.of(
                post("11", ANN, ANN, "Pie of the day"),
                post("12", BEN, BEN, "A gate, with thanks to @annbakes"),
                post("13", BEN, BEN, "A gate like any other"),
                post("14", BEN, ANN, "Ann's Pie Shop: " + WORDS_ABOUT_HER)));
        posts.lookedUpTo(ANN, new PostId("11"));
        posts.draw(new Lot(new PostId("11"), ANN, NOON, 0, 1, false));
        posts.read(List.of(Shelves.reading("11", NOON, 77)));
        new StoredNotices(database)
                .tell("account " + ANN, NOON, ANN + ": signed out.", "goodword members sign-in " + ANN);
        new StoredNotices(database)
                .tell(
                        "file roster",
                        NOON,
                        Fault.inFile("members.yaml", NAME + " has no e-mail", "add one")
                                .toString(),
                        "check");
        ledger.record(new Ledger.Entry(NOON, Call.PUBLISH, Optional.of(ANN), 1, new Usd(15), false));
        journal.plan(new Journal.Plan(
                "2026-W38",
                NOON,
                Optional.empty(),
                1,
                Map.of(ANN, DayOfWeek.TUESDAY, BEN, DayOfWeek.FRIDAY),
                List.of(BEN, ANN),
                Map.of(),
                9,
                List.of(new Journal.Change(NOON, ANN, Journal.Cause.BACK, Optional.empty()))));
    }

    private static Seen post(String id, Handle author, Handle subject, String text) {
        var hers = author.equals(ANN);
        return new Seen(
                new PostId(id),
                author,
                hers ? "4711-0815" : "2",
                subject,
                NOON,
                Optional.of(text),
                false,
                !author.equals(subject),
                true,
                Optional.empty());
    }

    private Booked sent(Proposal what, String made) {
        var ready = turns.book(Shelves.turn(what, NOON), State.READY, NOON, "Waits for " + what.voice() + ".");
        var sending = turns.move(ready, State.SENDING, NOON, "By " + NAME + " or not.");
        return turns.sent(sending, new PostId(made), NOON, NOON, "X took it from " + what.voice() + ".");
    }

    private void sendEverySort() {
        sent(Proposal.introduction(ANN, BEN, HER_WORDS, "Ben: " + HER_WORDS, Mode.APPROVE), "21");
        sent(Proposal.introduction(BEN, ANN, WORDS_ABOUT_HER, NAME + ": " + WORDS_ABOUT_HER, Mode.APPROVE), "14");
        sent(
                Proposal.introduction(
                        BEN,
                        CYN,
                        "A fine neighbour to Ann's Pie Shop.",
                        "Cyn: A fine neighbour to Ann's Pie Shop.",
                        Mode.APPROVE),
                "23");
        sent(Shelves.repostTurn(posts.post(new PostId("11")).orElseThrow()).what(), "11");
    }

    private List<String> traces() throws IOException, SQLException {
        return Traces.of(folder.resolve("goodword.db"), TRACES);
    }

    private boolean finish() {
        return forgetting.finish(LEAVER, text -> LeaverMark.ofText(text, KEY), NOON);
    }

    @Test
    void ofALeaverNothingStaysButTheHash() throws IOException, SQLException {
        leaveAMarkEverywhere();
        sendEverySort();
        assertThat(traces()).hasSizeGreaterThan(20).anyMatch(trace -> trace.startsWith("the bytes of"));

        forgetting.begin(LEAVER);
        assertThat(finish()).isTrue();

        assertThat(traces()).isEmpty();
        assertThat(forgetting.begun()).isEmpty();
        assertThat(forgetting.named()).containsExactlyInAnyOrder(BEN, CYN, LEAVER.standIn());
    }

    @Test
    void whatIsDeletedIsOverwritten() {
        assertThat(database.jdbi()
                        .<Integer, RuntimeException>withHandle(db -> db.createQuery("pragma secure_delete")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void theFiguresOfThePastAddUpAsTheyDid() {
        leaveAMarkEverywhere();
        sendEverySort();
        var spent = ledger.spentSince(Instant.EPOCH);

        forgetting.begin(LEAVER);
        finish();

        assertThat(turns.ofWeek("2026-W38")).hasSize(4).allMatch(turn -> turn.state() == State.SENT);
        assertThat(turns.ofWeek("2026-W38").stream().map(turn -> turn.what().subject()))
                .containsExactly(BEN, LEAVER.standIn(), CYN, LEAVER.standIn());
        assertThat(turns.story(1)).hasSize(3);
        assertThat(posts.latest(Instant.EPOCH, NOON)).containsEntry(new PostId("11"), Shelves.reading("11", NOON, 77));
        assertThat(posts.candidates(LEAVER.standIn())).isEqualTo(1);
        assertThat(ledger.spentSince(Instant.EPOCH)).isEqualTo(spent);
        assertThat(ledger.callsSince(List.of(Call.PUBLISH), Optional.of(LEAVER.standIn()), Instant.EPOCH))
                .isEqualTo(1);
        assertThat(journal.plan("2026-W38").orElseThrow().line()).containsExactly(BEN, LEAVER.standIn());
        assertThat(journal.plan("2026-W38").orElseThrow().days()).containsKey(LEAVER.standIn());
    }

    @Test
    void whatIsOthersStays() {
        leaveAMarkEverywhere();
        var other =
                sent(Proposal.introduction(BEN, CYN, "Tulips in March.", "Cyn: Tulips in March.", Mode.APPROVE), "24");

        forgetting.begin(LEAVER);
        finish();

        assertThat(turns.find(other.id()).orElseThrow().what().words()).contains("Tulips in March.");
        assertThat(turns.find(other.id()).orElseThrow().turn().why()).isNotEmpty();
        assertThat(posts.post(new PostId("13")).flatMap(Seen::text)).contains("A gate like any other");
        assertThat(registry.account(BEN)).isPresent();
        assertThat(new StoredNotices(database).open())
                .singleElement()
                .satisfies(notice -> assertThat(notice.what()).contains("a former member has no e-mail"));
        assertThat(registry.everythingStopped(NOON)).contains("Told to by a former member.");
    }

    @Test
    void herPostsAreReadNoMore() {
        leaveAMarkEverywhere();

        forgetting.begin(LEAVER);
        finish();

        assertThat(posts.toRead(Instant.EPOCH))
                .extracting(seen -> seen.id().value())
                .doesNotContain("11")
                .contains("13");
    }

    @Test
    void whatWasUsedStaysUsedAsAHash() {
        leaveAMarkEverywhere();
        sendEverySort();

        forgetting.begin(LEAVER);
        finish();

        assertThat(registry.said())
                .contains(
                        new Said.Spent(LeaverMark.ofText(WORDS_ABOUT_HER, KEY), TUESDAY),
                        new Said.Spent(LeaverMark.ofText(HER_WORDS, KEY), TUESDAY));
    }

    @Test
    void whileATurnOfHersIsUnderWayOnlyHerSignInIsForgotten() {
        leaveAMarkEverywhere();
        var ready = turns.book(Shelves.introductionTurn(), State.READY, NOON, "Ready.");
        var sending = turns.move(ready, State.SENDING, NOON, "The request leaves.");

        forgetting.begin(LEAVER);

        assertThat(finish()).isFalse();
        assertThat(forgetting.begun()).containsExactly(LEAVER);
        assertThat(registry.account(ANN)).isPresent();
        assertThat(database.jdbi()
                        .<Integer, RuntimeException>withHandle(db -> db.createQuery("select count(*) from sign_in")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();

        turns.move(sending, State.FAILED, NOON.plus(Duration.ofMinutes(20)), "It did not arrive.");
        assertThat(finish()).isTrue();
        assertThat(forgetting.begun()).isEmpty();
    }

    @Test
    void anotherHandleThatBeginsLikeHersIsNotHers() {
        var longer = Handle.of("annbakes2");
        registry.say(new Said.SignedOut(longer, TUESDAY, "Said by @annbakes2."), NOON, "platform");

        forgetting.begin(LEAVER);
        finish();

        assertThat(registry.said()).containsExactly(new Said.SignedOut(longer, TUESDAY, "Said by @annbakes2."));
    }
}
