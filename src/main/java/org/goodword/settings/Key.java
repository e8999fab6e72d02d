package org.goodword.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of {@code bot.properties}, each with its default as it would be written there, and why. */
enum Key {
    // the example town, so that everything can be tried before a line is written
    CIRCLE_NAME("circle.name", "Otley Traders"),
    CIRCLE_ZONE("circle.time-zone", "Europe/London"),
    CIRCLE_ACCOUNT("circle.account", "@otleytraders"),

    // where a checkout has them
    ROSTER_FILE("roster.file", "config/members.yaml"),
    TRADES_FILE("trades.file", "config/trades.yaml"),
    AREAS_FILE("areas.file", "config/areas.yaml"),
    EXCHANGE_FILE("exchange.file", "config/exchange.yaml"),
    RULES_FOLDER("rules.folder", "config/rules"),

    /** One file on one machine carries 10,000 members. */
    STORE_URL("store.url", "jdbc:sqlite:data/goodword.db"),
    /** Beside the store for a start; an organiser who copies the folder elsewhere moves the key out of it. */
    SECRETS_KEY_FILE("secrets.key-file", "data/goodword.key"),

    /** Nothing reaches the world until somebody says so. */
    X_MODE("x.mode", "sandbox"),
    /** By the mode: X's own address when live, any free port of this machine in the sandbox. */
    X_BASE_URL("x.base-url", ""),
    X_CONSUMER_KEY("x.consumer-key", ""),
    X_CONSUMER_SECRET("x.consumer-secret", ""),
    X_CLIENT_ID("x.client-id", ""),
    X_CLIENT_SECRET("x.client-secret", ""),
    X_BEARER("x.bearer", ""),

    /** The evening before the week, when a small business has a quiet minute to look at it. */
    PLAN_AT("plan.at", "sunday 18:00"),
    /** Before shops open, so that what is asked can be answered over the first cup of tea. */
    DEAL_AT("deal.at", "06:30"),
    /** Every single thing is already agreed to by the person who says it. */
    PLAN_APPROVAL("plan.approval", "none"),
    /** Any number will do; the same one gives the same deals again. */
    PLAN_SEED("plan.seed", "1"),
    PLAN_QUIET_DAYS("plan.quiet-days", ""),
    /** A slot is a minute; looking more often finds nothing new. */
    DISPATCH_EVERY("dispatch.every", "60 s"),

    /** Monday's first reading. */
    LETTER_AT("letter.at", "monday 08:00"),
    LETTER_FOLDER("letter.folder", "data/letters"),

    /** Twice what a circle of 24 comes to in a week at X's prices of autumn 2026. */
    BUDGET_WEEKLY("budget.weekly-usd", "5.00"),
    /** Four weeks at the weekly ceiling. */
    BUDGET_MONTHLY("budget.monthly-usd", "20.00"),

    /** Advertising rules on both sides of the Atlantic want the connection said, and said first. */
    DISCLOSURE_MEMBER("conduct.disclosure.member", "{subject}, a fellow member of {circle}:"),
    DISCLOSURE_CIRCLE("conduct.disclosure.circle", "One of our members, {subject}:"),
    /** A post with a link costs thirteen times as much. */
    LINKS("conduct.links", "false"),
    /** X restricts mentions that programs make. */
    MENTIONS("conduct.mentions", "false"),
    /** X's rules speak against it; only the operator can answer for it. */
    ACKNOWLEDGE("conduct.acknowledge-automatic-reposts", "false");

    private final String key;
    private final String byDefault;

    Key(String key, String byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    /** As it stands in the file. */
    String key() {
        return key;
    }

    /** As it would stand in the file; empty for what has no value by default. */
    String byDefault() {
        return byDefault;
    }

    static Optional<Key> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Key::key).toList();
    }
}
