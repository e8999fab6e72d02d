package org.goodword.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;

/**
 * The caps, written a second time and counted over every sliding window of what the town recorded: pace of a voice, of a
 * subject, of the circle account, voices on one post, spacing of the installation, waking hours.
 */
record Caps(ZoneId circleZone) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** One effect, with whom it was about. */
    record Sent(Kind kind, Handle voice, Handle subject, String post, Instant at) {}

    /** One sentence for each effect that goes over a cap. */
    List<String> broken(List<Sent> sent, Notes notes) {
        var broken = new ArrayList<String>();
        for (var i = 0; i < sent.size(); i++) {
            var one = sent.get(i);
            var before = sent.subList(0, i);
            notes.roster(one.at()).ifPresent(roster -> check(one, before, roster, broken));
        }
        return broken;
    }

    private void check(Sent one, List<Sent> before, Roster roster, List<String> broken) {
        var byCircle = roster.isCircle(one.voice());
        if (!roster.waking(one.voice()).map(waking -> waking.allows(one.at())).orElse(false)) {
            broken.add(one + " is outside its voice's hours");
        }
        // whole seconds: a request takes a moment to arrive
        var spacing = Duration.ofSeconds(
                Math.max(20, Math.min(2700, 2700L * 24 / roster.members().size())));
        most(0, spacing, one, before, other -> true, "two writes too close", broken);
        if (byCircle) {
            circle(one, before, broken);
        } else {
            member(one, before, roster, broken);
        }
        if (one.kind() == Kind.REPOST) {
            reposts(one, before, roster, byCircle, broken);
        }
    }

    private void circle(Sent one, List<Sent> before, List<String> broken) {
        var today = one.at().atZone(circleZone).toLocalDate();
        var already = before.stream()
                .filter(other -> other.voice().equals(one.voice())
                        && other.kind() == one.kind()
                        && other.at().atZone(circleZone).toLocalDate().equals(today))
                .count();
        if (already >= (one.kind() == Kind.INTRODUCTION ? 1 : 2)) {
            broken.add(one + " is one too many for the circle account's day");
        }
    }

    private static void member(Sent one, List<Sent> before, Roster roster, List<String> broken) {
        Predicate<Sent> hers = other -> other.voice().equals(one.voice());
        var capacity =
                roster.member(one.voice()).map(member -> member.capacity()).orElse(0);
        most(Math.min(3, capacity) - 1, WEEK, one, before, hers, "too many turns in a week", broken);
        most(0, Duration.ofHours(6), one, before, hers, "two turns of a voice too close", broken);
        if (one.kind() == Kind.INTRODUCTION) {
            most(
                    0,
                    Duration.ofDays(14),
                    one,
                    before,
                    hers.and(other -> other.kind() == Kind.INTRODUCTION),
                    "introductions too close",
                    broken);
        }
        most(
                0,
                Duration.ofDays(90),
                one,
                before,
                other -> other.voice().equals(one.subject()) && other.subject().equals(one.voice()),
                "a favour returned",
                broken);
        most(
                0,
                Duration.ofDays(90),
                one,
                before,
                hers.and(other -> other.subject().equals(one.subject())),
                "the same pair again",
                broken);
    }

    private static void reposts(Sent one, List<Sent> before, Roster roster, boolean byCircle, List<String> broken) {
        Predicate<Sent> alike = other -> other.kind() == Kind.REPOST && roster.isCircle(other.voice()) == byCircle;
        most(
                0,
                WEEK,
                one,
                before,
                alike.and(other -> other.subject().equals(one.subject())),
                "a subject carried too often",
                broken);
        Predicate<Sent> samePost =
                other -> other.kind() == Kind.REPOST && other.post().equals(one.post());
        most(0, Duration.ofDays(4), one, before, samePost.and(alike), "two alike voices on one post", broken);
        most(0, Duration.ofHours(12), one, before, samePost, "two voices on one post too close", broken);
    }

    /** At most {@code allowed} earlier ones within {@code window} before this one. */
    private static void most(
            int allowed,
            Duration window,
            Sent one,
            List<Sent> before,
            Predicate<Sent> which,
            String what,
            List<String> broken) {
        var near = before.stream()
                .filter(which)
                .filter(other -> Duration.between(other.at(), one.at()).compareTo(window) < 0)
                .count();
        if (near > allowed) {
            broken.add(one + ": " + what);
        }
    }
}
