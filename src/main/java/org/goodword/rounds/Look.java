package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Member;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the subjects' new posts: each from where the last look ended, so that a post is paid for once. */
final class Look {
    private static final Logger log = LoggerFactory.getLogger(Look.class);

    /** Posts older than this can no longer be dealt, so a first look goes no further back. */
    private static final Duration NO_OLDER_THAN = Duration.ofDays(3);

    private final Books books;
    private final Platform platform;

    Look(Books books, Platform platform) {
        this.books = books;
        this.platform = platform;
    }

    void at(List<Member> subjects, Instant now) {
        var newest = books.posts().lookedUpTo();
        var newPosts = new NewPosts(books, platform, now);
        var notRead = new LinkedHashMap<String, List<Handle>>();
        for (var subject : subjects) {
            books.registry()
                    .account(subject.handle())
                    .flatMap(account -> look(account, newest, newPosts, now))
                    .ifPresent(why -> notRead.computeIfAbsent(why, unused -> new ArrayList<>())
                            .add(subject.handle()));
        }
        notRead.forEach((why, accounts) -> log.warn(
                "posts could not be looked for accounts={} first={} reason=\"{}\"",
                accounts.size(),
                accounts.get(0),
                why));
    }

    /** Returns why not, where the account's posts could not be read. */
    private Optional<String> look(Account account, Map<Handle, PostId> newest, NewPosts newPosts, Instant now) {
        var after = Optional.ofNullable(newest.get(account.handle()));
        return platform.postsSince(account, after, now.minus(NO_OLDER_THAN))
                .match(
                        done -> found(account, done.value(), newPosts),
                        no -> Optional.of(no.reason()),
                        later -> Optional.of(later.reason()),
                        lost -> Optional.of(lost.reason()));
    }

    private Optional<String> found(Account account, List<Post> posts, NewPosts newPosts) {
        if (!posts.isEmpty()) {
            newPosts.enter(account, posts);
            books.posts()
                    .lookedUpTo(account.handle(), posts.get(posts.size() - 1).id());
        }
        return Optional.empty();
    }
}
