package org.goodword.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.store.Shelves.ANN;
import static org.goodword.store.Shelves.BEN;
import static org.goodword.store.Shelves.NOON;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.rounds.books.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredJournalTest {
    private static final Instant LATER = NOON.plusSeconds(3600);

    @TempDir
    Path folder;

    private Database database;
    private StoredJournal journal;

    @BeforeEach
    void open() {
        database = Shelves.in(folder);
        journal = new StoredJournal(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Journal.Plan plan(String week) {
        return new Journal.Plan(
                week,
                NOON,
                Optional.empty(),
                -42,
                Map.of(ANN, DayOfWeek.MONDAY, BEN, DayOfWeek.FRIDAY),
                List.of(BEN, ANN),
                Map.of(DayOfWeek.MONDAY, 3),
                96,
                List.of(new Journal.Change(NOON, BEN, Journal.Cause.MOVED, Optional.of(DayOfWeek.TUESDAY))));
    }

    @Test
    void whatWasDoneIsDoneOnceAndForAll() {
        journal.done("morning", "Europe/London 2026-09-15", NOON);
        journal.done("morning", "Europe/London 2026-09-15", LATER);

        assertThat(journal.isDone("morning", "Europe/London 2026-09-15")).isTrue();
        assertThat(journal.isDone("morning", "Europe/Paris 2026-09-15")).isFalse();
        assertThat(journal.isDone("sample", "Europe/London 2026-09-15")).isFalse();
        assertThat(journal.lastDone("morning")).contains(NOON);
    }

    @Test
    void theLastTimeIsTheNewestOfAllKeys() {
        journal.done("sample", "2026-09-16", LATER);
        journal.done("sample", "2026-09-15", NOON);

        assertThat(journal.lastDone("sample")).contains(LATER);
    }

    @Test
    void aRoundThatNeverRanHasNoLastTime() {
        assertThat(journal.lastDone("letter")).isEmpty();
    }

    @Test
    void aWeekThatIsDealtAgainKeepsWhenItWasDealtAndApproved() {
        journal.plan(plan("2026-W38"));
        journal.approve("2026-W38", LATER);
        var again = new Journal.Plan(
                "2026-W38",
                LATER,
                Optional.empty(),
                -42,
                Map.of(ANN, DayOfWeek.MONDAY),
                List.of(),
                Map.of(),
                96,
                List.of(new Journal.Change(LATER, BEN, Journal.Cause.LEFT, Optional.empty())));

        journal.plan(again);

        var stored = journal.plan("2026-W38").orElseThrow();
        assertThat(stored.dealtAt()).isEqualTo(NOON);
        assertThat(stored.approvedAt()).contains(LATER);
        assertThat(stored.days()).isEqualTo(again.days());
        assertThat(stored.changes()).isEqualTo(again.changes());
    }

    @Test
    void aWeekThatAnOlderVersionDealtHasNoChanges() {
        database.jdbi().useHandle(db -> db.execute("""
                        insert into plan (week, dealt_at, seed, detail)
                        values ('2026-W37', 1, 3, '{"days":{},"line":[],"reposts":{},"unusedWords":4}')
                        """));

        assertThat(journal.plan("2026-W37").orElseThrow().changes()).isEmpty();
    }

    @Test
    void aWeekComesBackAsItWasDealt() {
        journal.plan(plan("2026-W38"));

        assertThat(journal.plan("2026-W38")).contains(plan("2026-W38"));
        assertThat(journal.plan("2026-W39")).isEmpty();
    }

    @Test
    void theWeekBeforeIsTheNewestBeforeIt() {
        journal.plan(plan("2026-W52"));
        journal.plan(plan("2026-W53"));
        journal.plan(plan("2027-W02"));

        assertThat(journal.planBefore("2027-W02").map(Journal.Plan::week)).contains("2026-W53");
        assertThat(journal.planBefore("2026-W52")).isEmpty();
    }

    @Test
    void theFirstYesOfTheOrganiserCounts() {
        journal.plan(plan("2026-W38"));

        journal.approve("2026-W38", NOON);
        journal.approve("2026-W38", LATER);
        journal.approve("2026-W39", LATER);

        assertThat(journal.plan("2026-W38").flatMap(Journal.Plan::approvedAt)).contains(NOON);
        assertThat(journal.plan("2026-W39")).isEmpty();
    }
}
