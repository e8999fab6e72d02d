package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Rules;
import org.goodword.platform.Handle;
import org.goodword.rotation.Refusals;
import org.goodword.rotation.TurnedAway;
import org.goodword.rounds.books.Books;

/** The voices that rest because the platform turned them away over several members, by what stands in the books. */
public final class Rests {
    /** A rest that is older has long been lifted, or its voice has not been tried for weeks. */
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    private Rests() {}

    static Refusals refusals(Books books, Instant now) {
        var turnedAway = books.turns().turnedAway(now.minus(LOOKED_BACK));
        return turnedAway.isEmpty()
                ? Refusals.NONE
                : new Refusals(turnedAway, books.turns().lastTaken());
    }

    public static Map<Handle, Refusals.Rest> of(Books books, Rules rules, Instant now) {
        var refusals = refusals(books, now);
        var rests = new TreeMap<Handle, Refusals.Rest>();
        refusals.all().stream()
                .map(TurnedAway::voice)
                .distinct()
                .forEach(voice -> refusals.rest(voice, rules.count(Figure.PEOPLE), rules.time(Figure.WITHIN_DAYS))
                        .ifPresent(rest -> rests.put(voice, rest)));
        return rests;
    }
}
