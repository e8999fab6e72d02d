package org.goodword.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.rotation.Window;
import org.goodword.rounds.books.Journal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was done already, and the weeks as they were dealt. */
public final class StoredJournal implements Journal {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** when the program was last known to run */
    private static final String RUNNING = "running";

    /** a stretch in which it did not, by its beginning, done at its end */
    private static final String OFF = "off";

    private final Jdbi jdbi;

    public StoredJournal(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean isDone(String round, String key) {
        return jdbi.withHandle(
                db -> db.createQuery("select count(*) from round_done where round = :round and key = :key")
                                .bind("round", round)
                                .bind("key", key)
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    @Override
    public void done(String round, String key, Instant at) {
        jdbi.useHandle(db -> db.createUpdate(
                        "insert into round_done (round, key, at) values (:round, :key, :at) on conflict do nothing")
                .bind("round", round)
                .bind("key", key)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Instant> lastDone(String round) {
        return jdbi.withHandle(db -> db.createQuery("select max(at) from round_done where round = :round")
                .bind("round", round)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    @Override
    public void running(Instant at) {
        jdbi.useHandle(db -> Setting.write(db, RUNNING, Long.toString(at.toEpochMilli())));
    }

    @Override
    public Optional<Instant> lastRunning() {
        return jdbi.withHandle(db -> Setting.read(db, RUNNING))
                .map(Long::valueOf)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void wasOff(Window off) {
        done(OFF, Long.toString(off.from().toEpochMilli()), off.until());
    }

    @Override
    public List<Window> offSince(Instant since) {
        return jdbi.withHandle(db -> db.createQuery(
                        "select key, at from round_done where round = :off and at > :since order by at")
                .bind("off", OFF)
                .bind("since", since.toEpochMilli())
                .map((row, context) ->
                        new Window(Instant.ofEpochMilli(row.getLong("key")), Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    }

    /** The part of a plan that is only ever read whole. */
    record Detail(
            Map<String, String> days,
            List<String> line,
            Map<String, Integer> reposts,
            int unusedWords,
            @Nullable List<Changed> changes) {}

    record Changed(
            long at, String voice, String cause, @Nullable String before) {}

    @Override
    public void plan(Plan plan) {
        var detail = new Detail(
                plan.days().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(),
                                entry -> entry.getValue().name(),
                                (a, b) -> b,
                                TreeMap::new)),
                plan.line().stream().map(Handle::name).toList(),
                plan.expectedReposts().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(), Map.Entry::getValue, (a, b) -> b, TreeMap::new)),
                plan.unusedWords(),
                plan.changes().stream().map(StoredJournal::changed).toList());
        jdbi.useHandle(db -> db.createUpdate("""
                        insert into plan (week, dealt_at, approved_at, seed, detail)
                        values (:week, :dealt, :approved, :seed, :detail)
                            on conflict (week) do update set detail = excluded.detail
                        """)
                .bind("week", plan.week())
                .bind("dealt", plan.dealtAt().toEpochMilli())
                .bind("approved", plan.approvedAt().map(Instant::toEpochMilli))
                .bind("seed", plan.seed())
                .bind("detail", JSON.writeValueAsString(detail))
                .execute());
    }

    @Override
    public Optional<Plan> plan(String week) {
        return jdbi.withHandle(db -> db.createQuery("select * from plan where week = :week")
                .bind("week", week)
                .map(StoredJournal::plan)
                .findOne());
    }

    @Override
    public Optional<Plan> planBefore(String week) {
        return jdbi.withHandle(db -> db.createQuery("select * from plan where week < :week order by week desc limit 1")
                .bind("week", week)
                .map(StoredJournal::plan)
                .findOne());
    }

    @Override
    public void approve(String week, Instant at) {
        jdbi.useHandle(
                db -> db.createUpdate("update plan set approved_at = :at where week = :week and approved_at is null")
                        .bind("at", at.toEpochMilli())
                        .bind("week", week)
                        .execute());
    }

    private static Plan plan(ResultSet row, StatementContext context) throws SQLException {
        var detail = JSON.readValue(row.getString("detail"), Detail.class);
        return new Plan(
                row.getString("week"),
                Instant.ofEpochMilli(row.getLong("dealt_at")),
                Rows.instant(row, "approved_at"),
                row.getLong("seed"),
                detail.days().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new Handle(entry.getKey()), entry -> DayOfWeek.valueOf(entry.getValue()))),
                detail.line().stream().map(Handle::new).toList(),
                detail.reposts().entrySet().stream()
                        .collect(Collectors.toMap(entry -> DayOfWeek.valueOf(entry.getKey()), Map.Entry::getValue)),
                detail.unusedWords(),
                // a week that was dealt by an older version has none
                Optional.ofNullable(detail.changes()).orElse(List.of()).stream()
                        .map(StoredJournal::change)
                        .toList());
    }

    private static Changed changed(Change change) {
        return new Changed(
                change.at().toEpochMilli(),
                change.voice().name(),
                change.cause().name(),
                change.before().map(DayOfWeek::name).orElse(null));
    }

    private static Change change(Changed changed) {
        return new Change(
                Instant.ofEpochMilli(changed.at()),
                new Handle(changed.voice()),
                Cause.valueOf(changed.cause()),
                Optional.ofNullable(changed.before()).map(DayOfWeek::valueOf));
    }
}
