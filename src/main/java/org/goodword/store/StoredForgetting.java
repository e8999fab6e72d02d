package org.goodword.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Leaver;
import org.goodword.rounds.books.Forgetting;
import org.jdbi.v3.core.Jdbi;

/** Forgetting those who left, in one transaction each. */
public final class StoredForgetting implements Forgetting {
    private static final String BEGUN = "leaving ";

    private final Jdbi jdbi;
    private final ZoneId circleZone;

    public StoredForgetting(Database database, ZoneId circleZone) {
        this.jdbi = database.jdbi();
        this.circleZone = circleZone;
    }

    @Override
    public void begin(Leaver leaver) {
        jdbi.useTransaction(db -> {
            db.createUpdate("delete from sign_in where handle = :handle")
                    .bind("handle", leaver.handle().name())
                    .execute();
            if (Setting.read(db, key(leaver)).isEmpty()) {
                Setting.write(
                        db,
                        key(leaver),
                        leaver.handle().name()
                                + leaver.name().map(name -> "\n" + name).orElse(""));
            }
        });
    }

    private static String key(Leaver leaver) {
        return BEGUN + leaver.standIn().name();
    }

    @Override
    public List<Leaver> begun() {
        return jdbi.withHandle(
                db -> db.createQuery("select name, value from setting where name like :begun order by name")
                        .bind("begun", BEGUN + "%")
                        .map((row, context) -> leaver(row.getString("name"), row.getString("value")))
                        .list());
    }

    private static Leaver leaver(String key, String value) {
        var parts = value.split("\n", 2);
        return new Leaver(
                new Handle(parts[0]),
                parts.length == 2 ? Optional.of(parts[1]) : Optional.empty(),
                new Handle(key.substring(BEGUN.length())));
    }

    @Override
    public boolean finish(Leaver leaver, UnaryOperator<String> mark, Instant at) {
        var on = at.atZone(circleZone).toLocalDate();
        var done = jdbi.inTransaction(db -> {
            var isDone = new Erasure(db, leaver, mark, at, on).run();
            if (isDone) {
                Setting.erase(db, key(leaver));
            }
            return isDone;
        });
        if (done) {
            // the log still holds the pages as they were; what is deleted in the file itself is overwritten
            jdbi.useHandle(db -> db.execute("pragma wal_checkpoint(truncate)"));
        }
        return done;
    }

    @Override
    public Set<Handle> named() {
        return jdbi.withHandle(
                db -> db.createQuery("""
                        select handle from account union select handle from sign_in
                        union select voice from turn union select subject from turn union select author from turn
                        union select author from post union select subject from post
                        union select author from lot union select author from looked_up_to
                        union select account from spend where account is not null
                        union select who from consent_event where what not in ('left', 'spent')
                        """).mapTo(String.class).map(Handle::new).collect(Collectors.toSet()));
    }
}
