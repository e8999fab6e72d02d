package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.rounds.books.Books;

/** Looks for an account's new posts: from where the last look ended, so that a post is paid for once. */
final class Look {
    /** Posts older than this can no longer be dealt, so a first look goes no further back. */
    private static final Duration NO_OLDER_THAN = Duration.ofDays(3);

    private final Books books;
    private final Platform platform;

    Look(Books books, Platform platform) {
        this.books = books;
        this.platform = platform;
    }

    /** Returns why not, where the account's posts could not be read. */
    Optional<Trouble> at(Account account, Optional<PostId> after, Instant now) {
        var outcome = platform.postsSince(account, after, now.minus(NO_OLDER_THAN));
        outcome.<Optional<List<Post>>>match(
                        done -> Optional.of(done.value()),
                        no -> Optional.empty(),
                        later -> Optional.empty(),
                        lost -> Optional.empty())
                .ifPresent(posts -> found(account, posts, now));
        return Trouble.of(outcome, now);
    }

    private void found(Account account, List<Post> posts, Instant now) {
        if (!posts.isEmpty()) {
            new NewPosts(books, platform, now).enter(account, posts);
            books.posts()
                    .lookedUpTo(account.handle(), posts.get(posts.size() - 1).id());
        }
    }
}
