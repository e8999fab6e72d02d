package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.outbox.State;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
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
                .ifPresent(posts -> found(account, posts));
        return Trouble.of(outcome, now);
    }

    /** Nothing the circle says itself is anybody's own post: introductions made from her account are entered as such. */
    private void found(Account account, List<Post> posts) {
        if (!posts.isEmpty()) {
            books.posts()
                    .lookedUpTo(account.handle(), posts.get(posts.size() - 1).id());
        }
        var ours = unsettledIntroductions(account.handle());
        books.posts()
                .found(posts.stream()
                        .filter(Post::original)
                        .filter(post -> !ours.contains(post.text())
                                && books.posts().post(post.id()).isEmpty())
                        .map(post -> new Seen(
                                post.id(),
                                account.handle(),
                                account.id(),
                                account.handle(),
                                post.at(),
                                Optional.of(post.text()),
                                post.sensitive(),
                                false,
                                false,
                                Optional.empty()))
                        .toList());
    }

    /** Texts of ours that may be out already without our knowing: they are entered as introductions once that is settled. */
    private Set<String> unsettledIntroductions(Handle voice) {
        return books.turns().in(EnumSet.of(State.SENDING, State.UNKNOWN)).stream()
                .filter(turn -> turn.what().voice().equals(voice))
                .flatMap(turn -> turn.what().composed().stream())
                .collect(Collectors.toSet());
    }
}
