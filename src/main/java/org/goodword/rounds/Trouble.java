package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Contact;

/**
 * Why one question of many was not answered, and what that means for the others.
 *
 * @param from when it may be asked again
 */
record Trouble(Whose whose, String reason, Instant from) {
    /** Where the platform names no time: somebody may be at work on it. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    enum Whose {
        /** whoever is asked after next is not answered either */
        EVERYBODYS,
        /** the others may be answered, and so may this one the next time */
        THIS_ONES,
        /** asking again will not help today */
        FOR_GOOD
    }

    /** Empty where the question was answered. */
    static <T> Optional<Trouble> of(Outcome<T> outcome, Instant now) {
        return outcome.<Optional<Trouble>>match(
                done -> Optional.empty(),
                no -> Optional.of(refused(no, now)),
                later -> Optional.of(
                        later.contact() == Contact.LOST
                                ? new Trouble(Whose.THIS_ONES, later.reason(), now)
                                : new Trouble(Whose.EVERYBODYS, later.reason(), later.from())),
                lost -> Optional.of(new Trouble(Whose.THIS_ONES, lost.reason(), now)));
    }

    private static <T> Trouble refused(Outcome.Refused<T> no, Instant now) {
        return switch (no.scope()) {
            case THIS, PAIR -> new Trouble(Whose.FOR_GOOD, no.reason(), now);
            case ACCOUNT -> new Trouble(Whose.THIS_ONES, no.reason(), now);
            // what stops the whole app is followed by the next dispatch; until when, it knows
            case SIGN_IN, APP -> new Trouble(Whose.EVERYBODYS, no.reason(), now.plus(A_WHILE));
        };
    }

    boolean isEverybodys() {
        return whose == Whose.EVERYBODYS;
    }
}
