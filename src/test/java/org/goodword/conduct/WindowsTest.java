package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Consent;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.junit.jupiter.api.Test;

/**
 * Histories built at random, turn by turn in no order of time, from what the rulebook allowed: whatever it let in, every
 * window of every length must hold, counted afresh by code that knows none of the checks.
 */
class WindowsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CIRCLES = 25;
    private static final int TRIALS = 250;

    @Test
    void noHistoryTheRulebookAllowsBreaksAWindow() {
        var allowed = 0;
        var refused = new TreeSet<String>();
        for (var seed = 0L; seed < CIRCLES; seed++) {
            var dice = new SplittableRandom(seed);
            var scene = scene(dice);
            for (var trial = 0; trial < TRIALS; trial++) {
                var what = proposal(scene, dice);
                scene.at = minute(dice.nextInt(120 * 24 * 60));
                var said = scene.rulebook();
                var verdict = said.judge(what, scene.at, scene.facts(), Moment.PLANNING);
                refused.add(verdict.match(() -> "none", Verdict.Refused::rule, Verdict.Later::rule));
                if (verdict.equals(Verdict.ALLOWED)) {
                    scene.history.add(spoken(scene, what, dice.nextBoolean()));
                    allowed++;
                }
            }
            assertThat(broken(scene)).as("seed " + seed).isEmpty();
        }
        assertThat(allowed).isGreaterThan(CIRCLES * 20);
        assertThat(refused).contains("no-trade", "repeat", "pace", "share", "spacing", "hours", "few-voices");
    }

    private static Scene scene(SplittableRandom dice) {
        var scene = new Scene().ofSize(4 + dice.nextInt(5));
        scene.members.forEach(member -> {
            member.area = member.handle.name();
            member.capacity = 1 + dice.nextInt(5);
            member.consent =
                    new Consent(LocalDate.parse("2026-05-01"), Optional.empty(), true, Mode.APPROVE, Mode.APPROVE);
            scene.originals.put(member.handle, dice.nextInt(30));
        });
        scene.acknowledged = true;
        return scene;
    }

    private static Instant minute(int minute) {
        return Instant.parse("2026-05-10T00:00:00Z").plus(Duration.ofMinutes(minute));
    }

    private static Handle any(Scene scene, SplittableRandom dice) {
        return scene.members.get(dice.nextInt(scene.members.size())).handle;
    }

    private static Proposal proposal(Scene scene, SplittableRandom dice) {
        var voice = dice.nextInt(4) == 0 ? Scene.CIRCLE : any(scene, dice);
        var subject = any(scene, dice);
        var mode = voice.equals(Scene.CIRCLE) ? Mode.AUTOMATIC : Mode.APPROVE;
        if (dice.nextInt(4) == 0) {
            var words = "words " + dice.nextLong();
            return Proposal.introduction(
                    voice, subject, words, scene.words().compose(scene.roster(), voice, subject, words), mode);
        }
        // posts far in the future are never too old; few of them, so that voices meet
        var post = new Post(
                new PostId(subject.name() + dice.nextInt(6)),
                "1",
                Instant.parse("2027-01-01T00:00:00Z"),
                "Fresh",
                true,
                false,
                Optional.empty(),
                Counts.NONE);
        return Proposal.repost(voice, subject, subject, post, mode);
    }

    private static Spoken spoken(Scene scene, Proposal what, boolean sent) {
        return new Spoken(
                scene.history.size() + 1L,
                what.kind(),
                what.voice(),
                what.voice().equals(Scene.CIRCLE),
                what.subject(),
                what.author(),
                what.post().map(Post::id),
                what.words(),
                scene.at,
                sent);
    }

    /** Everything that is wrong with a history, counted pair by pair and window by window. */
    private static Set<String> broken(Scene scene) {
        var faults = new TreeSet<String>();
        var turns = scene.history;
        pairs(turns, faults);
        rings(turns, faults);
        for (var member : scene.members) {
            Predicate<Spoken> hers = turn -> turn.voice().equals(member.handle);
            windows(turns, hers, 7, Math.min(2, member.capacity), "asks or turns a week", faults);
            windows(turns, hers.and(WindowsTest::isIntroduction), 14, 1, "introductions", faults);
            var share = Math.max(2, Math.floorDiv(scene.originals.getOrDefault(member.handle, 0), 3));
            windows(turns, hers, 28, share, "share", faults);
            Predicate<Spoken> carried = turn -> turn.subject().equals(member.handle) && !isIntroduction(turn);
            windows(turns, carried.and(turn -> !turn.byCircle()), 7, 1, "carried", faults);
            windows(turns, carried.and(Spoken::byCircle), 7, 1, "carried by the circle", faults);
        }
        circle(turns, faults);
        return faults;
    }

    private static boolean isIntroduction(Spoken turn) {
        return turn.kind() == Kind.INTRODUCTION;
    }

    private static void pairs(List<Spoken> turns, Set<String> faults) {
        for (var one : turns) {
            for (var other : turns) {
                if (one.turn() >= other.turn()) {
                    continue;
                }
                var apart = Duration.between(one.at(), other.at()).abs();
                var members = !one.byCircle() && !other.byCircle();
                note(apart.compareTo(Duration.ofMinutes(45)) < 0, "spacing", one, other, faults);
                var sameVoice = one.voice().equals(other.voice());
                note(members && sameVoice && apart.compareTo(Duration.ofHours(6)) < 0, "six hours", one, other, faults);
                var quarter = apart.compareTo(DAY.multipliedBy(90)) < 0;
                note(
                        members && quarter && sameVoice && one.subject().equals(other.subject()),
                        "repeat",
                        one,
                        other,
                        faults);
                note(
                        members
                                && quarter
                                && one.voice().equals(other.subject())
                                && other.voice().equals(one.subject()),
                        "return",
                        one,
                        other,
                        faults);
                if (!isIntroduction(one) && one.post().equals(other.post())) {
                    note(one.byCircle() == other.byCircle(), "two alike on a post", one, other, faults);
                    note(apart.compareTo(Duration.ofHours(12)) < 0, "twelve hours", one, other, faults);
                }
            }
        }
    }

    private static void note(boolean fault, String what, Spoken one, Spoken other, Set<String> faults) {
        if (fault) {
            faults.add(what + ": " + one + " and " + other);
        }
    }

    private static void rings(List<Spoken> turns, Set<String> faults) {
        for (var one : turns) {
            for (var two : turns) {
                for (var three : turns) {
                    var ring = one.subject().equals(two.voice())
                            && two.subject().equals(three.voice())
                            && three.subject().equals(one.voice());
                    if (ring && spread(one, two, three).compareTo(DAY.multipliedBy(30)) < 0) {
                        faults.add("ring: " + one + two + three);
                    }
                }
            }
        }
    }

    private static Duration spread(Spoken... turns) {
        var times = new TreeSet<Instant>();
        for (var turn : turns) {
            times.add(turn.at());
        }
        return Duration.between(times.first(), times.last());
    }

    /** A window that holds most begins with an event. */
    private static void windows(
            List<Spoken> turns, Predicate<Spoken> which, int days, int most, String what, Set<String> faults) {
        var times = new ArrayList<>(turns.stream().filter(which).map(Spoken::at).toList());
        for (var from : times) {
            var until = from.plus(DAY.multipliedBy(days));
            var inside = times.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(until))
                    .count();
            if (inside > most) {
                faults.add(what + ": " + inside + " from " + from);
            }
        }
    }

    private static void circle(List<Spoken> turns, Set<String> faults) {
        for (var one : turns) {
            var sameDay = turns.stream()
                    .filter(turn -> turn.byCircle() && one.byCircle() && turn.kind() == one.kind())
                    .filter(turn -> turn.at()
                            .atZone(Scene.LONDON)
                            .toLocalDate()
                            .equals(one.at().atZone(Scene.LONDON).toLocalDate()))
                    .count();
            if (sameDay > (isIntroduction(one) ? 1 : 2)) {
                faults.add("circle: " + sameDay + " on the day of " + one.at());
            }
        }
    }
}
