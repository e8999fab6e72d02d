package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.goodword.outbox.Booked;
import org.goodword.outbox.Turns;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.Wording;
import org.goodword.roster.Kind;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what the circle says by somebody's account from what she posts of her own accord, and sets the record right where a
 * text of ours turns up that was given up.
 */
final class Ours {
    private static final Logger log = LoggerFactory.getLogger(Ours.class);

    /** Longer than a post can be found after it was made, and than a turn that was given up is looked for. */
    private static final Duration LATELY = Duration.ofDays(9);

    private final Books books;
    private final Instant now;
    private final List<Booked> introductions;

    Ours(Books books, Instant now) {
        this.books = books;
        this.now = now;
        this.introductions = books.turns().since(now.minus(LATELY)).stream()
                .filter(turn -> turn.what().kind() == Kind.INTRODUCTION)
                .sorted(Comparator.comparing((Booked turn) -> !wasGivenUp(turn)))
                .toList();
    }

    /** Whether the post on {@code voice}'s timeline is a text of ours. What is not settled yet is left to that. */
    boolean isOurs(Handle voice, Post post) {
        var ours = introductions.stream()
                .filter(turn -> turn.what().voice().equals(voice)
                        && Wording.same(turn.what().composed().orElse(""), post.text()))
                .findFirst();
        ours.filter(Ours::wasGivenUp).ifPresent(turn -> foundAfterAll(turn, post));
        return ours.isPresent();
    }

    /** A request for it left, or its link was given, and nobody knew that it is there. */
    private static boolean wasGivenUp(Booked turn) {
        return switch (turn.state()) {
            case HANDED -> true;
            case MISSED, FAILED -> turn.requested().isPresent();
            default -> false;
        };
    }

    private void foundAfterAll(Booked turn, Post post) {
        try {
            books.turns().sent(turn, post.id(), post.at(), now, "It stands on the voice's timeline.");
            log.info("a text of ours is there after all turn={} post={}", turn.id(), post.id());
        } catch (Turns.Overtaken e) {
            log.info("a turn was changed meanwhile turn={}", turn.id());
        }
        new Introduced(books).enter(now);
    }
}
