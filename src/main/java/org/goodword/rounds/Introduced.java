package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.PostId;
import org.goodword.reach.Seen;
import org.goodword.roster.Kind;
import org.goodword.rounds.books.Books;

/** An introduction that went out is a post like others: read each day, and carried on by others as one about its subject. */
final class Introduced {
    /** How far back a sent introduction may still have to be entered in the books of posts, after a crash. */
    private static final Duration LATELY = Duration.ofDays(8);

    private final Books books;

    Introduced(Books books) {
        this.books = books;
    }

    void enter(Instant now) {
        var made = books.turns().since(now.minus(LATELY)).stream()
                .filter(turn -> turn.state() == State.SENT && turn.what().kind() == Kind.INTRODUCTION)
                .filter(turn -> !turn.made().map(this::isEntered).orElse(true))
                .flatMap(turn -> seen(turn).stream())
                .toList();
        var mistaken = made.stream()
                .filter(post -> books.posts().post(post.id()).isPresent())
                .toList();
        books.posts().found(made);
        mistaken.forEach(post -> refuseWhatWasDealt(post, now));
    }

    private boolean isEntered(PostId post) {
        return books.posts().post(post).filter(Seen::introduction).isPresent();
    }

    private Optional<Seen> seen(Booked turn) {
        return books.registry()
                .account(turn.what().voice())
                .map(account -> new Seen(
                        turn.made().orElseThrow(),
                        turn.what().voice(),
                        account.id(),
                        turn.what().subject(),
                        turn.sentAt().orElse(turn.since()),
                        turn.what().composed(),
                        false,
                        true,
                        true,
                        Optional.empty()));
    }

    /** While it was taken for the voice's own post it may have been dealt as one. */
    private void refuseWhatWasDealt(Seen post, Instant now) {
        books.turns().in(State.QUEUED).stream()
                .filter(turn -> turn.what()
                        .post()
                        .filter(one -> one.id().equals(post.id()))
                        .isPresent())
                .filter(turn -> !turn.what().subject().equals(post.subject()))
                .forEach(turn -> refuse(turn, post, now));
    }

    private void refuse(Booked turn, Seen post, Instant now) {
        try {
            var why = "The post turned out to be the circle's introduction of " + post.subject() + ", and none of "
                    + post.author() + "'s own.";
            books.turns().move(turn, State.REFUSED, now, why);
        } catch (Turns.Overtaken e) {
            // it is left to whoever moved it
        }
    }
}
