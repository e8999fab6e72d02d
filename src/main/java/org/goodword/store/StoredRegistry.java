package org.goodword.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Profile;
import org.goodword.roster.Said;
import org.goodword.rounds.books.Registry;
import org.jdbi.v3.core.Jdbi;

/** What is known of accounts, what their owners said, and what stops everything. */
public final class StoredRegistry implements Registry {
    private static final String STOPPED = "everything-stopped";
    private static final String STOPPED_UNTIL = "everything-stopped-until";

    private final Jdbi jdbi;
    private final ZoneId circleZone;

    public StoredRegistry(Database database, ZoneId circleZone) {
        this.jdbi = database.jdbi();
        this.circleZone = circleZone;
    }

    @Override
    public Optional<Account> account(Handle handle) {
        return jdbi.withHandle(db -> db.createQuery("select user_id from account where handle = :handle")
                .bind("handle", handle.name())
                .mapTo(String.class)
                .findOne()
                .map(id -> new Account(handle, id)));
    }

    @Override
    public Set<Handle> known() {
        return jdbi.withHandle(db -> db.createQuery("select handle from account")
                .mapTo(String.class)
                .map(Handle::new)
                .collect(Collectors.toSet()));
    }

    @Override
    public void met(List<Profile> profiles, Instant at) {
        jdbi.useTransaction(db -> profiles.forEach(profile -> db.createUpdate("""
                        insert into account (handle, user_id, name, followers, read_at)
                        values (:handle, :id, :name, :followers, :at)
                        on conflict (handle) do update
                           set user_id = excluded.user_id, name = excluded.name,
                               followers = coalesce(excluded.followers, iif(user_id = excluded.user_id, followers, null)),
                               read_at = excluded.read_at
                        """)
                .bind("handle", profile.account().handle().name())
                .bind("id", profile.account().id())
                .bind("name", profile.name())
                .bind("followers", profile.followers())
                .bind("at", at.toEpochMilli())
                .execute()));
    }

    @Override
    public void signedIn(Account account, Instant at) {
        // what was told of another account of that name is not told of this one
        jdbi.useHandle(db -> db.createUpdate("""
                        insert into account (handle, user_id, read_at) values (:handle, :id, :at)
                        on conflict (handle) do update
                           set name = case when user_id = excluded.user_id then name end,
                               followers = case when user_id = excluded.user_id then followers end,
                               user_id = excluded.user_id, read_at = excluded.read_at
                        """)
                .bind("handle", account.handle().name())
                .bind("id", account.id())
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public Map<Handle, Integer> followers() {
        return jdbi.withHandle(db -> db.createQuery(
                        "select handle, followers from account where followers is not null order by handle")
                .map((row, context) -> Map.entry(new Handle(row.getString("handle")), row.getInt("followers")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new)));
    }

    @Override
    public void stop(Handle handle, Instant at, String reason) {
        say(new Said.SignedOut(handle, at.atZone(circleZone).toLocalDate(), reason), at, "platform");
    }

    @Override
    public boolean isTurnedAway(Handle handle) {
        return jdbi.withHandle(db -> isTurnedAway(db, handle));
    }

    @Override
    public List<Handle> turnedAway() {
        return jdbi.withHandle(db -> db.createQuery("""
                        select who from consent_event a
                         where what = 'signed-out'
                           and not exists (select 1 from consent_event b
                                            where b.who = a.who and b.id > a.id and b.what in ('signed-out', 'signed-in'))
                         order by who
                        """)
                .map((row, context) -> new Handle(row.getString("who")))
                .list());
    }

    static boolean isTurnedAway(org.jdbi.v3.core.Handle db, Handle handle) {
        return db.createQuery("""
                        select what from consent_event
                         where who = :who and what in ('signed-out', 'signed-in') order by id desc limit 1
                        """)
                .bind("who", handle.name())
                .mapTo(String.class)
                .findOne()
                .filter("signed-out"::equals)
                .isPresent();
    }

    @Override
    public void say(Said said, Instant at, String source) {
        var row = SaidRow.of(said);
        jdbi.useHandle(db -> db.createUpdate("""
                        insert into consent_event (who, at, said_on, what, detail, source)
                        values (:who, :at, :on, :what, :detail, :source)
                        """)
                .bind("who", row.who())
                .bind("at", at.toEpochMilli())
                .bind("on", said.on().toString())
                .bind("what", row.what())
                .bind("detail", row.detail())
                .bind("source", source)
                .execute());
    }

    @Override
    public List<Said> said() {
        return jdbi.withHandle(db -> db.createQuery("select * from consent_event order by id")
                .map((row, context) -> new SaidRow(row.getString("who"), row.getString("what"), row.getString("detail"))
                        .said(LocalDate.parse(row.getString("said_on"))))
                .list());
    }

    @Override
    public void stopEverything(Instant at, String reason, Optional<Instant> until) {
        jdbi.useTransaction(db -> {
            if (stopped(db, at).isPresent() && isShorter(db, until)) {
                return;
            }
            Setting.write(db, STOPPED, reason);
            Setting.erase(db, STOPPED_UNTIL);
            until.ifPresent(end -> Setting.write(db, STOPPED_UNTIL, Long.toString(end.toEpochMilli())));
        });
    }

    /** Of two stops the longer holds: the organiser's own pause does not end with a cap of the platform's. */
    private static boolean isShorter(org.jdbi.v3.core.Handle db, Optional<Instant> until) {
        var inForce = Setting.read(db, STOPPED_UNTIL).map(Long::parseLong);
        return until.map(end -> inForce.map(known -> end.toEpochMilli() < known).orElse(true))
                .orElse(false);
    }

    @Override
    public Optional<String> everythingStopped(Instant now) {
        return jdbi.withHandle(db -> stopped(db, now));
    }

    private static Optional<String> stopped(org.jdbi.v3.core.Handle db, Instant now) {
        var over = Setting.read(db, STOPPED_UNTIL)
                .map(until -> now.toEpochMilli() >= Long.parseLong(until))
                .orElse(false);
        return over ? Optional.empty() : Setting.read(db, STOPPED);
    }

    @Override
    public void resumeEverything(Instant at) {
        jdbi.useTransaction(db -> {
            Setting.erase(db, STOPPED);
            Setting.erase(db, STOPPED_UNTIL);
        });
    }
}
