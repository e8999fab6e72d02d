package org.goodword.conduct;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * The numbers the rulebook works with. Their values stand in the rule file, in the rule's {@code numbers}; the end of a name
 * is its unit. The outbox and the rotation ask for theirs here, too.
 */
public enum Figure {
    CONSENT_MONTHS("consent", "months"),
    APPROVED_AHEAD_DAYS("mode", "approved-ahead-days"),
    RETURN_DAYS("no-trade", "return-days"),
    RING_DAYS("no-trade", "ring-days"),
    REPEAT_DAYS("repeat", "repeat-days"),
    /** two who were turned away from each other rest so long */
    PAIR_DAYS("turned-away", "pair-days"),
    /** a voice turned away over so many people within so many days rests */
    PEOPLE("turned-away", "people"),
    WITHIN_DAYS("turned-away", "within-days"),
    MEMBER_VOICES("few-voices", "member-voices"),
    CIRCLE_VOICES("few-voices", "circle-voices"),
    VOICES_APART_HOURS("few-voices", "apart-hours"),
    /** likeness, 0 to 1, from which on a text counts as a copy */
    NEAR_COPY("own-words", "near-copy"),
    NEAR_COPY_DAYS("own-words", "near-copy-days"),
    BACK_AFTER_DAYS("own-words", "back-after-days"),
    WEIGHTED_LENGTH("length", "weighted-length"),
    MENTIONS("mentions", "mentions-a-post"),
    LINKS("links", "links-a-post"),
    HASHTAGS("tags", "hashtags-a-post"),
    TURNS_A_WEEK("pace", "turns-a-week"),
    ASKS_A_WEEK("pace", "asks-a-week"),
    CIRCLE_INTRODUCTIONS_A_DAY("pace", "circle-introductions-a-day"),
    CIRCLE_REPOSTS_A_DAY("pace", "circle-reposts-a-day"),
    INTRODUCTION_DAYS("pace", "introduction-days"),
    TURNS_APART_HOURS("pace", "apart-hours"),
    CARRIED_DAYS("pace", "carried-days"),
    CARRIED_BY_CIRCLE_DAYS("pace", "carried-by-circle-days"),
    SPACING_MINUTES_AT_24("spacing", "minutes-at-24"),
    SPACING_SHORTEST_SECONDS("spacing", "shortest-seconds"),
    SPACING_LONGEST_MINUTES("spacing", "longest-minutes"),
    FRESH_HOURS("fresh", "fresh-hours"),
    DEAL_HOURS("fresh", "deal-hours"),
    ASK_WINDOW_HOURS("fresh", "ask-window-hours"),
    SHELF_LIFE_HOURS("fresh", "shelf-life-hours"),
    SETTLE_AFTER_MINUTES("fresh", "settle-after-minutes"),
    PART_OF_POSTS("share", "part-of-posts"),
    ALWAYS_ALLOWED("share", "always-allowed"),
    COUNTED_DAYS("share", "counted-days"),
    PART_OF_LIMIT("rate", "part-of-limit"),
    PUSHBACKS_A_DAY("rate", "pushbacks-a-day"),
    REST_HOURS("rate", "rest-hours"),
    WRITES_AN_HOUR("blast", "writes-an-hour"),
    WRITES_A_DAY("blast", "writes-a-day"),
    MEMBERS_TO_AN_HOURLY_WRITE("blast", "members-to-an-hourly-write"),
    MEMBERS_TO_A_DAILY_WRITE("blast", "members-to-a-daily-write");

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private final String rule;
    private final String word;

    Figure(String rule, String word) {
        this.rule = rule;
        this.word = word;
    }

    public String rule() {
        return rule;
    }

    /** The name it has in the rule's {@code numbers}. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException when {@code text} is no number this figure can have */
    BigDecimal parse(String text) {
        var value = new BigDecimal(text);
        var fits = isPart()
                ? value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0
                : isWhole(value) && value.intValue() >= least() && value.compareTo(MOST) <= 0;
        if (!fits) {
            throw new IllegalArgumentException("\"" + text + "\" is out of range");
        }
        return value;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** What to write where a value does not fit. */
    String expected() {
        return isPart() ? "write a part of one, such as 0.5" : "write a whole number from " + least() + " to " + MOST;
    }

    /** A part of something, above 0 and below 1, rather than a whole number. */
    private boolean isPart() {
        return this == NEAR_COPY || this == PART_OF_POSTS || this == PART_OF_LIMIT;
    }

    /** What something is divided by is never 0. */
    private int least() {
        return this == MEMBERS_TO_AN_HOURLY_WRITE || this == MEMBERS_TO_A_DAILY_WRITE ? 1 : 0;
    }

    /** @throws IllegalStateException when it measures no time */
    Duration times(long value) {
        var unit = unit();
        return switch (unit) {
            case "DAYS" -> Duration.ofDays(value);
            case "HOURS" -> Duration.ofHours(value);
            case "MINUTES" -> Duration.ofMinutes(value);
            case "SECONDS" -> Duration.ofSeconds(value);
            default -> throw new IllegalStateException(this + " is no stretch of time");
        };
    }

    private String unit() {
        var bare = this == SPACING_MINUTES_AT_24 ? "minutes" : word;
        return bare.substring(bare.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
    }
}
