package org.goodword.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.goodword.outbox.State;
import org.goodword.platform.Wording;
import org.goodword.roster.Leaver;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes one leaver out of every table, within a transaction. */
final class Erasure {
    /** Stands where the text of a turn stood. */
    static final String TEXT = "Erased: it was by a member who has left, or named her.";

    /** Before the keyed hash of words that were erased: two turns that said the same can still be told. */
    private static final String WORDS = "erased ";

    private static final String OPEN =
            State.OPEN.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", ", "(", ")"));

    private static final String HERS = "(t.voice = :handle or t.subject = :handle or t.author = :handle)";

    /** Sentences of ours that may name her, by table and column. */
    private static final List<String[]> SENTENCES = List.of(
            new String[] {"turn", "why"},
            new String[] {"turn", "reason"},
            new String[] {"turn_event", "reason"},
            new String[] {"consent_event", "detail"},
            new String[] {"post", "gone_why"},
            new String[] {"notice", "topic"},
            new String[] {"notice", "what"},
            new String[] {"notice", "action"},
            new String[] {"setting", "value"});

    private final Handle db;
    private final Leaver leaver;
    private final UnaryOperator<String> mark;
    private final Instant at;
    private final LocalDate on;

    Erasure(Handle db, Leaver leaver, UnaryOperator<String> mark, Instant at, LocalDate on) {
        this.db = db;
        this.leaver = leaver;
        this.mark = mark;
        this.at = at;
        this.on = on;
    }

    /** Returns false, and changes nothing, while a turn of hers is open. */
    boolean run() {
        if (isUnderWay()) {
            return false;
        }
        texts();
        posts();
        notices();
        SENTENCES.forEach(place -> unname(place[0], place[1]));
        standIn();
        account();
        return true;
    }

    private boolean isUnderWay() {
        return db
                .createQuery("""
                        select t.voice = :handle or t.subject = :handle or t.author = :handle as hers,
                               t.words, t.composed, p.text
                          from turn t left join post p on p.id = t.post where t.state in
                        """ + OPEN)
                .bind("handle", leaver.handle().name())
                .map((row, context) -> row.getBoolean("hers")
                        || names(row.getString("words"))
                        || names(row.getString("composed"))
                        || names(row.getString("text")))
                .stream()
                .anyMatch(concerned -> concerned);
    }

    private boolean names(@Nullable String text) {
        return text != null && leaver.isNamedIn(text);
    }

    /** What turns said: hers, about her, and what others said that names her. */
    private void texts() {
        var named = query(
                        "select t.id, t.words, t.composed, t.state, t.sent_at, " + HERS + " as hers from turn t where "
                                + "t.words is not null and (" + HERS + " or " + mayName("t.words") + " or "
                                + mayName("t.composed") + ")")
                .map((row, context) -> new Text(
                        row.getLong("id"),
                        row.getString("words"),
                        row.getString("composed"),
                        isSpent(State.valueOf(row.getString("state")), Rows.instant(row, "sent_at")),
                        row.getBoolean("hers")))
                .list();
        for (var text : named) {
            if (!text.words().startsWith(WORDS)
                    && (text.hers() || leaver.isNamedIn(text.words()) || leaver.isNamedIn(text.composed()))) {
                erase(text);
            }
        }
        update("update turn as t set why = '' where " + HERS);
    }

    private record Text(long turn, String words, String composed, boolean spent, boolean hers) {}

    private static boolean isSpent(State state, Optional<Instant> sentAt) {
        // a no retires a text as well, until its writer restores it
        return sentAt.isPresent() || state == State.SENT || state == State.HANDED || state == State.DECLINED;
    }

    private void erase(Text text) {
        var marked = mark.apply(text.words());
        db.createUpdate("update turn set words = :words, composed = :composed where id = :id")
                .bind("words", WORDS + marked)
                .bind("composed", TEXT)
                .bind("id", text.turn())
                .execute();
        if (text.spent()) {
            db.createUpdate("""
                            insert into consent_event (who, at, said_on, what, detail, source)
                            values (:mark, :at, :on, 'spent', '', 'books')
                            """)
                    .bind("mark", marked)
                    .bind("at", at.toEpochMilli())
                    .bind("on", on.toString())
                    .execute();
        }
    }

    /** Posts keep their numbers and counts. Hers are read no more. */
    private void posts() {
        update("update post set text = null, author_id = :former, in_books = 0 where author = :handle");
        update("update post set text = null where subject = :handle");
        query("select id, text from post where text is not null and " + mayName("text"))
                .map((row, context) -> new String[] {row.getString("id"), row.getString("text")})
                .list()
                .stream()
                .filter(post -> leaver.isNamedIn(post[1]))
                .forEach(post -> db.createUpdate("update post set text = null where id = :id")
                        .bind("id", post[0])
                        .execute());
    }

    /** What the organiser was to do about her account is not to be done any more. */
    private void notices() {
        for (var topic : List.of("account ", "unknown ")) {
            db.createUpdate("delete from notice where topic = :topic")
                    .bind("topic", topic + leaver.handle())
                    .execute();
        }
    }

    private void unname(String table, String column) {
        var rows = query("select rowid as row, " + column + " as text from " + table + " where " + mayName(column))
                .map((row, context) -> new Sentence(row.getLong("row"), row.getString("text")))
                .list();
        for (var sentence : rows) {
            db.createUpdate("update " + table + " set " + column + " = :text where rowid = :row")
                    .bind("text", leaver.unnamed(sentence.text()))
                    .bind("row", sentence.row())
                    .execute();
        }
    }

    private record Sentence(long row, String text) {}

    private void standIn() {
        for (var column : List.of("voice", "subject", "author")) {
            update("update turn set " + column + " = :former where " + column + " = :handle");
        }
        update("update post set author = :former where author = :handle");
        update("update post set subject = :former where subject = :handle");
        update("update lot set author = :former where author = :handle");
        update("update spend set account = :former where account = :handle");
        update("update consent_event set who = :former where who = :handle");
        update("""
                update plan set detail = replace(detail, '"' || :handle || '"', '"' || :former || '"')
                 where instr(detail, '"' || :handle || '"') > 0
                """);
    }

    private void account() {
        update("delete from looked_up_to where author = :handle");
        update("delete from sign_in where handle = :handle");
        update("delete from account where handle = :handle");
    }

    /** A first look, which finds too much; {@link Leaver#isNamedIn} decides. */
    private static String mayName(String column) {
        return "(instr(lower(" + column + "), :handle) > 0 or instr(" + column + ", :name0) > 0 or instr(" + column
                + ", :name1) > 0 or instr(" + column + ", :name2) > 0)";
    }

    private org.jdbi.v3.core.statement.Query query(String sql) {
        var names = Wording.forms(leaver.name().orElse(leaver.handle().toString()));
        return db.createQuery(sql)
                .bind("handle", leaver.handle().name())
                .bind("name0", names.get(0))
                .bind("name1", names.get(1))
                .bind("name2", names.get(2));
    }

    private void update(String sql) {
        var update = db.createUpdate(sql).bind("handle", leaver.handle().name());
        (sql.contains(":former") ? update.bind("former", leaver.standIn().name()) : update).execute();
    }
}
