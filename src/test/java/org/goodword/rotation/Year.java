package org.goodword.rotation;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Trade;
import org.goodword.roster.Waking;

/**
 * A circle's year, day by day, under X's rules: posts appear as they do in the town (log-normal between members, mean 4 a
 * week), three in four asks get a yes, one candidate in five is left alone. The same seed gives every way of dealing the
 * same members, posts and answers.
 */
final class Year {
    static final int WEEKS = 52;
    private static final LocalDate START = LocalDate.parse("2026-01-05");
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Handle CIRCLE = Handle.of("thecircle");
    private static final double YES = 0.75;
    private static final double HELD = 0.2;
    private static final int MEMORY_DAYS = 280;

    /** A way to deal a morning. */
    interface Way {
        List<Dealt> deal(Table table, Permits permits, Draw draw);
    }

    /** What a year came to. */
    record Figures(
            double memberTurns,
            double circleTurns,
            double heard,
            long longestWait,
            double jain13,
            double least13,
            double jain39,
            double least39,
            double seconds) {}

    final Roster roster;
    final Audience audience;
    private final Chance chance;
    private final Map<Handle, List<Post>> posts = new HashMap<>();
    private final List<Spoken> sent = new ArrayList<>();
    private final Set<PostId> held = new HashSet<>();
    private final Set<PostId> drawn = new HashSet<>();

    Year(int n, boolean withCircle, long seed) {
        chance = new Chance(seed);
        var dice = new SplittableRandom(seed * 7919 + n);
        var areas = Math.max(3, n / 60);
        var members = IntStream.range(0, n)
                .mapToObj(number -> member(number, areas, dice))
                .toList();
        roster = new Roster(members, trades(dice), areas(areas), withCircle ? Optional.of(circle()) : Optional.empty());
        var followers = new HashMap<Handle, Integer>();
        for (var member : members) {
            followers.put(member.handle(), (int) Math.max(5, 350 * Math.exp(1.3 * normal(dice))));
            posts.put(member.handle(), posts(member, 4 * Math.exp(0.6 * normal(dice) - 0.18), dice));
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
    private static List<Post> posts(Member member, double aWeek, SplittableRandom dice) {
        var posts = new ArrayList<Post>();
        var at = START.minusDays(7).atStartOfDay(ZONE).toInstant();
        var end = START.plusWeeks(WEEKS).atStartOfDay(ZONE).toInstant();
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

    /** With hindsight: nobody can be heard in a week without a post, nor sooner than her next post. */
    double[] bound() {
        var heard = 0.0;
        var longest = 0L;
        for (var own : posts.values()) {
            var last = START;
            var weeks = new HashSet<Long>();
            for (var date = START; date.isBefore(START.plusWeeks(WEEKS)); date = date.plusDays(1)) {
                var now = date.atTime(6, 30).atZone(ZONE).toInstant();
                if (own.stream()
                        .anyMatch(
                                post -> !post.at().isAfter(now) && post.at().isAfter(now.minus(Duration.ofDays(2))))) {
                    weeks.add(ChronoUnit.DAYS.between(START, date) / 7);
                    longest = Math.max(longest, ChronoUnit.DAYS.between(last, date));
                    last = date;
                }
            }
            heard += weeks.stream().filter(week -> week >= 4).count() / (WEEKS - 4.0);
        }
        return new double[] {heard, longest};
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    Figures live(Way way) {
        var cpu = cpu();
        live(way, WEEKS, false);
        return new Tally(roster, audience, sent, START).figures(cpu() - cpu);
    }

    /** So many weeks; with churn some join after three weeks, some leave after six. */
    void live(Way way, int weeks, boolean churn) {
        Map<Handle, DayOfWeek> days = Map.of();
        for (var date = START; date.isBefore(START.plusWeeks(weeks)); date = date.plusDays(1)) {
            var day = date;
            var present = roster.with(roster.members().stream()
                    .filter(member -> !churn || isHere(member, day))
                    .toList());
            if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
                days = VoiceDays.deal(present.members(), days, Set.of(), chance);
            }
            morning(way, date, days, present);
        }
    }

    static boolean isHere(Member member, LocalDate day) {
        var number = Integer.parseInt(member.handle().name().substring(1));
        return (number % 5 != 3 || !day.isBefore(START.plusWeeks(3)))
                && (number % 7 != 5 || day.isBefore(START.plusWeeks(6)));
    }

    List<Spoken> sent() {
        return List.copyOf(sent);
    }

    Set<PostId> held() {
        return Set.copyOf(held);
    }

    List<Post> posts(Handle member) {
        return List.copyOf(posts.getOrDefault(member, List.of()));
    }

    private void morning(Way way, LocalDate date, Map<Handle, DayOfWeek> days, Roster roster) {
        var now = date.atTime(6, 30).atZone(ZONE).toInstant();
        var history = new History(sent.stream()
                .filter(spoken -> spoken.at().isAfter(now.minus(Duration.ofDays(MEMORY_DAYS))))
                .toList());
        var table = new Table(
                new Window(now, now.plus(Duration.ofHours(36))),
                roster,
                chairs(date, days, roster),
                Line.of(roster.members(), history, audience, now, chance),
                candidates(now, roster),
                history,
                audience,
                chance);
        for (var dealt : way.deal(table, new YearRules(roster, lately(now)), this::leavesAlone)) {
            var what = dealt.what();
            var circle = roster.isCircle(what.voice());
            if (circle || chance.of("answer", what.voice(), what.subject(), date) < YES) {
                sent.add(spoken(what, now.plus(Duration.ofHours(circle ? 2 : 4)), circle));
            }
        }
    }

    private List<Chair> chairs(LocalDate date, Map<Handle, DayOfWeek> days, Roster roster) {
        var chairs = new ArrayList<Chair>();
        roster.members().stream()
                .filter(member -> days.get(member.handle()) == date.getDayOfWeek())
                .forEach(member ->
                        chairs.add(new Chair(member.handle(), false, Math.min(2, member.capacity()), Mode.APPROVE)));
        roster.circle().ifPresent(account -> chairs.add(new Chair(account.handle(), true, 2, Mode.AUTOMATIC)));
        return chairs;
    }

    private List<Candidate> candidates(Instant now, Roster roster) {
        var candidates = new ArrayList<Candidate>();
        posts.forEach((member, own) -> own.stream()
                .filter(post -> roster.member(member).isPresent()
                        && !post.at().isAfter(now)
                        && post.at().isAfter(now.minus(Duration.ofDays(2)))
                        && !held.contains(post.id()))
                .forEach(post -> candidates.add(new Candidate(member, member, post))));
        return candidates;
    }

    private Map<Handle, Integer> lately(Instant now) {
        var lately = new HashMap<Handle, Integer>();
        posts.forEach((member, own) -> lately.put(member, (int) own.stream()
                .filter(post -> !post.at().isAfter(now) && post.at().isAfter(now.minus(Duration.ofDays(28))))
                .count()));
        return lately;
    }

    private boolean leavesAlone(Candidate picked) {
        var id = picked.post().id();
        if (drawn.add(id) && chance.of("lot", id) < HELD) {
            held.add(id);
        }
        return held.contains(id);
    }

    static Spoken spoken(Proposal what, Instant at, boolean circle) {
        return new Spoken(
                0,
                Kind.REPOST,
                what.voice(),
                circle,
                what.subject(),
                what.author(),
                what.post().map(Post::id),
                Optional.empty(),
                at,
                true);
    }

    /** What is read off a year that was lived: only what was sent counts. */
    private record Tally(Roster roster, Audience audience, List<Spoken> sent, LocalDate start) {
        Figures figures(double seconds) {
            var circles = sent.stream().filter(Spoken::byCircle).count();
            var thirteen = evenness(13);
            var thirtyNine = evenness(39);
            return new Figures(
                    (double) (sent.size() - circles) / WEEKS,
                    (double) circles / WEEKS,
                    heard(),
                    longestWait(),
                    thirteen[0],
                    thirteen[1],
                    thirtyNine[0],
                    thirtyNine[1],
                    seconds);
        }

        private double heard() {
            return IntStream.range(4, WEEKS)
                    .mapToLong(week -> sent.stream()
                            .filter(spoken -> week(spoken) == week)
                            .map(Spoken::subject)
                            .distinct()
                            .count())
                    .average()
                    .orElse(0);
        }

        private long week(Spoken spoken) {
            return Duration.between(start.atStartOfDay(ZONE).toInstant(), spoken.at())
                            .toDays()
                    / 7;
        }

        private long longestWait() {
            var longest = 0L;
            for (var member : roster.members()) {
                var last = start.atStartOfDay(ZONE).toInstant();
                for (var spoken : sent) {
                    if (spoken.subject().equals(member.handle())) {
                        longest = Math.max(
                                longest, Duration.between(last, spoken.at()).toDays());
                        last = spoken.at();
                    }
                }
                var end = start.plusWeeks(WEEKS).atStartOfDay(ZONE).toInstant();
                longest = Math.max(longest, Duration.between(last, end).toDays());
            }
            return longest;
        }

        /** Jain's index, and the least beside the median, of received ÷ entitled reach; the mean over windows a month apart. */
        private double[] evenness(int weeks) {
            var jain = 0.0;
            var least = 0.0;
            var windows = 0;
            for (var from = 0; from + weeks <= WEEKS; from += 4) {
                var parts = parts(from, from + weeks);
                var sum = Arrays.stream(parts).sum();
                var squares = Arrays.stream(parts).map(part -> part * part).sum();
                jain += sum * sum / (parts.length * squares);
                Arrays.sort(parts);
                least += parts[0] / parts[parts.length / 2];
                windows++;
            }
            return new double[] {jain / windows, least / windows};
        }

        private double[] parts(int from, int until) {
            var received = new HashMap<Handle, Double>();
            var turns = 0;
            for (var spoken : sent) {
                if (week(spoken) >= from && week(spoken) < until) {
                    received.merge(spoken.subject(), audience.of(spoken.voice()), Double::sum);
                    turns++;
                }
            }
            var caps = roster.members().stream()
                    .mapToDouble(member -> member.want() * (until - from))
                    .toArray();
            var level = WaterFill.level(caps, turns);
            return roster.members().stream()
                    .mapToDouble(member -> received.getOrDefault(member.handle(), 0.0)
                            / Math.min(level, member.want() * (double) (until - from)))
                    .toArray();
        }
    }
}
