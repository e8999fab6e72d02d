package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Again again = new Again();
    private final Set<PostId> read = new HashSet<>();
    private String readOn = "";

    public SampleRound(Books books, Circle circle, Platform platform, DispatchRound dispatch) {
        this.books = books;
        this.circle = circle;
        this.platform = platform;
        this.dispatch = dispatch;
    }

    /** Reads once per date of the circle's zone, and goes on the same day with what was not read. */
    public void run(Instant now) {
        var date = date(now);
        if (!isUnfinished(now) || again.isTooEarly(now)) {
            return;
        }
        var isFirst = !date.equals(readOn);
        if (isFirst) {
            readOn = date;
            read.clear();
        }
        var complete = goOn(now);
        // what was given up is looked for once, and once more if X was hardly to be reached
        if (isFirst || complete) {
            dispatch.lookAgain(now);
        }
        books.posts().forgetTexts(now.minus(KEEP_TEXTS));
        if (complete) {
            books.journal().done(NAME, date, now);
        }
    }

    boolean isUnfinished(Instant now) {
        return !books.journal().isDone(NAME, date(now));
    }

    /** When it may go on, where it is not finished. */
    Instant from() {
        return again.from();
    }

    private String date(Instant now) {
        return now.atZone(circle.settings().circle().zone()).toLocalDate().toString();
    }

    /** Returns whether every batch was answered. */
    private boolean goOn(Instant now) {
        var due = books.posts().toRead(now.minus(READ_FOR)).stream()
                .map(Seen::id)
                .filter(id -> !read.contains(id))
                .toList();
        var complete = true;
        for (var from = 0; from < due.size(); from += IDS_A_CALL) {
            var trouble = read(due.subList(from, Math.min(due.size(), from + IDS_A_CALL)), now);
            if (trouble.filter(Trouble::isEverybodys).isPresent()) {
                again.notBefore(trouble.get().from());
                return false;
            }
            complete &= trouble.isEmpty();
        }
        if (complete) {
            again.answered();
        } else {
            again.lostAt(now);
        }
        return complete;
    }

    private Optional<Trouble> read(List<PostId> ids, Instant now) {
        var outcome = platform.read(ids);
        outcome.<Optional<Batch>>match(
                        done -> Optional.of(done.value()),
                        no -> Optional.empty(),
                        later -> Optional.empty(),
                        lost -> Optional.empty())
                .ifPresent(batch -> enter(ids, batch, now));
        var trouble = Trouble.of(outcome, now);
        trouble.ifPresent(one -> log.warn("posts could not be read posts={} reason=\"{}\"", ids.size(), one.reason()));
        return trouble;
    }

    private void enter(List<PostId> ids, Batch batch, Instant now) {
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
        read.addAll(ids);
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
}
