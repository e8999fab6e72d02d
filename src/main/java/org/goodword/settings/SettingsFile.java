package org.goodword.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goodword.settings.Settings.Approval;
import org.goodword.settings.Settings.Ceilings;
import org.goodword.settings.Settings.Circle;
import org.goodword.settings.Settings.Conduct;
import org.goodword.settings.Settings.Letters;
import org.goodword.settings.Settings.Mode;
import org.goodword.settings.Settings.Plan;
import org.goodword.settings.Settings.Store;
import org.goodword.settings.Settings.X;

/** Reads {@code bot.properties}; where there is none, the defaults stand. */
public final class SettingsFile {
    private static final URI LIVE = URI.create("https://api.x.com");
    /** Port 0: whichever is free when the sandbox starts. */
    private static final URI SANDBOX = URI.create("http://127.0.0.1:0");

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final Pattern ACCOUNT = Pattern.compile("@?[A-Za-z0-9_]{1,15}");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,3})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,4}) ?(s|min)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /** Slower than this, a turn could wait out a good part of its shelf life of four hours. */
    private static final Duration SLOWEST_DISPATCH = Duration.ofMinutes(10);

    private final Path home;
    private final Path checkout;
    private final BotProperties file;

    private SettingsFile(Path home, Path checkout, BotProperties file) {
        this.home = home;
        this.checkout = checkout;
        this.file = file;
    }

    /**
     * @param home where relative paths start, and where {@code bot.properties} is looked for
     * @param checkout where rule, trade, area and exchange files come from if they are absent under {@code home}
     * @param environment what {@code ${env:NAME}} is filled in from
     * @throws Faulty with everything that is wrong, each with its line
     */
    public static Settings read(Path home, Path checkout, Map<String, String> environment) {
        var faults = new Faults();
        var settings = read(home, checkout, environment, faults);
        faults.throwIfAny();
        return settings;
    }

    /** As far as it can be read: a default stands wherever {@code faults} has gained one, so that reading can go on. */
    public static Settings read(Path home, Path checkout, Map<String, String> environment, Faults faults) {
        var start = home.toAbsolutePath().normalize();
        var file = BotProperties.read(start.resolve(BotProperties.NAME), environment, faults);
        return new SettingsFile(start, checkout.toAbsolutePath().normalize(), file).settings();
    }

    private Settings settings() {
        return new Settings(home, circle(), files(), store(), x(), plan(), letters(), budget(), conduct());
    }

    private Circle circle() {
        return new Circle(
                file.as(Key.CIRCLE_NAME, SettingsFile::something, "write the circle's name"),
                file.as(Key.CIRCLE_ZONE, SettingsFile::zone, "write a time zone such as Europe/London"),
                file.as(
                        Key.CIRCLE_ACCOUNT,
                        SettingsFile::account,
                        "write it as @otleytraders, or nothing after the ="));
    }

    private static String something(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing");
        }
        return text;
    }

    private static ZoneId zone(String text) {
        // an offset such as +01:00 is a ZoneId too, but knows no summer time
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no time zone");
        }
        return ZoneId.of(text);
    }

    private static Optional<String> account(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!ACCOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\": a handle is one @ and up to 15 letters, digits or _");
        }
        return Optional.of(text);
    }

    private Settings.Files files() {
        return new Settings.Files(
                roster(),
                ownOrShipped(Key.TRADES_FILE, ""),
                ownOrShipped(Key.AREAS_FILE, ""),
                ownOrShipped(Key.EXCHANGE_FILE, ""),
                ownOrShipped(Key.RULES_FOLDER, "x.yaml"));
    }

    /** The example town only where nothing at all was written: a circle with settings of its own has members of its own. */
    private Path roster() {
        var own = path(Key.ROSTER_FILE);
        return Files.exists(own) || Files.exists(home.resolve(BotProperties.NAME))
                ? own
                : checkout.resolve(Key.ROSTER_FILE.byDefault());
    }

    private Path ownOrShipped(Key key, String inside) {
        var own = path(key);
        return file.text(key).equals(key.byDefault()) && !Files.exists(own.resolve(inside))
                ? checkout.resolve(key.byDefault())
                : own;
    }

    private Path path(Key key) {
        return file.as(
                key, text -> home.resolve(something(text)).normalize(), "write a path such as " + key.byDefault());
    }

    private Store store() {
        return new Store(
                file.as(Key.STORE_URL, this::storeUrl, "write " + Key.STORE_URL.byDefault()),
                path(Key.SECRETS_KEY_FILE));
    }

    private String storeUrl(String text) {
        var path = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : "";
        if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no store that can be kept: it is jdbc:sqlite: and a path");
        }
        return SQLITE + home.resolve(path).normalize();
    }

    private X x() {
        var mode = file.as(Key.X_MODE, oneOf(Mode.class), "write sandbox or live");
        if (mode == Mode.LIVE) {
            checkLive();
        }
        return new X(
                mode,
                file.as(
                        Key.X_BASE_URL,
                        text -> baseUrl(text, mode),
                        "leave it out, or write https:// and a host; http:// only with 127.0.0.1"),
                secret(Key.X_CONSUMER_KEY),
                secret(Key.X_CONSUMER_SECRET),
                secret(Key.X_CLIENT_ID),
                secret(Key.X_CLIENT_SECRET),
                secret(Key.X_BEARER));
    }

    private void checkLive() {
        for (var key : List.of(Key.X_CONSUMER_KEY, Key.X_CONSUMER_SECRET)) {
            if (file.text(key).isEmpty()) {
                file.missing(
                        key, Key.X_MODE, "copy it from your app's \"Keys and tokens\" page in X's developer console");
            }
        }
        for (var key : List.of(Key.CIRCLE_NAME, Key.CIRCLE_ACCOUNT)) {
            if (!file.says(key)) {
                file.missing(key, Key.X_MODE, "write your circle's own; the default belongs to the example town");
            }
        }
    }

    private Secret secret(Key key) {
        return file.as(key, Secret::of, "write it, or ${env:NAME}");
    }

    private static URI baseUrl(String text, Mode mode) {
        if (text.isEmpty()) {
            return mode == Mode.LIVE ? LIVE : SANDBOX;
        }
        var url = address(text);
        var here = THIS_MACHINE.equals(url.getHost());
        var fits = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && here);
        if (!fits || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
            throw new IllegalArgumentException("\"" + text + "\" is no address for X's API");
        }
        if (mode == Mode.SANDBOX && !here) {
            throw new IllegalArgumentException("\"" + text + "\" is not this machine, and x.mode is sandbox");
        }
        return url;
    }

    private static URI address(String text) {
        try {
            return new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address for X's API", e);
        }
    }

    private Plan plan() {
        var times = "write 06:30, or sunday 18:00, or a Quartz cron expression such as 0 0 18 ? * SUN";
        return new Plan(
                file.as(Key.PLAN_AT, When::parse, times),
                file.as(Key.DEAL_AT, When::parse, times),
                file.as(Key.PLAN_APPROVAL, oneOf(Approval.class), "write none or organiser"),
                file.as(Key.PLAN_SEED, SettingsFile::seed, "write a whole number"),
                file.as(Key.PLAN_QUIET_DAYS, SettingsFile::days, "write dates such as 2026-12-25, 2026-12-26"),
                file.as(Key.DISPATCH_EVERY, SettingsFile::dispatch, "write 60 s; at least 1 s, at most 10 min"));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number", e);
        }
    }

    private static Set<LocalDate> days(String text) {
        try {
            return text.isEmpty()
                    ? Set.of()
                    : Arrays.stream(text.split(","))
                            .map(day -> LocalDate.parse(day.strip()))
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no list of dates", e);
        }
    }

    private static Duration dispatch(String text) {
        var match = DURATION.matcher(text);
        if (match.matches()) {
            var count = Long.parseLong(match.group(1));
            var every = "s".equals(match.group(2)) ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
            if (every.toSeconds() >= 1 && every.compareTo(SLOWEST_DISPATCH) <= 0) {
                return every;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no length of time that works here");
    }

    private Letters letters() {
        return new Letters(
                file.as(Key.LETTER_AT, When::parse, "write monday 08:00, or a Quartz cron expression"),
                path(Key.LETTER_FOLDER));
    }

    private Ceilings budget() {
        var dollars = "write US dollars as a plain number such as 5.00";
        return new Ceilings(
                file.as(Key.BUDGET_WEEKLY, SettingsFile::usd, dollars),
                file.as(Key.BUDGET_MONTHLY, SettingsFile::usd, dollars));
    }

    private static Usd usd(String text) {
        if (!MONEY.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no amount of money");
        }
        return Usd.parse(text);
    }

    private Conduct conduct() {
        return new Conduct(
                file.ruleNumbers(),
                file.as(
                        Key.DISCLOSURE_MEMBER,
                        SettingsFile::disclosure,
                        "write it with {subject}, and {circle} if you like"),
                file.as(
                        Key.DISCLOSURE_CIRCLE,
                        SettingsFile::disclosure,
                        "write it with {subject}, and {circle} if you like"),
                yesNo(Key.LINKS),
                yesNo(Key.MENTIONS),
                yesNo(Key.ACKNOWLEDGE));
    }

    private static String disclosure(String text) {
        var names =
                PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        if (!names.contains("subject") || !Set.of("subject", "circle").containsAll(names)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not say whom it is about, or has a blank that nothing fills");
        }
        return text;
    }

    private boolean yesNo(Key key) {
        return file.as(
                key,
                text -> switch (text) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
                },
                "write true or false");
    }

    private static <E extends Enum<E>> Function<String, E> oneOf(Class<E> words) {
        return text -> Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not one of the words for this"));
    }
}
