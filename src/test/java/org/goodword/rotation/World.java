package org.goodword.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Area;
import org.goodword.roster.CircleAccount;
import org.goodword.roster.Consent;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Trade;
import org.goodword.roster.Waking;
import org.goodword.rotation.week.Introducible;

/**
 * A circle and all that will come of it in a year, whoever is dealt to whom: posts as they appear in the town (log-normal
 * between members, mean 4 a week) and words as the people of a rehearsal write them (half a dozen good words each to begin
 * with and one a month, four lines for the circle's account and one a month).
 */
final class World {
    static final int WEEKS = 52;
    static final LocalDate START = LocalDate.parse("2026-01-05");
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final Duration AT_HAND = Duration.ofDays(2);
    private static final Handle CIRCLE = Handle.of("thecircle");
    private static final int GOOD_WORDS = 6;
    private static final int ABOUT_LINES = 4;
    private static final double NEW_WORDS_A_WEEK = 0.25;

    final Roster roster;
    final Audience audience;
    final Map<Handle, List<Post>> posts = new HashMap<>();
    private final long seed;

    World(int n, boolean withCircle, long seed) {
        this(n, withCircle, seed, WEEKS);
    }

    /** With posts for so many weeks only: those of a hundred thousand for a year fill a small machine. */
    World(int n, boolean withCircle, long seed, int weeks) {
        this.seed = seed;
        var dice = new SplittableRandom(seed * 7919 + n);
        var areas = Math.max(3, n / 60);
        var members = IntStream.range(0, n)
                .mapToObj(number -> member(number, areas, dice))
                .toList();
        roster = new Roster(members, trades(dice), areas(areas), withCircle ? Optional.of(circle()) : Optional.empty());
        var followers = new HashMap<Handle, Integer>();
        for (var member : members) {
            followers.put(member.handle(), (int) Math.max(5, 350 * Math.exp(1.3 * normal(dice))));
            posts.put(member.handle(), posts(member, 4 * Math.exp(0.6 * normal(dice) - 0.18), weeks, dice));
        }
        followers.put(CIRCLE, 900);
        audience = new Audience(followers, Map.of());
    }

    private static double normal(SplittableRandom dice) {
        return Math.sqrt(-2 * Math.log(1 - dice.nextDouble())) * Math.cos(2 * Math.PI * dice.nextDouble());
    }

    private static Member member(int number, int areas, SplittableRandom dice) {
        return new Member(
                Handle.of("m" + number),
                "House " + number,
                "trade" + (int) (24 * Math.pow(dice.nextDouble(), 1.5)),
                "area" + dice.nextInt(areas),
                Optional.empty(),
                hours(),
                List.of("en"),
                1 + dice.nextInt(3),
                2 + dice.nextInt(3),
                new Consent(LocalDate.parse("2025-06-01"), Optional.empty(), true, Mode.APPROVE, Mode.APPROVE),
                Member.Carry.ALL,
                List.of(),
                List.of(),
                List.of("offer" + dice.nextInt(12)),
                List.of("offer" + dice.nextInt(12)),
                Set.of(),
                List.of());
    }

    private static Waking hours() {
        return new Waking(
                ZONE, LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
    }

    private static CircleAccount circle() {
        return new CircleAccount(
                CIRCLE,
                "The Circle",
                new Waking(ZONE, LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class)));
    }

    private static Map<String, Trade> trades(SplittableRandom dice) {
        var trades = new HashMap<String, Trade>();
        for (var trade = 0; trade < 24; trade++) {
            trades.put(
                    "trade" + trade,
                    new Trade(
                            "trade" + trade,
                            "trade",
                            Set.of("trade" + (trade + 1 + dice.nextInt(11)) % 24, "trade" + (trade + 12) % 24),
                            Set.of()));
        }
        return trades;
    }

    private static Map<String, Area> areas(int count) {
        var areas = new HashMap<String, Area>();
        for (var area = 0; area < count; area++) {
            areas.put("area" + area, new Area("area" + area, Set.of("area" + (area + 1) % count)));
        }
        return areas;
    }

    /** A year of posts, by the minute of the week in which they were written. */
    private static List<Post> posts(Member member, double aWeek, int weeks, SplittableRandom dice) {
        var posts = new ArrayList<Post>();
        var at = START.minusDays(7).atStartOfDay(ZONE).toInstant();
        var end = START.plusWeeks(weeks).atStartOfDay(ZONE).toInstant();
        while (at.isBefore(end)) {
            at = at.plusSeconds((long) (-Math.log(1 - dice.nextDouble()) * 7 * 86_400 / aWeek));
            posts.add(new Post(
                    new PostId(Long.toString(1_000_000L * (1 + posts.size())
                            + Integer.parseInt(member.handle().name().substring(1)))),
                    "u-" + member.handle().name(),
                    at,
                    "",
                    true,
                    false,
                    Optional.empty(),
                    Counts.NONE));
        }
        return posts;
    }

    /** What is new in a week, the first with all that was in store. */
    List<Introducible> written(int week) {
        var dice = new SplittableRandom(seed * 31 + week);
        var written = new ArrayList<Introducible>();
        for (var member : roster.members()) {
            var goodWords = week == 0 ? GOOD_WORDS : dice.nextDouble() < NEW_WORDS_A_WEEK ? 1 : 0;
            for (var word = 0; word < goodWords; word++) {
                var about = roster.members().get(dice.nextInt(roster.members().size()));
                if (!about.handle().equals(member.handle())) {
                    written.add(words(member.handle(), about.handle(), week, word));
                }
            }
            var lines = week == 0 ? ABOUT_LINES : dice.nextDouble() < NEW_WORDS_A_WEEK ? 1 : 0;
            if (roster.circle().isPresent()) {
                IntStream.range(0, lines).forEach(line -> written.add(words(CIRCLE, member.handle(), week, line)));
            }
        }
        return written;
    }

    private static Introducible words(Handle voice, Handle subject, int week, int number) {
        var text = voice + " of " + subject + ", " + week + "." + number;
        return new Introducible(voice, subject, text, text);
    }

    static Instant morning(LocalDate date) {
        return date.atTime(6, 30).atZone(ZONE).toInstant();
    }

    static boolean isAtHand(Post post, Instant now) {
        return !post.at().isAfter(now) && post.at().isAfter(now.minus(AT_HAND));
    }

    /**
     * Members heard a week and the longest wait in days with hindsight, if posts alone were carried: nobody can be heard in
     * a week without a post, nor sooner than her next post.
     */
    double[] bound() {
        var heard = 0.0;
        var longest = 0L;
        for (var own : posts.values()) {
            var last = START;
            var weeks = new HashSet<Long>();
            for (var date = START; date.isBefore(START.plusWeeks(WEEKS)); date = date.plusDays(1)) {
                var now = morning(date);
                if (own.stream().anyMatch(post -> isAtHand(post, now))) {
                    weeks.add(ChronoUnit.DAYS.between(START, date) / 7);
                    longest = Math.max(longest, ChronoUnit.DAYS.between(last, date));
                    last = date;
                }
            }
            heard += weeks.stream().filter(week -> week >= 4).count() / (WEEKS - 4.0);
        }
        return new double[] {heard, longest};
    }
}
