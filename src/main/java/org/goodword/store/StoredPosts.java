package org.goodword.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.reach.Lot;
import org.goodword.reach.PostBooks;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The books of posts, lots and readings. */
public final class StoredPosts implements PostBooks {
    private final Jdbi jdbi;

    public StoredPosts(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void found(Collection<Seen> posts) {
        if (posts.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            var batch = handle.prepareBatch("""
                    insert into post (id, author, author_id, subject, at, text, sensitive, introduction, in_books)
                    values (:id, :author, :authorId, :subject, :at, :text, :sensitive, :introduction, :inBooks)
                    on conflict (id) do update
                       set subject = excluded.subject, introduction = 1, in_books = 1,
                           text = coalesce(text, excluded.text)
                     where excluded.introduction = 1 and introduction = 0
                    """);
            for (var post : posts) {
                batch.bind("id", post.id().value())
                        .bind("author", post.author().name())
                        .bind("authorId", post.authorId())
                        .bind("subject", post.subject().name())
                        .bind("at", post.at().toEpochMilli())
                        .bind("text", post.text())
                        .bind("sensitive", post.sensitive())
                        .bind("introduction", post.introduction())
                        .bind("inBooks", post.inBooks())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public Optional<Seen> post(PostId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from post where id = :id")
                .bind("id", id.value())
                .map(StoredPosts::seen)
                .findOne());
    }

    @Override
    public List<Seen> since(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from post where at >= :since order by at, id")
                .bind("since", since.toEpochMilli())
                .map(StoredPosts::seen)
                .list());
    }

    @Override
    public void lookedUpTo(Handle author, PostId newest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into looked_up_to (author, post) values (:author, :post)
                        on conflict (author) do update set post = excluded.post
                        """)
                .bind("author", author.name())
                .bind("post", newest.value())
                .execute());
    }

    @Override
    public Map<Handle, PostId> lookedUpTo() {
        return jdbi.withHandle(handle -> handle.createQuery("select author, post from looked_up_to order by author")
                .map((row, context) ->
                        Map.entry(new Handle(row.getString("author")), new PostId(row.getString("post"))))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (old, newer) -> newer, TreeMap::new)));
    }

    @Override
    public Map<Handle, Integer> made(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select author, count(*) as made from post
                         where at >= :since and introduction = 0 group by author order by author
                        """)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> Map.entry(new Handle(row.getString("author")), row.getInt("made")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new)));
    }

    @Override
    public List<Seen> toRead(Instant madeSince) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from post where in_books = 1 and gone_at is null and at >= :since order by at, id")
                .bind("since", madeSince.toEpochMilli())
                .map(StoredPosts::seen)
                .list());
    }

    @Override
    public void gone(PostId id, Instant at, String why) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update post set gone_at = :at, gone_why = :why, text = null
                         where id = :id and gone_at is null
                        """)
                .bind("at", at.toEpochMilli())
                .bind("why", why)
                .bind("id", id.value())
                .execute());
    }

    @Override
    public void edited(PostId id, PostId newest) {
        jdbi.useHandle(handle -> handle.createUpdate("update post set newest = :newest where id = :id")
                .bind("newest", newest.value())
                .bind("id", id.value())
                .execute());
    }

    @Override
    public int forgetTexts(Instant madeBefore) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update post set text = null where at < :before and text is not null and introduction = 0")
                .bind("before", madeBefore.toEpochMilli())
                .execute());
    }

    @Override
    public Lot draw(Lot lot) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into lot (post, author, drawn, block, place, held)
                            values (:post, :author, :drawn, :block, :place, :held) on conflict (post) do nothing
                            """)
                    .bind("post", lot.post().value())
                    .bind("author", lot.author().name())
                    .bind("drawn", lot.drawn().toEpochMilli())
                    .bind("block", lot.block())
                    .bind("place", lot.place())
                    .bind("held", lot.held())
                    .execute();
            handle.createUpdate("update post set in_books = 1 where id = :post")
                    .bind("post", lot.post().value())
                    .execute();
            return handle.createQuery("select * from lot where post = :post")
                    .bind("post", lot.post().value())
                    .map(StoredPosts::lot)
                    .one();
        });
    }

    @Override
    public Optional<Lot> lot(PostId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from lot where post = :post")
                .bind("post", id.value())
                .map(StoredPosts::lot)
                .findOne());
    }

    @Override
    public int candidates(Handle author) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from lot where author = :author")
                .bind("author", author.name())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Lot> lots(Instant drawnSince) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from lot where drawn >= :since order by drawn, post")
                        .bind("since", drawnSince.toEpochMilli())
                        .map(StoredPosts::lot)
                        .list());
    }

    @Override
    public void read(Collection<Snapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            var batch = handle.prepareBatch("""
                    insert into snapshot (post, at, shown, likes, replies, reposts, quotes, bookmarks)
                    values (:post, :at, :shown, :likes, :replies, :reposts, :quotes, :bookmarks)
                    on conflict (post, at) do nothing
                    """);
            for (var snapshot : snapshots) {
                var counts = snapshot.counts();
                batch.bind("post", snapshot.post().value())
                        .bind("at", snapshot.at().toEpochMilli())
                        .bind("shown", counts.shown())
                        .bind("likes", counts.likes())
                        .bind("replies", counts.replies())
                        .bind("reposts", counts.reposts())
                        .bind("quotes", counts.quotes())
                        .bind("bookmarks", counts.bookmarks())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public Map<PostId, Snapshot> latest(Instant madeSince, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.* from snapshot s join post p on p.id = s.post
                         where p.at >= :since and s.at <= :at order by s.at, s.post
                        """)
                .bind("since", madeSince.toEpochMilli())
                .bind("at", at.toEpochMilli())
                .map(StoredPosts::snapshot)
                .collect(Collectors.toMap(Snapshot::post, snapshot -> snapshot, (old, newer) -> newer.or(old))));
    }

    @Override
    public Map<PostId, Snapshot> aged(Duration age) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.* from snapshot s join post p on p.id = s.post
                         where s.at >= p.at + :age order by s.at, s.post
                        """)
                .bind("age", age.toMillis())
                .map(StoredPosts::snapshot)
                .collect(Collectors.toMap(Snapshot::post, snapshot -> snapshot, Snapshot::or)));
    }

    private static Seen seen(ResultSet row, StatementContext context) throws SQLException {
        var newest = row.getString("newest");
        return new Seen(
                new PostId(row.getString("id")),
                new Handle(row.getString("author")),
                row.getString("author_id"),
                new Handle(row.getString("subject")),
                Instant.ofEpochMilli(row.getLong("at")),
                Optional.ofNullable(row.getString("text")),
                row.getBoolean("sensitive"),
                row.getBoolean("introduction"),
                row.getBoolean("in_books"),
                Rows.instant(row, "gone_at"),
                new PostId(newest == null ? row.getString("id") : newest));
    }

    private static Lot lot(ResultSet row, StatementContext context) throws SQLException {
        return new Lot(
                new PostId(row.getString("post")),
                new Handle(row.getString("author")),
                Instant.ofEpochMilli(row.getLong("drawn")),
                row.getInt("block"),
                row.getInt("place"),
                row.getBoolean("held"));
    }

    private static Snapshot snapshot(ResultSet row, StatementContext context) throws SQLException {
        return new Snapshot(
                new PostId(row.getString("post")),
                Instant.ofEpochMilli(row.getLong("at")),
                new Counts(
                        Rows.number(row, "shown"),
                        Rows.number(row, "likes"),
                        Rows.number(row, "replies"),
                        Rows.number(row, "reposts"),
                        Rows.number(row, "quotes"),
                        Rows.number(row, "bookmarks")));
    }
}
