package org.goodword.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.goodword.conduct.Verdict.Refused;
import org.goodword.platform.Handle;
import org.goodword.rotation.Refusals;

/** Who rests because the platform turned it away, and the one turn a morning that finds out whether it still does. */
final class RestChecks {
    private static final String RULE = "turned-away";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private RestChecks() {}

    static Verdict turnedAway(Case c) {
        return pair(c).or(() -> voice(c)).orElse(Verdict.ALLOWED);
    }

    private static Optional<Verdict> pair(Case c) {
        var whom = whom(c);
        var rest = c.rules().time(Figure.PAIR_DAYS);
        return c.facts()
                .refusals()
                .last(c.what().voice(), whom)
                .filter(at -> c.at().isBefore(at.plus(rest)))
                .map(at -> new Refused(
                        RULE,
                        "X did not let " + c.voiceName() + " do this for " + c.name(whom) + " on " + day(c, at)
                                + "; the two rest from each other until " + day(c, at.plus(rest))));
    }

    private static Handle whom(Case c) {
        return c.isRepost() ? c.what().author() : c.what().subject();
    }

    private static Optional<Verdict> voice(Case c) {
        return rest(c.facts().refusals(), c.what().voice(), c.rules())
                .filter(rest -> !isTheMorningsTry(c, rest))
                .map(rest -> new Refused(
                        RULE,
                        "X turned " + c.voiceName() + " away over several members, so it rests since "
                                + day(c, rest.since()) + "; one turn a day tries whether it is over"));
    }

    static Optional<Refusals.Rest> rest(Refusals refusals, Handle voice, Rules rules) {
        return refusals.rest(voice, rules.count(Figure.PEOPLE), rules.time(Figure.WITHIN_DAYS));
    }

    /** The first of a day on which nothing was turned away yet. */
    private static boolean isTheMorningsTry(Case c, Refusals.Rest rest) {
        var today = date(c, c.at());
        return date(c, rest.lastTried()).isBefore(today)
                && c.facts()
                        .history()
                        .by(c.what().voice())
                        .noneMatch(turn -> !turn.sent() && date(c, turn.at()).equals(today));
    }

    private static LocalDate date(Case c, Instant at) {
        return at.atZone(zone(c)).toLocalDate();
    }

    private static ZoneId zone(Case c) {
        return c.roster()
                .waking(c.what().voice())
                .map(waking -> waking.zone())
                .orElseGet(() -> c.facts().circleZone());
    }

    private static String day(Case c, Instant at) {
        return DAY.format(at.atZone(zone(c)));
    }
}
