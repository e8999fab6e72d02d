package org.goodword.store;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Turn;
import org.goodword.rotation.TurnedAway;
import org.goodword.rotation.Window;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The books of turns. A change and its row in the turn's story are one transaction. */
public final class StoredTurns implements Turns {
    private static final String SELECT = """
            select t.*, p.author_id, p.at as post_at, p.text as post_text, p.sensitive
              from turn t left join post p on p.id = t.post
            """;

    private final Jdbi jdbi;

    public StoredTurns(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Booked book(Turn turn, State state, Instant at, String reason) {
        var what = turn.what();
        return jdbi.inTransaction(handle -> {
            var id = handle.createUpdate("""
                            insert into turn (week, day, kind, voice, subject, author, post, words, composed, mode,
                                              window_from, window_until, slot, why, state, state_at, reason)
                            values (:week, :day, :kind, :voice, :subject, :author, :post, :words, :composed, :mode,
                                    :from, :until, :slot, :why, :state, :at, :reason)
                            """)
                    .bind("week", turn.week())
                    .bind("day", turn.day().toString())
                    .bind("kind", what.kind().name())
                    .bind("voice", what.voice().name())
                    .bind("subject", what.subject().name())
                    .bind("author", what.author().name())
                    .bind("post", what.post().map(post -> post.id().value()))
                    .bind("words", what.words())
                    .bind("composed", what.composed())
                    .bind("mode", what.mode().name())
                    .bind("from", turn.window().from().toEpochMilli())
                    .bind("until", turn.window().until().toEpochMilli())
                    .bind("slot", turn.slot().toEpochMilli())
                    .bind("why", ReasonLines.of(turn.why()))
                    .bind("state", state.name())
                    .bind("at", at.toEpochMilli())
                    .bind("reason", reason)
                    .executeAndReturnGeneratedKeys()
                    .mapTo(Long.class)
                    .one();
            write(handle, id, at, Optional.empty(), state, reason);
            return find(handle, id).orElseThrow();
        });
    }

    @Override
    public Booked move(Booked turn, State to, Instant at, String reason) {
        return jdbi.inTransaction(handle -> {
            step(handle, turn, to, at, reason);
            return find(handle, turn.id()).orElseThrow();
        });
    }

    @Override
    public Booked sent(Booked turn, PostId made, Instant sentAt, Instant at, String reason) {
        return jdbi.inTransaction(handle -> {
            step(handle, turn, State.SENT, at, reason);
            handle.createUpdate("update turn set made = :made, sent_at = :sent where id = :id")
                    .bind("made", made.value())
                    .bind("sent", sentAt.toEpochMilli())
                    .bind("id", turn.id())
                    .execute();
            return find(handle, turn.id()).orElseThrow();
        });
    }

    @Override
    public Booked turnedAway(Booked turn, Instant at, String reason) {
        return jdbi.inTransaction(handle -> {
            step(handle, turn, State.FAILED, at, reason);
            handle.createUpdate("update turn set turned_away = 1 where id = :id")
                    .bind("id", turn.id())
                    .execute();
            return find(handle, turn.id()).orElseThrow();
        });
    }

    @Override
    public List<TurnedAway> turnedAway(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, voice, case kind when 'REPOST' then author else subject end as whom, requested_at
                          from turn where turned_away = 1 and requested_at >= :since order by requested_at, id
                        """)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new TurnedAway(
                        row.getLong("id"),
                        new Handle(row.getString("voice")),
                        new Handle(row.getString("whom")),
                        Instant.ofEpochMilli(row.getLong("requested_at"))))
                .list());
    }

    @Override
    public Map<Handle, Instant> lastTaken() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select voice, max(sent_at) as at from turn where sent_at is not null group by voice order by voice")
                .map((row, context) ->
                        Map.entry(new Handle(row.getString("voice")), Instant.ofEpochMilli(row.getLong("at"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new)));
    }

    @Override
    public Booked reslot(Booked turn, Window window, Instant slot, Instant at, String reason) {
        return jdbi.inTransaction(handle -> {
            var changed = handle.createUpdate("""
                            update turn set window_from = :from, window_until = :until, slot = :slot
                             where id = :id and state = :state
                            """)
                    .bind("from", window.from().toEpochMilli())
                    .bind("until", window.until().toEpochMilli())
                    .bind("slot", slot.toEpochMilli())
                    .bind("id", turn.id())
                    .bind("state", turn.state().name())
                    .execute();
            if (changed == 0) {
                throw new Overtaken(turn.id(), turn.state());
            }
            write(handle, turn.id(), at, Optional.of(turn.state()), turn.state(), reason);
            return find(handle, turn.id()).orElseThrow();
        });
    }

    @Override
    public Booked note(Booked turn, Instant at, String reason) {
        return jdbi.inTransaction(handle -> {
            var changed = handle.createUpdate("update turn set reason = :reason where id = :id and state = :state")
                    .bind("reason", reason)
                    .bind("id", turn.id())
                    .bind("state", turn.state().name())
                    .execute();
            if (changed == 0) {
                throw new Overtaken(turn.id(), turn.state());
            }
            write(handle, turn.id(), at, Optional.of(turn.state()), turn.state(), reason);
            return find(handle, turn.id()).orElseThrow();
        });
    }

    private static void step(org.jdbi.v3.core.Handle handle, Booked turn, State to, Instant at, String reason) {
        if (!turn.state().mayBecome(to)) {
            throw new IllegalStateException("turn " + turn.id() + " cannot go from " + turn.state() + " to " + to);
        }
        var changed = handle.createUpdate("""
                        update turn
                           set state = :to, state_at = :at, reason = :reason,
                               ready_at = case when :to = 'READY' then coalesce(ready_at, :at) else ready_at end,
                               requested_at = case when state = 'SENDING' then :at else requested_at end
                         where id = :id and state = :from
                        """)
                .bind("to", to.name())
                .bind("at", at.toEpochMilli())
                .bind("reason", reason)
                .bind("id", turn.id())
                .bind("from", turn.state().name())
                .execute();
        if (changed == 0) {
            throw new Overtaken(turn.id(), turn.state());
        }
        write(handle, turn.id(), at, Optional.of(turn.state()), to, reason);
    }

    private static void write(
            org.jdbi.v3.core.Handle handle, long turn, Instant at, Optional<State> from, State to, String reason) {
        handle.createUpdate("""
                        insert into turn_event (turn, at, from_state, to_state, reason)
                        values (:turn, :at, :from, :to, :reason)
                        """)
                .bind("turn", turn)
                .bind("at", at.toEpochMilli())
                .bind("from", from.map(State::name))
                .bind("to", to.name())
                .bind("reason", reason)
                .execute();
    }

    @Override
    public Optional<Booked> find(long turn) {
        return jdbi.withHandle(handle -> find(handle, turn));
    }

    private static Optional<Booked> find(org.jdbi.v3.core.Handle handle, long turn) {
        return handle.createQuery(SELECT + " where t.id = :id")
                .bind("id", turn)
                .map(StoredTurns::booked)
                .findOne();
    }

    @Override
    public List<Booked> in(Collection<State> states) {
        // enum names, so safe to write out; a list of literals lets SQLite use the index
        var names = states.stream().map(state -> "'" + state.name() + "'").collect(joining(", "));
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " where t.state in (" + names + ") order by t.slot, t.id")
                        .map(StoredTurns::booked)
                        .list());
    }

    @Override
    public List<Booked> ofWeek(String week) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where t.week = :week order by t.slot, t.id")
                .bind("week", week)
                .map(StoredTurns::booked)
                .list());
    }

    @Override
    public List<Booked> since(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         where t.slot >= :since or t.sent_at >= :since
                            or t.state in ('PLANNED', 'PREPARED', 'ASKED', 'APPROVED', 'READY', 'SENDING', 'UNKNOWN')
                         order by t.id
                        """)
                .bind("since", since.toEpochMilli())
                .map(StoredTurns::booked)
                .list());
    }

    @Override
    public List<Step> story(long turn) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from turn_event where turn = :turn order by id")
                .bind("turn", turn)
                .map((row, context) -> new Step(
                        Instant.ofEpochMilli(row.getLong("at")),
                        Optional.ofNullable(row.getString("from_state")).map(State::valueOf),
                        State.valueOf(row.getString("to_state")),
                        row.getString("reason")))
                .list());
    }

    private static Booked booked(ResultSet row, StatementContext context) throws SQLException {
        return new Booked(
                turn(row),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("state_at")),
                row.getString("reason"),
                Rows.instant(row, "ready_at"),
                Rows.instant(row, "requested_at"),
                Optional.ofNullable(row.getString("made")).map(PostId::new),
                Rows.instant(row, "sent_at"));
    }

    private static Turn turn(ResultSet row) throws SQLException {
        var why = row.getString("why");
        return new Turn(
                row.getLong("id"),
                row.getString("week"),
                LocalDate.parse(row.getString("day")),
                proposal(row),
                new Window(
                        Instant.ofEpochMilli(row.getLong("window_from")),
                        Instant.ofEpochMilli(row.getLong("window_until"))),
                Instant.ofEpochMilli(row.getLong("slot")),
                ReasonLines.read(why));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                Kind.valueOf(row.getString("kind")),
                new Handle(row.getString("voice")),
                new Handle(row.getString("subject")),
                new Handle(row.getString("author")),
                post(row),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getString("composed")),
                Mode.valueOf(row.getString("mode")));
    }

    private static Optional<Post> post(ResultSet row) throws SQLException {
        var id = row.getString("post");
        if (id == null) {
            return Optional.empty();
        }
        var text = row.getString("post_text");
        return Optional.of(new Post(
                new PostId(id),
                row.getString("author_id"),
                Instant.ofEpochMilli(row.getLong("post_at")),
                text == null ? "" : text,
                true,
                row.getBoolean("sensitive"),
                Optional.empty(),
                Counts.NONE));
    }
}
