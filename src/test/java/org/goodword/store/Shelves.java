package org.goodword.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Lot;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Reason;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;

/** A real file in a folder of its own, and records to put in it. */
final class Shelves {
    static final Instant NOON = Instant.parse("2026-09-15T11:00:00Z");
    static final Handle ANN = Handle.of("annbakes");
    static final Handle BEN = Handle.of("benjoinery");

    private Shelves() {}

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("goodword.db");
    }

    static Database in(Path folder) {
        return Database.migrated(url(folder), Database.Durability.SCRATCH);
    }

    static Seen post(String id) {
        return post(id, BEN, NOON);
    }

    static Seen post(String id, Handle author, Instant at) {
        return new Seen(
                new PostId(id),
                author,
                "u-" + author.name(),
                author,
                at,
                Optional.of("Words of post " + id),
                false,
                false,
                false,
                Optional.empty());
    }

    static Seen introduction(String id, Handle author, Handle subject) {
        return new Seen(
                new PostId(id),
                author,
                "u-" + author.name(),
                subject,
                NOON,
                Optional.of("Words of introduction " + id),
                false,
                true,
                true,
                Optional.empty());
    }

    static Lot lot(String post, boolean held) {
        return new Lot(new PostId(post), BEN, NOON, 0, 1, held);
    }

    static Snapshot reading(String post, Instant at, long shown) {
        return new Snapshot(new PostId(post), at, new Counts(shown, 3, 2, 1, 0, 0));
    }

    static Turn introductionTurn() {
        return turn(Proposal.introduction(ANN, BEN, "One oak.", "Ben: One oak.", Mode.APPROVE), NOON);
    }

    static Turn repostTurn(Seen post) {
        var carried = new Post(
                post.id(),
                post.authorId(),
                post.at(),
                post.text().orElse(""),
                true,
                false,
                Optional.empty(),
                Counts.NONE);
        return turn(Proposal.repost(ANN, post.subject(), post.author(), carried, Mode.APPROVE), NOON);
    }

    static Turn turn(Proposal what, Instant slot) {
        return new Turn(
                0,
                "2026-W38",
                LocalDate.parse("2026-09-15"),
                what,
                new Window(slot.minus(Duration.ofHours(5)), slot.plus(Duration.ofHours(31))),
                slot,
                List.of(
                        Reason.of("Ben has not been spoken up for yet"),
                        new Reason("Ann has not spoken for them before", "you have not spoken for them before")));
    }
}
