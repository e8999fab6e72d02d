package org.goodword.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.Seal;
import org.goodword.platform.x.SignIn;
import org.goodword.platform.x.SignIns;
import org.goodword.settings.Secret;
import org.jdbi.v3.core.Jdbi;

/** The sign-ins we hold, sealed with a key that lies outside the store. */
public final class StoredSignIns implements SignIns {
    private static final String OAUTH1 = "oauth1";
    private static final String OAUTH2 = "oauth2";

    private final Jdbi jdbi;
    private final Seal seal;
    private final Optional<Handle> preferredReader;

    /** @param preferredReader the circle account, where it has one */
    public StoredSignIns(Database database, Seal seal, Optional<Handle> preferredReader) {
        this.jdbi = database.jdbi();
        this.seal = seal;
        this.preferredReader = preferredReader;
    }

    @Override
    public Optional<SignIn> of(Handle voice) {
        return jdbi.withHandle(db -> db.createQuery("select * from sign_in where handle = :handle")
                .bind("handle", voice.name())
                .map((row, context) ->
                        signIn(voice, row.getString("kind"), row.getString("token"), row.getString("secret")))
                .findOne());
    }

    private SignIn signIn(Handle voice, String kind, String token, String secret) {
        var opened = seal.open(row(voice, "token"), token);
        return kind.equals(OAUTH2)
                ? new SignIn.OAuth2(opened)
                : new SignIn.OAuth1(opened, seal.open(row(voice, "secret"), secret));
    }

    private static String row(Handle voice, String column) {
        return "sign_in/" + voice.name() + "/" + column;
    }

    @Override
    public Optional<Handle> reader() {
        var all = all().stream().filter(handle -> !isTurnedAway(handle)).toList();
        return preferredReader.filter(all::contains).or(() -> all.stream().findFirst());
    }

    @Override
    public boolean isTurnedAway(Handle voice) {
        return jdbi.withHandle(db -> StoredRegistry.isTurnedAway(db, voice));
    }

    /** Every account we hold a sign-in for. */
    public List<Handle> all() {
        return jdbi.withHandle(db -> db.createQuery("select handle from sign_in order by handle")
                .map((row, context) -> new Handle(row.getString("handle")))
                .list());
    }

    public void keep(Handle voice, SignIn signIn, Instant at) {
        var sealed = signIn.<List<String>>match(
                one -> List.of(
                        OAUTH1,
                        seal.seal(row(voice, "token"), one.token()),
                        seal.seal(row(voice, "secret"), one.secret())),
                two -> List.of(
                        OAUTH2,
                        seal.seal(row(voice, "token"), two.accessToken()),
                        seal.seal(row(voice, "secret"), Secret.NONE)));
        jdbi.useHandle(db -> db.createUpdate("""
                        insert into sign_in (handle, kind, token, secret, at) values (:handle, :kind, :token, :secret, :at)
                        on conflict (handle) do update
                           set kind = excluded.kind, token = excluded.token, secret = excluded.secret, at = excluded.at
                        """)
                .bind("handle", voice.name())
                .bind("kind", sealed.get(0))
                .bind("token", sealed.get(1))
                .bind("secret", sealed.get(2))
                .bind("at", at.toEpochMilli())
                .execute());
    }

    public void forget(Handle voice) {
        jdbi.useHandle(db -> db.createUpdate("delete from sign_in where handle = :handle")
                .bind("handle", voice.name())
                .execute());
    }
}
