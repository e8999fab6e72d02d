package org.goodword.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.roster.Kind;

/** Looks at nothing but who was in the circle and what went out, and says what should not have. */
final class Invariants {
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration FORTNIGHT = Duration.ofDays(14).minusHours(5);
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);
    /** Seven days less the hours by which one day's minute may lie before another's. */
    private static final Duration WEEK = Duration.ofDays(7).minusHours(5);

    private final Year year;
    private final List<Spoken> sent;
    private final Map<Handle, List<Spoken>> byVoice;
    private final Map<Handle, List<Spoken>> bySubject;
    private final Map<PostId, List<Spoken>> byPost;
    private final Map<String, List<Spoken>> byWords;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Year year) {
        this.year = year;
        this.sent = year.sent();
        this.byVoice = sent.stream().collect(Collectors.groupingBy(Spoken::voice));
        this.bySubject = sent.stream().collect(Collectors.groupingBy(Spoken::subject));
        this.byPost =
                sent.stream().collect(Collectors.groupingBy(turn -> turn.post().orElseThrow()));
        this.byWords =
                sent.stream().collect(Collectors.groupingBy(turn -> turn.words().orElse("")));
    }

    static List<String> broken(Year year, boolean churn) {
        var invariants = new Invariants(year);
        invariants.sent.forEach(turn -> invariants.check(turn, churn));
        return invariants.broken;
    }

    private void check(Spoken turn, boolean churn) {
        var roster = year.world.roster;
        var subject = roster.member(turn.subject()).orElseThrow();
        var day = turn.at().atZone(ZoneOffset.UTC).toLocalDate();
        rule("speaks for itself", turn, turn.voice().equals(turn.subject()));
        rule("is not here", turn, churn && !Year.isHere(subject, day));
        var repost = turn.kind() == Kind.REPOST;
        if (repost) {
            checkCarrying(turn);
        } else {
            rule(
                    "said before",
                    turn,
                    others(turn, byWords.getOrDefault(turn.words().orElseThrow(), List.of()), other -> true) > 0);
        }
        if (turn.byCircle()) {
            var most = repost ? 2 : 1;
            rule(
                    "the circle too often in a day",
                    turn,
                    others(turn, by(turn.voice()), other -> other.kind() == turn.kind() && sameDay(turn, other))
                            >= most);
            return;
        }
        var voice = roster.member(turn.voice()).orElseThrow();
        rule("is not here", turn, churn && !Year.isHere(voice, day));
        rule("rivals", turn, roster.rivals(voice, subject));
        rule(
                "a rival's words",
                turn,
                roster.member(turn.author())
                        .filter(author -> !author.equals(voice) && roster.rivals(voice, author))
                        .isPresent());
        rule(
                "the same pair again",
                turn,
                others(turn, by(turn.voice()), other -> isPair(other, turn) && isWithin(turn, other, QUARTER)) > 0);
        rule(
                "a return",
                turn,
                by(turn.subject()).stream()
                        .anyMatch(other -> other.subject().equals(turn.voice()) && isWithin(turn, other, QUARTER)));
        rule("a ring of three", turn, closesARing(turn));
        rule(
                "too often",
                turn,
                others(turn, by(turn.voice()), other -> isBefore(turn, other, WEEK)) >= Math.min(2, voice.capacity()));
        rule(
                "introduces too often",
                turn,
                !repost
                        && others(
                                        turn,
                                        by(turn.voice()),
                                        other -> other.kind() == Kind.INTRODUCTION && isWithin(turn, other, FORTNIGHT))
                                > 0);
        rule(
                "over its share",
                turn,
                others(turn, by(turn.voice()), other -> isBefore(turn, other, FOUR_WEEKS.minusHours(5)))
                        >= Math.max(2, ownPosts(turn) / 3));
    }

    private void checkCarrying(Spoken turn) {
        rule("was to be left alone", turn, year.held().contains(turn.post().orElseThrow()));
        rule("carries its own", turn, turn.voice().equals(turn.author()));
        rule(
                "two voices on one post",
                turn,
                reposts(turn, byPost.getOrDefault(turn.post().orElseThrow(), List.of()), other -> true) > 0);
        rule(
                "was carried this week",
                turn,
                reposts(turn, bySubject.getOrDefault(turn.subject(), List.of()), other -> isWithin(turn, other, WEEK))
                        > 0);
        rule("stale", turn, age(turn).compareTo(Duration.ofDays(3)) > 0);
    }

    private void rule(String rule, Spoken turn, boolean isBroken) {
        if (isBroken) {
            broken.add(rule + ": " + turn);
        }
    }

    private long others(Spoken turn, List<Spoken> among, Predicate<Spoken> alike) {
        return among.stream()
                .filter(other -> !other.equals(turn) && other.byCircle() == turn.byCircle() && alike.test(other))
                .count();
    }

    private List<Spoken> by(Handle voice) {
        return byVoice.getOrDefault(voice, List.of());
    }

    private long reposts(Spoken turn, List<Spoken> among, Predicate<Spoken> alike) {
        return others(turn, among, other -> other.kind() == Kind.REPOST && alike.test(other));
    }

    private boolean closesARing(Spoken turn) {
        return by(turn.subject()).stream()
                .filter(next -> isWithin(turn, next, MONTH))
                .anyMatch(next -> by(next.subject()).stream()
                        .anyMatch(last -> last.subject().equals(turn.voice())
                                && isWithin(turn, last, MONTH)
                                && isWithin(next, last, MONTH)));
    }

    private Duration age(Spoken turn) {
        return Duration.between(written(turn.post().orElseThrow(), turn), turn.at());
    }

    private Instant written(PostId id, Spoken turn) {
        return year.posts(turn.subject()).stream()
                .filter(post -> post.id().equals(id))
                .map(post -> post.at())
                .findFirst()
                .orElseThrow();
    }

    private long ownPosts(Spoken turn) {
        return year.world.posts.getOrDefault(turn.voice(), List.of()).stream()
                .filter(post -> !post.at().isAfter(turn.at())
                        && post.at().isAfter(turn.at().minus(FOUR_WEEKS).minus(Duration.ofHours(4))))
                .count();
    }

    private static boolean isPair(Spoken one, Spoken other) {
        return one.voice().equals(other.voice()) && one.subject().equals(other.subject());
    }

    private static boolean sameDay(Spoken one, Spoken other) {
        return one.at()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .equals(other.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static boolean isWithin(Spoken one, Spoken other, Duration window) {
        return Duration.between(one.at(), other.at()).abs().compareTo(window) < 0;
    }

    private static boolean isBefore(Spoken turn, Spoken other, Duration window) {
        return !other.at().isAfter(turn.at()) && isWithin(turn, other, window);
    }
}
