package org.goodword.store;

import java.time.Instant;
import java.util.List;
import org.goodword.rounds.books.Notices;
import org.jdbi.v3.core.Jdbi;

/** What the organiser is to be told. */
public final class StoredNotices implements Notices {
    private final Jdbi jdbi;

    public StoredNotices(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void tell(String topic, Instant at, String what, String action) {
        jdbi.useHandle(db -> db.createUpdate("""
                        insert into notice (topic, at, what, action)
                        select :topic, :at, :what, :action
                         where not exists (select 1 from notice where topic = :topic and settled_at is null)
                        """)
                .bind("topic", topic)
                .bind("at", at.toEpochMilli())
                .bind("what", what)
                .bind("action", action)
                .execute());
    }

    @Override
    public void settle(String topic, Instant at) {
        jdbi.useHandle(
                db -> db.createUpdate("update notice set settled_at = :at where topic = :topic and settled_at is null")
                        .bind("at", at.toEpochMilli())
                        .bind("topic", topic)
                        .execute());
    }

    @Override
    public List<Notice> open() {
        return query("settled_at is null", Instant.EPOCH);
    }

    @Override
    public List<Notice> since(Instant at) {
        return query("1 = 1", at);
    }

    private List<Notice> query(String which, Instant since) {
        return jdbi.withHandle(db -> db.createQuery(
                        "select * from notice where at >= :since and " + which + " order by at, id")
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new Notice(
                        row.getString("topic"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("what"),
                        row.getString("action")))
                .list());
    }
}
