package org.goodword.rounds;

import java.time.Instant;
import org.goodword.platform.Platform;
import org.goodword.rounds.books.Books;

/**
 * Each morning whoever the platform turned away is asked once who it is: what the program stopped, the program lets go on. A
 * refusal costs nothing.
 */
final class Comeback {
    static final String NAME = "comeback";

    private final Books books;
    private final Circle circle;
    private final Platform platform;

    /** @param platform one that tells when an account works */
    Comeback(Books books, Circle circle, Platform platform) {
        this.books = books;
        this.circle = circle;
        this.platform = platform;
    }

    void run(Instant now) {
        var date = now.atZone(circle.settings().circle().zone()).toLocalDate().toString();
        if (books.journal().isDone(NAME, date)) {
            return;
        }
        var roster = circle.roster(now);
        books.registry().turnedAway().stream()
                .filter(handle ->
                        roster.isCircle(handle) || roster.member(handle).isPresent())
                .forEach(platform::signedIn);
        books.journal().done(NAME, date, now);
    }
}
