package org.goodword.sandbox.town;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One resident's posts by habit, written day by day as somebody asks, the same whenever they are asked for. */
final class Habits {
    static final double MEAN_POSTS_PER_WEEK = 4;
    static final double POSTS_SIGMA = 0.6;
    static final double MEDIAN_FOLLOWERS = 350;
    static final double FOLLOWERS_SIGMA = 1.3;

    private static final double ANSWERS_PER_ORIGINAL = 0.25;
    private static final double QUOTES_PER_ORIGINAL = 0.04;
    private static final double WITH_LINK = 0.15;
    private static final double TAKEN_DOWN = 0.02;
    private static final double SENSITIVE = 0.005;
    private static final int FIRST_SECOND = LocalTime.of(7, 15).toSecondOfDay();
    private static final int LAST_SECOND = LocalTime.of(21, 30).toSecondOfDay();
    private static final Duration NOTHING_TWICE = Duration.ofDays(90);

    private final long seed;
    private final int number;
    private final Resident resident;
    private final Instant founded;
    private final double postsPerWeek;
    private final List<Integer> order = new ArrayList<>();
    private final Map<String, Instant> said = new HashMap<>();
    private LocalDate nextDay;
    private long lastId;

    Habits(long seed, int number, Resident resident, Instant founded) {
        this.seed = seed;
        this.number = number;
        this.resident = resident;
        this.founded = founded;
        this.nextDay = founded.atZone(resident.zone()).toLocalDate();
        this.postsPerWeek = resident.postsPerWeek() > 0 ? resident.postsPerWeek() : drawnPostsPerWeek();
    }

    static int followers(long seed, Resident resident) {
        if (resident.followers() > 0) {
            return resident.followers();
        }
        var drawn = Dice.over(seed, "followers of " + resident.key()).logNormal(MEDIAN_FOLLOWERS, FOLLOWERS_SIGMA);
        return (int) Math.max(5, Math.min(drawn, 250_000));
    }

    private double drawnPostsPerWeek() {
        var median = MEAN_POSTS_PER_WEEK * StrictMath.exp(-POSTS_SIGMA * POSTS_SIGMA / 2);
        return Dice.over(seed, "posts of " + resident.key()).logNormal(median, POSTS_SIGMA);
    }

    double postsPerWeek() {
        return postsPerWeek;
    }

    /** The posts of the days up to {@code when} that were not written yet, oldest first; the last day in full. */
    List<Post> until(Instant when) {
        var last = when.atZone(resident.zone()).toLocalDate();
        var posts = new ArrayList<Post>();
        while (!nextDay.isAfter(last)) {
            posts.addAll(day(nextDay));
            nextDay = nextDay.plusDays(1);
        }
        return posts;
    }

    private List<Post> day(LocalDate date) {
        var dice = Dice.over(seed, "day of " + resident.key(), date.toEpochDay());
        var times = new TreeSet<Integer>();
        var wanted = dice.count(postsPerWeek * (1 + ANSWERS_PER_ORIGINAL + QUOTES_PER_ORIGINAL) / 7);
        while (times.size() < Math.min(wanted, 500)) {
            // the mean of two throws: most of it around the middle of the day
            times.add(FIRST_SECOND + (int) ((LAST_SECOND - FIRST_SECOND) * (dice.share() + dice.share()) / 2));
        }
        var posts = new ArrayList<Post>();
        for (var second : times) {
            var at = date.atTime(LocalTime.ofSecondOfDay(second))
                    .atZone(resident.zone())
                    .toInstant()
                    .plusMillis(dice.below(1000));
            var post = post(at, dice);
            if (!at.isBefore(founded) && post.id() > lastId) {
                posts.add(post);
                lastId = post.kind() == Post.Kind.REPLY ? lastId : post.id();
            }
        }
        return posts;
    }

    private Post post(Instant at, Dice dice) {
        var id = Ids.byHabit(at, number);
        var kind = kind(dice);
        var refers = refers(kind, at, dice);
        var text = kind == Post.Kind.REPLY ? aside(at, dice) : news(at, dice);
        var deleted = dice.chance(TAKEN_DOWN)
                ? Optional.of(at.plus(Duration.ofMinutes(60 * 24 + dice.below(60 * 36))))
                : Optional.<Instant>empty();
        var conversation = kind == Post.Kind.REPLY ? refers : id;
        return new Post(
                id, resident.handle(), at, text, kind, refers, conversation, false, dice.chance(SENSITIVE), deleted);
    }

    private Post.Kind kind(Dice dice) {
        var throwOf = dice.share() * (1 + ANSWERS_PER_ORIGINAL + QUOTES_PER_ORIGINAL);
        if (throwOf < 1) {
            return Post.Kind.ORIGINAL;
        }
        // the first post of all has nothing of its own to quote
        return throwOf < 1 + ANSWERS_PER_ORIGINAL || lastId == 0 ? Post.Kind.REPLY : Post.Kind.QUOTE;
    }

    /** Answers go to somebody beyond the town, a little earlier; quotes go to the resident's own last post. */
    private long refers(Post.Kind kind, Instant at, Dice dice) {
        return switch (kind) {
            case ORIGINAL, REPOST -> 0;
            case REPLY -> Ids.byHabit(at.minusSeconds(300 + dice.below(7200)), Ids.MOST_RESIDENTS - 1);
            case QUOTE -> lastId;
        };
    }

    private String aside(Instant at, Dice dice) {
        return fresh(at, dice, Phrases.fill(pick(Phrases.everybody("ASIDES"), dice), dice));
    }

    private String news(Instant at, Dice dice) {
        var text = resident.lines().isEmpty()
                ? Phrases.fill(pick(Phrases.of(resident.trade()), dice), dice)
                : resident.lines().get(nextLine());
        var whole = fresh(at, dice, text);
        return dice.chance(WITH_LINK) ? whole + " https://" + resident.key().replace('_', '-') + ".example" : whole;
    }

    /** Every line once, in an order of this resident's own, before any comes again. */
    private int nextLine() {
        if (order.isEmpty()) {
            var shuffle = Dice.over(seed, "lines of " + resident.key(), said.size());
            for (var i = 0; i < resident.lines().size(); i++) {
                order.add(shuffle.below(order.size() + 1), i);
            }
        }
        return order.remove(order.size() - 1);
    }

    /** The text as it is, or with a closing or two, whichever has not been said in 90 days. */
    private String fresh(Instant at, Dice dice, String text) {
        var closings = Phrases.everybody("CLOSINGS");
        var candidate = text;
        for (var tries = 0; saidLately(candidate, at) && tries < 200; tries++) {
            candidate = text + " " + Phrases.fill(pick(closings, dice), dice);
        }
        for (var tries = 0; saidLately(candidate, at); tries++) {
            candidate =
                    text + " (" + at.atZone(resident.zone()).toLocalDate() + (tries == 0 ? ")" : ", " + tries + ")");
        }
        said.put(candidate, at);
        return candidate;
    }

    private boolean saidLately(String text, Instant at) {
        var before = said.get(text);
        return before != null && before.plus(NOTHING_TWICE).isAfter(at);
    }

    private static String pick(List<String> lines, Dice dice) {
        return lines.get(dice.below(lines.size()));
    }
}
