package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.conduct.Scene.ANN;
import static org.goodword.conduct.Scene.BEN;
import static org.goodword.conduct.Scene.CAT;
import static org.goodword.conduct.Scene.CIRCLE;
import static org.goodword.conduct.Scene.NOON;
import static org.goodword.conduct.Scene.POST;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number exactly at its edge, and one second or one step on either side. */
class BoundaryTest {
    /** Those that the outbox, the rotation or the meter keep; the rulebook only tells them. */
    private static final EnumSet<Figure> KEPT_ELSEWHERE = EnumSet.of(
            Figure.APPROVED_AHEAD_DAYS,
            Figure.BACK_AFTER_DAYS,
            Figure.DEAL_HOURS,
            Figure.ASK_WINDOW_HOURS,
            Figure.SHELF_LIFE_HOURS,
            Figure.SETTLE_AFTER_MINUTES,
            Figure.PUSHBACKS_A_DAY,
            Figure.REST_HOURS);

    /** What a rule says when its number is missed by that many steps. */
    private interface Asked {
        Verdict at(Scene scene, long step);
    }

    private record Edge(Figure figure, String what, String allowed, Asked asked) {}

    private final List<Edge> edges = new ArrayList<>();

    /** @param allowed for one step below, at and above the number: y or n each */
    private void edge(Figure figure, String what, String allowed, Asked asked) {
        edges.add(new Edge(figure, what, allowed, asked));
    }

    private static Duration off(Duration edge, long step) {
        return edge.plusSeconds(step);
    }

    private List<Edge> edges() {
        pairs();
        counts();
        gaps();
        posts();
        brakes();
        return edges;
    }

    private void pairs() {
        both(Figure.RETURN_DAYS, (s, away) -> s.carried(BEN, ANN, away).ask("no-trade", s.repost()));
        both(Figure.REPEAT_DAYS, (s, away) -> s.carried(ANN, BEN, away).ask("repeat", s.repost()));
        edge(
                Figure.PAIR_DAYS,
                "since it was turned away",
                "nyy",
                (s, step) ->
                        s.turnedAway(ANN, BEN, off(Duration.ofDays(28), step)).ask("turned-away", s.repost()));
        edge(Figure.PEOPLE, "turned away over", "ynn", (s, step) -> {
            IntStream.range(0, (int) (3 + step))
                    .forEach(number -> s.turnedAway(ANN, Handle.of("extra" + number), Duration.ofHours(1)));
            return s.ask("turned-away", s.repost());
        });
        edge(
                Figure.WITHIN_DAYS,
                "between the first and the third",
                "nyy",
                (s, step) -> s.turnedAway(
                                ANN,
                                Handle.of("extra1"),
                                off(Duration.ofDays(7), step).plusHours(1))
                        .turnedAway(ANN, Handle.of("extra2"), Duration.ofHours(2))
                        .turnedAway(ANN, CAT, Duration.ofHours(1))
                        .ask("turned-away", s.repost()));
        both(
                Figure.RING_DAYS,
                (s, away) -> s.carried(BEN, CAT, away.dividedBy(2))
                        .carried(CAT, ANN, away)
                        .ask("no-trade", s.repost()));
        edge(
                Figure.RING_DAYS,
                "with its ends on either side",
                "nyy",
                (s, step) -> s.carried(BEN, CAT, Duration.ofDays(15))
                        .carried(CAT, ANN, Duration.ofDays(-15).minusSeconds(step))
                        .ask("no-trade", s.repost()));
        edge(Figure.CONSENT_MONTHS, "to the day", "ynn", (s, step) -> {
            s.ann.consent = new Consent(
                    LocalDate.parse("2025-09-15").minusDays(step), Optional.empty(), true, Mode.OFF, Mode.APPROVE);
            return s.ask("consent", s.repost());
        });
        edge(Figure.NEAR_COPY_DAYS, "since it was said", "nyy", (s, step) -> {
            s.said.add(new Facts.Said(1, Scene.TEXT + " Ask for Ben.", NOON.minus(off(Duration.ofDays(365), step))));
            return s.ask("own-words", s.introduction());
        });
    }

    private interface Away {
        Verdict at(Scene scene, Duration away);
    }

    /** A distance in time that must be kept before and after. */
    private void both(Figure figure, Away away) {
        edge(figure, "before", "nyy", (s, step) -> away.at(s, off(s.rules().time(figure), step)));
        edge(
                figure,
                "after",
                "nyy",
                (s, step) -> away.at(s, off(s.rules().time(figure), step).negated()));
    }

    private void gaps() {
        both(
                Figure.VOICES_APART_HOURS,
                (s, away) -> s.note(Kind.REPOST, CIRCLE, BEN, POST, away, true).ask("few-voices", s.repost()));
        both(Figure.INTRODUCTION_DAYS, (s, away) -> s.introduced(ANN, CAT, away).ask("pace", s.introduction()));
        both(Figure.TURNS_APART_HOURS, (s, away) -> s.carried(ANN, CAT, away).ask("pace", s.repost()));
        both(Figure.CARRIED_DAYS, (s, away) -> s.carried(CAT, BEN, away).ask("pace", s.repost()));
        both(
                Figure.CARRIED_BY_CIRCLE_DAYS,
                (s, away) -> s.carried(CIRCLE, BEN, away).ask("pace", s.repost(CIRCLE, BEN)));
        both(
                Figure.SPACING_MINUTES_AT_24,
                (s, away) -> s.ofSize(24).carried(CAT, BEN, away).ask("spacing", s.repost()));
        both(
                Figure.SPACING_LONGEST_MINUTES,
                (s, away) -> s.carried(CAT, BEN, away).ask("spacing", s.repost()));
        both(
                Figure.SPACING_SHORTEST_SECONDS,
                (s, away) -> s.ofSize(10_000).carried(CAT, BEN, away).ask("spacing", s.repost()));
    }

    private void counts() {
        edge(Figure.MEMBER_VOICES, "on one post", "ynn", (s, step) -> {
            IntStream.range(0, (int) (1 + step))
                    .forEach(n -> s.note(Kind.REPOST, CAT, BEN, POST, Duration.ofDays(2), true));
            return s.ask("few-voices", s.repost());
        });
        edge(Figure.CIRCLE_VOICES, "on one post", "ynn", (s, step) -> {
            IntStream.range(0, (int) (1 + step))
                    .forEach(n -> s.note(Kind.REPOST, CIRCLE, BEN, POST, Duration.ofDays(2), true));
            return s.ask("few-voices", s.repost(CIRCLE, BEN));
        });
        edge(Figure.TURNS_A_WEEK, "already", "ynn", (s, step) -> {
            IntStream.range(0, (int) (3 + step)).forEach(n -> s.carried(ANN, CAT, Duration.ofDays(n + 1)));
            return s.ask("pace", unasked(s));
        });
        edge(Figure.TURNS_A_WEEK, "to the second", "nyy", (s, step) -> {
            IntStream.range(0, 2).forEach(n -> s.carried(ANN, CAT, Duration.ofDays(n + 1)));
            s.carried(ANN, CAT, Duration.ofDays(7).plusSeconds(step));
            return s.ask("pace", unasked(s));
        });
        edge(Figure.TURNS_A_WEEK, "of a member who wants fewer", "ynn", (s, step) -> {
            s.ann.capacity = 2;
            IntStream.range(0, (int) (2 + step)).forEach(n -> s.carried(ANN, CAT, Duration.ofDays(n + 1)));
            return s.ask("pace", unasked(s));
        });
        edge(Figure.ASKS_A_WEEK, "already", "ynn", (s, step) -> {
            IntStream.range(0, (int) (2 + step)).forEach(n -> s.carried(ANN, CAT, Duration.ofDays(n + 1)));
            return s.ask("pace", s.repost());
        });
        edge(
                Figure.ASKS_A_WEEK,
                "to the second",
                "nyy",
                (s, step) -> s.carried(ANN, CAT, Duration.ofDays(1))
                        .openRepost(ANN, CAT, Duration.ofDays(-6).minusSeconds(step))
                        .ask("pace", s.repost()));
        edge(Figure.CIRCLE_REPOSTS_A_DAY, "already", "ynn", (s, step) -> {
            IntStream.range(0, (int) (2 + step)).forEach(n -> s.carried(CIRCLE, CAT, Duration.ofHours(n)));
            return s.ask("pace", s.repost(CIRCLE, BEN));
        });
        edge(Figure.CIRCLE_INTRODUCTIONS_A_DAY, "already", "ynn", (s, step) -> {
            IntStream.range(0, (int) (1 + step)).forEach(n -> s.introduced(CIRCLE, CAT, Duration.ofHours(n)));
            return s.ask("pace", s.introduction(CIRCLE, BEN, Scene.TEXT));
        });
        edge(
                Figure.CIRCLE_INTRODUCTIONS_A_DAY,
                "at local midnight",
                "ynn",
                (s, step) ->
                        // 23:00 UTC is midnight in London
                        s.introduced(CIRCLE, CAT, Duration.ofHours(12).minusSeconds(step))
                                .ask("pace", s.introduction(CIRCLE, BEN, Scene.TEXT)));
        edge(Figure.WEIGHTED_LENGTH, "in letters", "yyn", (s, step) -> {
            var disclosure = Words.weightedLength(s.words().disclosure(false, "Ben's Joinery")) + 1;
            return s.ask("length", s.introduction("a".repeat((int) (280 - disclosure + step))));
        });
        edge(Figure.MENTIONS, "of the subject", "yyn", (s, step) -> {
            s.mentions = true;
            return s.ask("mentions", s.introduction("Oak " + "@benjoinery ".repeat((int) (1 + step)) + "again"));
        });
        edge(Figure.LINKS, "in full", "yyn", (s, step) -> {
            s.links = true;
            return s.ask("links", s.introduction("Oak " + "https://ben.example.com ".repeat((int) (1 + step)) + "x"));
        });
        edge(
                Figure.HASHTAGS,
                "none of them the circle's",
                "ynn",
                (s, step) -> s.ask("tags", s.introduction("Oak " + "#oak ".repeat((int) (1 + step)))));
        edge(Figure.NEAR_COPY, "of the runs of three words", "ynn", (s, step) -> {
            // 6 runs against 6, of which 3, 4 or 5 are shared: 3/9, 4/8 and 5/7
            var words = List.of("one two three four five six seven eight".split(" "));
            var shared = 5 + (int) step + 1;
            var other = String.join(" ", words.subList(0, shared)) + " x y z".substring(0, 2 * (8 - shared));
            s.said.add(new Facts.Said(1, other, NOON.minus(Duration.ofDays(1))));
            return s.ask("own-words", s.introduction(String.join(" ", words)));
        });
    }

    private static Proposal unasked(Scene s) {
        return Proposal.repost(ANN, BEN, BEN, s.post(Duration.ofHours(1)), Mode.AUTOMATIC);
    }

    private void posts() {
        edge(
                Figure.FRESH_HOURS,
                "old",
                "yyn",
                (s, step) -> s.ask("fresh", s.repost(s.post(off(Duration.ofDays(3), step)))));
        edge(Figure.ALWAYS_ALLOWED, "already", "ynn", (s, step) -> {
            IntStream.range(0, (int) (2 + step)).forEach(n -> s.carried(ANN, CAT, Duration.ofDays(n + 1)));
            return s.ask("share", s.repost());
        });
        edge(Figure.PART_OF_POSTS, "of twelve, with nine of her own", "ynn", (s, step) -> {
            s.originals.put(ANN, 9);
            IntStream.range(0, (int) (3 + step)).forEach(n -> s.carried(ANN, CAT, Duration.ofDays(n + 1)));
            return s.ask("share", s.repost());
        });
        edge(
                Figure.COUNTED_DAYS,
                "ago",
                "nyy",
                (s, step) -> s.carried(ANN, CAT, Duration.ofDays(1))
                        .carried(ANN, CAT, off(Duration.ofDays(28), step))
                        .ask("share", s.repost()));
        edge(
                Figure.COUNTED_DAYS,
                "from the first to the last of three",
                "nyy",
                (s, step) -> s.carried(ANN, CAT, Duration.ofDays(14))
                        .openRepost(ANN, CAT, off(Duration.ofDays(14), step).negated())
                        .ask("share", s.repost()));
    }

    private void brakes() {
        edge(Figure.PART_OF_LIMIT, "of fifty reposts", "ynn", (s, step) -> {
            IntStream.range(0, (int) (25 + step)).forEach(n -> s.carried(ANN, CAT, Duration.ofSeconds(n)));
            return s.ask("rate", s.repost());
        });
        edge(Figure.WRITES_AN_HOUR, "already", "ynn", (s, step) -> blast(s, 4 + step, 1));
        edge(Figure.WRITES_A_DAY, "already", "ynn", (s, step) -> blast(s, 32 + step, 1200));
        edge(
                Figure.MEMBERS_TO_AN_HOURLY_WRITE,
                "at a hundred members",
                "ynn",
                (s, step) -> blast(s.ofSize(100), 10 + step, 1));
        edge(
                Figure.MEMBERS_TO_A_DAILY_WRITE,
                "at a hundred members",
                "ynn",
                (s, step) -> blast(s.ofSize(100), 50 + step, 1200));
    }

    private static Verdict blast(Scene s, long count, int apart) {
        s.moment = Moment.SENDING;
        IntStream.range(0, (int) count).forEach(n -> s.writes.add(NOON.minusSeconds((long) n * apart + 1)));
        return s.ask("blast", s.repost());
    }

    @TestFactory
    Stream<DynamicTest> eachNumberHoldsToTheStep() {
        return edges().stream()
                .flatMap(edge -> Stream.of(-1, 0, 1).map(step -> {
                    var allowed = edge.allowed().charAt(step + 1) == 'y';
                    return DynamicTest.dynamicTest(
                            edge.figure() + " " + edge.what() + ", " + (step < 0 ? "below" : step > 0 ? "above" : "at"),
                            () -> assertThat(edge.asked().at(new Scene(), step).equals(Verdict.ALLOWED))
                                    .isEqualTo(allowed));
                }));
    }

    @Test
    void everyNumberTheRulebookKeepsHasAnEdgeHere() {
        var tried = edges().stream().map(Edge::figure).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(KEPT_ELSEWHERE)).isEqualTo(tried);
    }

    @Test
    void theNumbersOfOthersAreTold() {
        var rules = new Scene().rules();
        var told = new EnumMap<Figure, Integer>(Figure.class);
        KEPT_ELSEWHERE.forEach(figure -> told.put(figure, rules.count(figure)));
        assertThat(told)
                .isEqualTo(new EnumMap<>(Map.of(
                        Figure.APPROVED_AHEAD_DAYS, 56,
                        Figure.BACK_AFTER_DAYS, 28,
                        Figure.DEAL_HOURS, 48,
                        Figure.ASK_WINDOW_HOURS, 36,
                        Figure.SHELF_LIFE_HOURS, 4,
                        Figure.SETTLE_AFTER_MINUTES, 10,
                        Figure.PUSHBACKS_A_DAY, 2,
                        Figure.REST_HOURS, 24)));
        assertThat(rules.time(Figure.SETTLE_AFTER_MINUTES)).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.time(Figure.REST_HOURS)).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest(name = "{0} members")
    @CsvSource({"24, 45 minutes", "25, 44 minutes", "200, 6 minutes", "1000, 65 seconds", "10000, 20 seconds"})
    void spacingIsSaidInWordsAndNeverTooShort(int members, String words) {
        var scene = new Scene().ofSize(members).carried(CAT, BEN, Duration.ZERO);

        assertThat(scene.ask("spacing", scene.repost()))
                .isInstanceOfSatisfying(
                        Verdict.Later.class,
                        later -> assertThat(later.reason())
                                .isEqualTo("another post of the circle goes out within " + words + " of this"));
    }

    @Test
    void spacingShrinksWithTheCircle() {
        var rules = new Scene().rules();
        assertThat(Arrays.asList(1, 24, 25, 200, 1_000, 10_000).stream().map(rules::spacing))
                .containsExactly(
                        Duration.ofMinutes(45),
                        Duration.ofMinutes(45),
                        Duration.ofSeconds(2592),
                        Duration.ofSeconds(324),
                        Duration.ofMillis(64_800),
                        Duration.ofSeconds(20));
    }

    @Test
    void halfTheAppsPublishedLimitIsAboveEveryBlast() {
        var scene = new Scene().ofSize(12_000);
        assertThat(blast(scene, 5_000, 17)).isInstanceOf(Verdict.Later.class);
        assertThat(blast(new Scene().ofSize(12_000), 4_999, 17)).isEqualTo(Verdict.ALLOWED);
    }
}
