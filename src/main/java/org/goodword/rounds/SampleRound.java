package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.goodword.platform.Batch;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every day: one batch reading of the posts in the books, a hundred ids a call; and texts that have served are forgotten. */
public final class SampleRound {
    static final String NAME = "sample";

    private static final Logger log = LoggerFactory.getLogger(SampleRound.class);

    /** The seven-day figure comes from the reading of the eighth day, whatever the hour a post was made. */
    private static final Duration READ_FOR = Duration.ofDays(8).plusHours(1);

    /** Texts of others' posts are kept this long at most. */
    private static final Duration KEEP_TEXTS = Duration.ofDays(8);

    private static final int IDS_A_CALL = 100;

    private final Books books;
    private final Circle circle;
    private final Platform platform;
    private final DispatchRound dispatch;

    public SampleRound(Books books, Circle circle, Platform platform, DispatchRound dispatch) {
        this.books = books;
        this.circle = circle;
        this.platform = platform;
        this.dispatch = dispatch;
    }

    /** Reads once per date of the circle's zone. */
    public void run(Instant now) {
        var date = now.atZone(circle.settings().circle().zone()).toLocalDate().toString();
        if (books.journal().isDone(NAME, date)) {
            return;
        }
        var due = books.posts().toRead(now.minus(READ_FOR));
        var complete = true;
        for (var from = 0; from < due.size(); from += IDS_A_CALL) {
            complete &= read(due.subList(from, Math.min(due.size(), from + IDS_A_CALL)), now);
        }
        dispatch.lookAgain(now);
        books.posts().forgetTexts(now.minus(KEEP_TEXTS));
        if (complete) {
            books.journal().done(NAME, date, now);
        }
    }

    private boolean read(List<Seen> posts, Instant now) {
        var ids = posts.stream().map(Seen::id).toList();
        return platform.read(ids)
                .<Boolean>match(
                        done -> enter(ids, done.value(), now),
                        no -> unread(ids, no.reason()),
                        later -> unread(ids, later.reason()),
                        lost -> unread(ids, lost.reason()));
    }

    private boolean enter(List<PostId> ids, Batch batch, Instant now) {
        var snapshots = new ArrayList<Snapshot>();
        var ours = new Ours(books, now);
        for (var id : ids) {
            var post = batch.found().get(id);
            if (post != null) {
                putRight(post, ours);
                snapshots.add(new Snapshot(id, now, post.counts()));
            }
        }
        books.posts().read(snapshots);
        batch.gone().forEach((id, why) -> books.posts().gone(id, now, why));
        return true;
    }

    /** What the reading tells of the post besides its counts: that it was edited, or that it is a text of ours. */
    private void putRight(Post post, Ours ours) {
        if (post.isSuperseded()) {
            books.posts().edited(post.id(), post.newest());
        }
        books.posts()
                .post(post.id())
                .filter(seen -> !seen.introduction())
                .ifPresent(seen -> ours.isOurs(seen.author(), post));
    }

    private static boolean unread(List<PostId> ids, String reason) {
        log.warn("posts could not be read posts={} reason=\"{}\"", ids.size(), reason);
        return false;
    }
}
