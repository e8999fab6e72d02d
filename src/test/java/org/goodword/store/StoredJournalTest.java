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
import org.goodword.rounds.Journal;
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
                96);
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
