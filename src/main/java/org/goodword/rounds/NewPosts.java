package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Account;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.reach.Lot;
import org.goodword.reach.Seen;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a look returned of one account, entered as it stands now: each post once, whole, and none that the circle said. */
final class NewPosts {
    private static final Logger log = LoggerFactory.getLogger(NewPosts.class);

    private static final int MOST_IN_ONE_READING = 100;

    /** A post is at hand for less, so whoever carried one that can still be dealt did it since. */
    private static final Duration LATELY = Duration.ofDays(10);

    private static final Set<State> MAY_BE_OUT = EnumSet.of(State.SENDING, State.UNKNOWN, State.SENT);

    private final Books books;
    private final Platform platform;
    private final Ours ours;
    private final Set<PostId> carried;

    NewPosts(Books books, Platform platform, Instant now) {
        this.books = books;
        this.platform = platform;
        this.ours = new Ours(books, now);
        this.carried = books.turns().since(now.minus(LATELY)).stream()
                .filter(NewPosts::mayBeOut)
                .flatMap(turn -> turn.what().post().stream().map(Post::id))
                .collect(Collectors.toSet());
    }

    private static boolean mayBeOut(Booked turn) {
        return MAY_BE_OUT.contains(turn.state()) || turn.sentAt().isPresent();
    }

    void enter(Account account, List<Post> posts) {
        var current = Stream.concat(posts.stream(), inTheirPlace(posts).stream())
                .filter(Post::original)
                .filter(post -> !post.isSuperseded() && !ours.isOurs(account.handle(), post))
                .filter(this::isWhole)
                .toList();
        current.forEach(this::noteEdit);
        books.posts()
                .found(current.stream()
                        .filter(post -> !mayBeCarriedAlready(post))
                        .map(post -> seen(account, post))
                        .toList());
    }

    private static Seen seen(Account account, Post post) {
        return new Seen(
                post.id(),
                account.handle(),
                account.id(),
                account.handle(),
                post.at(),
                Optional.of(post.text()),
                post.sensitive(),
                false,
                false,
                Optional.empty());
    }

    private boolean isWhole(Post post) {
        if (!post.whole()) {
            log.info("a post is left out, as only a part of it can be read post={}", post.id());
        }
        return post.whole();
    }

    /** A timeline may show a post that was edited since, and not yet the one that stands in its place. */
    private List<Post> inTheirPlace(List<Post> posts) {
        var there = posts.stream().map(Post::id).collect(Collectors.toSet());
        var wanted = posts.stream()
                .filter(Post::isSuperseded)
                .map(Post::newest)
                .filter(id -> !there.contains(id))
                .distinct()
                .limit(MOST_IN_ONE_READING)
                .toList();
        return wanted.isEmpty()
                ? List.of()
                : platform.read(wanted)
                        .match(
                                done -> wanted.stream()
                                        .flatMap(id -> Optional.ofNullable(
                                                done.value().found().get(id))
                                                .stream())
                                        .toList(),
                                no -> List.of(),
                                later -> List.of(),
                                lost -> List.of());
    }

    private void noteEdit(Post post) {
        post.versions().stream()
                .filter(version -> !version.equals(post.id()))
                .forEach(version -> books.posts().edited(version, post.newest()));
    }

    /** An edit does not make a second post of one that was carried, or left alone by its lot. */
    private boolean mayBeCarriedAlready(Post post) {
        return post.versions().stream()
                .filter(version -> !version.equals(post.id()))
                .anyMatch(version -> carried.contains(version)
                        || books.posts().lot(version).map(Lot::held).orElse(false));
    }
}
