package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.goodword.platform.Handle;
import org.goodword.roster.Roster;

/** The rules of X's rule file that bear on who is paired with whom, without words, money and minutes. */
final class YearRules implements Permits {
    private static final Duration PAIR = Duration.ofDays(90);
    private static final Duration RING = Duration.ofDays(30);
    /** Seven days between minutes; a deal is made some hours before the minutes it deals. */
    private static final Duration WEEK = Duration.ofDays(7).minusHours(5);

    private static final Duration MONTH = Duration.ofDays(28);
    private static final int TURNS_A_WEEK = 3;
    private static final int CIRCLE_A_DAY = 2;
    private static final Objection NO = new Objection("year", "not these two", Optional.empty());

    private final Roster roster;
    /** Own posts of the last 28 days. */
    private final Map<Handle, Integer> posts;

    YearRules(Roster roster, Map<Handle, Integer> posts) {
        this.roster = roster;
        this.posts = posts;
    }

    @Override
    public Optional<Objection> objection(Proposal what, Instant at, History history) {
        return may(what, at, history) ? Optional.empty() : Optional.of(NO);
    }

    private boolean may(Proposal what, Instant at, History history) {
        var voice = what.voice();
        var subject = what.subject();
        var circle = roster.isCircle(voice);
        if (voice.equals(subject)
                || carried(what, history, circle)
                || history.about(subject).anyMatch(done -> done.byCircle() == circle && within(done, at, WEEK))) {
            return false;
        }
        if (circle) {
            return history.by(voice).filter(done -> day(done.at()) == day(at)).count() < CIRCLE_A_DAY;
        }
        var one = roster.member(voice).orElseThrow();
        return !roster.rivals(one, roster.member(subject).orElseThrow())
                && count(history, voice, at, WEEK) < Math.min(TURNS_A_WEEK, one.capacity())
                && count(history, voice, at, MONTH) < Math.max(2, posts.getOrDefault(voice, 0) / 3)
                && history.by(voice).noneMatch(toward(subject, at, PAIR))
                && history.by(subject).noneMatch(toward(voice, at, PAIR))
                && !closesARing(voice, subject, at, history);
    }

    private static boolean carried(Proposal what, History history, boolean circle) {
        return history.of(what.post().orElseThrow().id()).anyMatch(done -> done.byCircle() == circle);
    }

    private static long count(History history, Handle voice, Instant at, Duration window) {
        return history.by(voice).filter(done -> within(done, at, window)).count();
    }

    private static Predicate<Spoken> toward(Handle subject, Instant at, Duration window) {
        return done -> done.subject().equals(subject) && within(done, at, window);
    }

    private static boolean within(Spoken done, Instant at, Duration window) {
        return Duration.between(done.at(), at).abs().compareTo(window) < 0;
    }

    private static long day(Instant at) {
        return at.getEpochSecond() / 86_400;
    }

    private boolean closesARing(Handle voice, Handle subject, Instant at, History history) {
        return history.by(subject)
                .filter(next -> within(next, at, RING))
                .anyMatch(next -> history.by(next.subject()).anyMatch(toward(voice, at, RING)));
    }
}
