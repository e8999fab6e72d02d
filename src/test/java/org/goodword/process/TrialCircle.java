package org.goodword.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.goodword.conduct.Words;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Account;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Seal;
import org.goodword.platform.Tariff;
import org.goodword.platform.x.SignIn;
import org.goodword.reach.Seen;
import org.goodword.rehearsal.Residents;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.file.RosterFile;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Reason;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rounds.WeekOf;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Post.Kind;
import org.goodword.sandbox.town.Town;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings;
import org.goodword.settings.SettingsFile;
import org.goodword.store.Database;
import org.goodword.store.StoredLedger;
import org.goodword.store.StoredPosts;
import org.goodword.store.StoredRegistry;
import org.goodword.store.StoredSignIns;
import org.goodword.store.StoredTurns;

/**
 * An invented circle that is awake day and night and whose turns are due at once, under rules loosened so far that nothing
 * holds them up: what is tried is what becomes of a turn, not whether it may be. Its home is a real one.
 */
final class TrialCircle {
    private static final List<String> TRADES = List.of("bakery", "bookshop", "plumber", "florist");
    private static final List<String> WORDS = List.of(
            "honest",
            "kettle",
            "Saturday",
            "ladder",
            "window",
            "careful",
            "morning",
            "neighbour",
            "brass",
            "counter",
            "garden",
            "patient",
            "early",
            "winter",
            "kitchen",
            "laughing",
            "twine",
            "corner",
            "proper",
            "weather",
            "apron",
            "bicycle",
            "cheerful",
            "drawer",
            "evening",
            "fence",
            "gentle",
            "hammer",
            "iron",
            "lantern");

    private final Path home;
    private final long seed;
    private final int members;
    private final Random dice;
    private final Set<String> carried = new HashSet<>();
    private int texts;

    private TrialCircle(Path home, long seed, int members) {
        this.home = home;
        this.seed = seed;
        this.members = members;
        this.dice = new Random(seed);
    }

    /** Writes what the far side needs to make the town: roster and rules. */
    static TrialCircle founded(Path home, long seed, int members) {
        var circle = new TrialCircle(home, seed, members);
        circle.write("config/members.yaml", circle.roster());
        circle.write("config/rules/x.yaml", loosened(read(Program.CHECKOUT.resolve("config/rules/x.yaml"))));
        return circle;
    }

    private static String handle(int member) {
        return "trader" + member;
    }

    /** The last is not to be spoken for, and the one before has let its consent run out. */
    private String roster() {
        var yaml = new StringBuilder("members:\n");
        for (var member = 0; member < members; member++) {
            var consent = member == members - 1
                    ? "{since: 2026-08-01, spoken-for: false, introductions: approve, reposts: approve}"
                    : member == members - 2
                            ? "{since: 2026-08-01, until: 2026-08-31, spoken-for: true, introductions: approve}"
                            : "{since: " + today().minusDays(30)
                                    + ", spoken-for: true, introductions: approve, reposts: approve}";
            yaml.append("""
                      - handle: "@%s"
                        name: Trader Number %d
                        trade: %s
                        area: Otley
                        hours: {from: "00:00", to: "24:00", days: daily}
                        capacity: 50
                        consent: %s
                    """.formatted(handle(member), member, TRADES.get(member % TRADES.size()), consent));
        }
        return yaml.toString();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String loosened(String rules) {
        return rules.replaceAll("(return-days|ring-days|repeat-days|apart-hours|introduction-days): \\d+", "$1: 0")
                .replaceAll("(carried-days|carried-by-circle-days|minutes-at-24|shortest-seconds): \\d+", "$1: 0")
                .replaceAll("settle-after-minutes: \\d+", "settle-after-minutes: 0")
                .replaceAll("(near-copy|part-of-limit): 0.5", "$1: 0.99")
                .replaceAll("(member-voices|turns-a-week|asks-a-week|always-allowed): \\d+", "$1: 1000")
                .replaceAll("(fresh-hours|writes-an-hour|writes-a-day): \\d+", "$1: 100000");
    }

    /** Settings, sign-ins and accounts of a circle whose far side listens. */
    void settle(Far far) {
        write("bot.properties", """
                circle.name = Trial Street
                circle.time-zone = UTC
                circle.account = @otleytraders
                x.mode = live
                x.base-url = %s
                x.consumer-key = %s
                x.consumer-secret = %s
                x.bearer = %s
                dispatch.every = 1 s
                plan.approval = organiser
                budget.weekly-usd = 1000
                budget.monthly-usd = 1000
                """.formatted(
                        far.key("baseUrl"), far.key("consumerKey"), far.key("consumerSecret"), far.key("bearer")));
        try (var database = store()) {
            var seal = Seal.withKeyFile(settings().store().keyFile(), new SecureRandom());
            var signIns = new StoredSignIns(database, seal, Optional.empty());
            for (var account : far.accounts()) {
                var tokens = new SignIn.OAuth1(Secret.of(account.accessToken()), Secret.of(account.accessSecret()));
                signIns.keep(Handle.of(account.handle()), tokens, now());
            }
            new StoredRegistry(database, ZoneOffset.UTC)
                    .met(
                            far.accounts().stream()
                                    .map(one -> new Profile(
                                            new Account(Handle.of(one.handle()), one.id()), one.handle(), 100))
                                    .toList(),
                            now());
        }
    }

    private Settings settings() {
        return SettingsFile.read(home, Program.CHECKOUT, Map.of());
    }

    private Database store() {
        return Database.migrated(settings().store().url(), Database.Durability.FULL);
    }

    /** Books turns that are due now: introductions and reposts by turns, and two to which somebody never agreed. */
    List<Booked> becomeDue(int introductions, int reposts) {
        var roster = RosterFile.read(settings()).roster();
        try (var database = store()) {
            var turns = new StoredTurns(database);
            var due = new ArrayList<Proposal>();
            IntStream.range(0, introductions).forEach(each -> due.add(introduction(roster)));
            due.addAll(reposts(roster, reposts, new StoredPosts(database)));
            due.add(introduction(roster, dice.nextInt(members - 2), members - 1));
            due.add(introduction(roster, members - 2, dice.nextInt(members - 2)));
            Collections.shuffle(due, dice);
            return due.stream().map(what -> ready(turns, what)).toList();
        }
    }

    private static Booked ready(Turns turns, Proposal what) {
        var now = now();
        var window = new Window(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(12)));
        var week = WeekOf.date(today()).name();
        var turn = new Turn(0, week, today(), what, window, now.minusSeconds(1), List.of(Reason.of("for the trial")));
        var prepared = turns.book(turn, State.PREPARED, now, "Prepared for the trial.");
        return turns.move(prepared, State.READY, now, "Approved for the trial.");
    }

    private Proposal introduction(Roster roster) {
        var voice = dice.nextInt(members - 2);
        return introduction(roster, voice, other(voice));
    }

    /** Of another trade: nobody is asked to speak for a rival. */
    private int other(int voice) {
        var other = dice.nextInt(members - 2);
        while (other % TRADES.size() == voice % TRADES.size()) {
            other = dice.nextInt(members - 2);
        }
        return other;
    }

    private Proposal introduction(Roster roster, int voice, int subject) {
        var words = new StringBuilder();
        dice.ints(9, 0, WORDS.size())
                .forEach(word -> words.append(WORDS.get(word)).append(' '));
        var text = words + "number " + texts++ + ".";
        var said = new Words(settings().circle().name(), settings().conduct());
        var by = Handle.of(handle(voice));
        var about = Handle.of(handle(subject));
        return Proposal.introduction(by, about, text, said.compose(roster, by, about, text), Mode.APPROVE);
    }

    /** The far side's town is made from its seed, so that its posts are known here without reading them there. */
    private List<Proposal> reposts(Roster roster, int count, StoredPosts books) {
        var founded = now().minus(Residents.TOWN_OLDER).truncatedTo(ChronoUnit.DAYS);
        var town = Town.of(seed, founded, Residents.of(roster), Lift.MODEST);
        var made = new ArrayList<Proposal>();
        for (var tries = 0; made.size() < count && tries < 100 * count; tries++) {
            var voice = dice.nextInt(members - 2);
            var author = other(voice);
            var posts = town.timeline(handle(author), now()).stream()
                    .filter(post -> post.kind() == Kind.ORIGINAL && !post.sensitive())
                    .toList();
            if (!posts.isEmpty()) {
                var post = posts.get(dice.nextInt(posts.size()));
                if (carried.add(voice + " carries " + post.idText())) {
                    made.add(repost(voice, author, town.idOf(handle(author)), post, books));
                }
            }
        }
        return made;
    }

    private static Proposal repost(
            int voice, int author, String authorId, org.goodword.sandbox.town.Post post, StoredPosts books) {
        var by = Handle.of(handle(author));
        var id = new PostId(post.idText());
        books.found(List.of(new Seen(
                id, by, authorId, by, post.at(), Optional.of(post.text()), false, false, false, Optional.empty())));
        var seen = new Post(id, authorId, post.at(), post.text(), true, false, Optional.empty(), Counts.NONE);
        return Proposal.repost(Handle.of(handle(voice)), by, by, seen, Mode.APPROVE);
    }

    /** Whether everybody concerned has agreed to that turn, by what stands in the roster. */
    boolean isAgreed(Booked turn) {
        var silent = List.of(Handle.of(handle(members - 1)), Handle.of(handle(members - 2)));
        return !silent.contains(turn.what().subject()) && !turn.what().voice().equals(Handle.of(handle(members - 2)));
    }

    /** Whom the program has stopped. */
    List<Handle> turnedAway() {
        try (var database = store()) {
            return new StoredRegistry(database, ZoneOffset.UTC).turnedAway();
        }
    }

    /** Our own books at one moment. */
    record Books(List<Booked> turns, Map<Long, List<Turns.Step>> stories, long spentMilliDollars) {
        long count(State state) {
            return turns.stream().filter(turn -> turn.state() == state).count();
        }

        long open() {
            return turns.stream()
                    .filter(turn -> State.OPEN.contains(turn.state()))
                    .count();
        }

        boolean wasUnknown(Booked turn) {
            return stories.getOrDefault(turn.id(), List.of()).stream().anyMatch(step -> step.to() == State.UNKNOWN);
        }
    }

    /** Of a copy, so that the next daemon finds the store exactly as the last one left it. */
    Books books() {
        try {
            var copy = Files.createTempDirectory(home, "copy");
            var store = Database.file(settings().store().url());
            for (var end : List.of("", "-wal")) {
                var file = store.resolveSibling(store.getFileName() + end);
                if (Files.exists(file)) {
                    Files.copy(file, copy.resolve("goodword.db" + end));
                }
            }
            return books("jdbc:sqlite:" + copy.resolve("goodword.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Books books(String url) {
        try (var database = Database.migrated(url, Database.Durability.SCRATCH)) {
            var turns = new StoredTurns(database);
            var all = turns.since(Instant.EPOCH);
            var stories = new HashMap<Long, List<Turns.Step>>();
            all.forEach(turn -> stories.put(turn.id(), turns.story(turn.id())));
            var ledger = new StoredLedger(database, () -> new Tariff(Map.of(), List.of()));
            return new Books(all, stories, ledger.spentSince(Instant.EPOCH).milli());
        }
    }

    /** Another program writes to the store until this is closed, and nobody else can meanwhile. */
    Connection lockedByAnother() {
        try {
            var connection = DriverManager.getConnection(settings().store().url());
            try (var statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = 5000");
                statement.execute("begin immediate");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many turns a running daemon has still to end. */
    int open() {
        try (var database = Database.existing(settings().store().url())) {
            return new StoredTurns(database).in(State.OPEN).size();
        }
    }

    private void write(String file, String text) {
        try {
            var path = home.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
