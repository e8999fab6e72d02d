package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;

/** The rules of X's rule file that bear on who is paired with whom, without words, money and minutes. */
final class YearRules implements Permits {
    private static final Duration PAIR = Duration.ofDays(90);
    private static final Duration RING = Duration.ofDays(30);
    /** Seven days between minutes; a deal is made some hours before the minutes it deals. */
    private static final Duration WEEK = Duration.ofDays(7).minusHours(5);

    private static final Duration MONTH = Duration.ofDays(28);
    private static final Duration FORTNIGHT = Duration.ofDays(14).minusHours(5);
    private static final int ASKS_A_WEEK = 2;
    private static final int CIRCLE_REPOSTS_A_DAY = 2;
    private static final int CIRCLE_INTRODUCTIONS_A_DAY = 1;
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
        var repost = what.kind() == Kind.REPOST;
        if (voice.equals(subject) || (repost && (voice.equals(what.author()) || carried(what, at, history, circle)))) {
            return false;
        }
        if (circle) {
            return history.by(voice)
                            .filter(done -> done.kind() == what.kind() && day(done.at()) == day(at))
                            .count()
                    < (repost ? CIRCLE_REPOSTS_A_DAY : CIRCLE_INTRODUCTIONS_A_DAY);
        }
        var one = roster.member(voice).orElseThrow();
        return !isRival(one, subject)
                && !isRival(one, what.author())
                && count(history, voice, at, WEEK) < Math.min(ASKS_A_WEEK, one.capacity())
                && (repost || introducesRarely(history, voice, at))
                && count(history, voice, at, MONTH) < Math.max(2, posts.getOrDefault(voice, 0) / 3)
                && history.by(voice).noneMatch(toward(subject, at, PAIR))
                && history.by(subject).noneMatch(toward(voice, at, PAIR))
                && !closesARing(voice, subject, at, history);
    }

    private boolean isRival(Member one, Handle other) {
        return !one.handle().equals(other)
                && roster.member(other)
                        .filter(member -> roster.rivals(one, member))
                        .isPresent();
    }

    private static boolean introducesRarely(History history, Handle voice, Instant at) {
        return history.by(voice).noneMatch(done -> done.kind() == Kind.INTRODUCTION && within(done, at, FORTNIGHT));
    }

    /** This post has such a voice, or its subject was carried by such a voice in the last seven days. */
    private static boolean carried(Proposal what, Instant at, History history, boolean circle) {
        return history.of(what.post().orElseThrow().id())
                        .anyMatch(done -> done.kind() == Kind.REPOST && done.byCircle() == circle)
                || history.about(what.subject())
                        .anyMatch(done ->
                                done.kind() == Kind.REPOST && done.byCircle() == circle && within(done, at, WEEK));
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
