package org.goodword;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.cli.Root;
import org.goodword.cli.SignInDesk;
import org.goodword.conduct.RuleFile;
import org.goodword.conduct.RuleWatch;
import org.goodword.conduct.Rules;
import org.goodword.daemon.Living;
import org.goodword.platform.Handle;
import org.goodword.platform.Seal;
import org.goodword.platform.x.PinSignIn;
import org.goodword.platform.x.SignIn;
import org.goodword.platform.x.TheirClock;
import org.goodword.platform.x.XApp;
import org.goodword.rehearsal.HouseFactory;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Residents;
import org.goodword.roster.Enrolment;
import org.goodword.roster.file.RosterFile;
import org.goodword.roster.file.RosterWatch;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.House;
import org.goodword.sandbox.Account;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.goodword.settings.Fault;
import org.goodword.settings.Faults;
import org.goodword.settings.Faulty;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings;
import org.goodword.settings.SettingsFile;
import org.goodword.store.Database;
import org.goodword.store.StoreCopy;
import org.goodword.store.StoredSignIns;
import org.goodword.store.World;

/** What the commands work with, made from files and the store. */
final class ProgramRoot implements Root {
    private static final String PROPERTIES = "bot.properties";

    private final Path checkout;
    private final Path current;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final SecureRandom random;

    ProgramRoot(
            Path checkout, Path current, Map<String, String> environment, InstantSource clock, SecureRandom random) {
        this.checkout = checkout;
        this.current = current;
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Path checkout() {
        return checkout;
    }

    @Override
    public Path home(Optional<Path> given) {
        return given.map(path -> current.resolve(path).normalize())
                .orElseGet(() -> Files.exists(current.resolve(PROPERTIES)) ? current : checkout);
    }

    @Override
    public Settings settings(Path home) {
        return SettingsFile.read(home, checkout, environment);
    }

    @Override
    public Settings settings(Path home, Faults faults) {
        return SettingsFile.read(home, checkout, environment, faults);
    }

    @Override
    public Enrolment enrolment(Settings settings) {
        return RosterFile.read(settings);
    }

    @Override
    public Rules rules(Settings settings) {
        var file = ruleFile(settings);
        var shown = file.startsWith(settings.home()) ? settings.home().relativize(file) : file;
        return RuleFile.read(file, shown.toString(), settings.conduct());
    }

    @Override
    public String program(Settings settings) {
        var home = settings.home();
        if (home.equals(current) || home.equals(checkout)) {
            return "scripts/goodword";
        }
        return "scripts/goodword --home " + (home.startsWith(current) ? current.relativize(home) : home);
    }

    @Override
    public House open(Settings settings) {
        var url = settings.store().url();
        return Files.exists(Database.file(url))
                ? house(settings, Database.existing(url))
                : house(settings, Database.empty());
    }

    @Override
    public House openAndMigrate(Settings settings) {
        return house(settings, Database.migrated(settings.store().url(), Database.Durability.FULL));
    }

    private House house(Settings settings, Database database) {
        try {
            World.stamp(database, world(settings), settings.store().url());
            var enrolment = enrolment(settings);
            var rules = rules(settings);
            var seal = Seal.withKeyFile(settings.store().keyFile(), random);
            return new Wiring(
                            reached(settings),
                            () -> enrolment,
                            () -> rules,
                            database,
                            seal,
                            clock,
                            Announcements.NONE,
                            program(settings))
                    .house();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public Settings reached(Settings settings) {
        return new RunningSandbox(storeFile(settings)).over(settings);
    }

    @Override
    public int tryStore(Settings settings) {
        try (var database = Database.existing(settings.store().url())) {
            World.stamp(database, world(settings), settings.store().url());
            return database.version();
        }
    }

    @Override
    public void tryKeyFile(Settings settings) {
        Seal.withKeyFile(settings.store().keyFile(), random);
    }

    @Override
    public Optional<Instant> platformTime(Settings settings) {
        return TheirClock.at(settings.x().baseUrl());
    }

    @Override
    public Set<Handle> signedIn(Settings settings) {
        var url = settings.store().url();
        if (!Files.exists(Database.file(url))) {
            return Set.of();
        }
        try (var database = Database.existing(url)) {
            return Set.copyOf(signIns(settings, database).all());
        }
    }

    private StoredSignIns signIns(Settings settings, Database database) {
        return new StoredSignIns(
                database,
                Seal.withKeyFile(settings.store().keyFile(), random),
                settings.circle().account().map(Handle::of));
    }

    @Override
    public SignInDesk signInDesk(Settings settings) {
        var x = reached(settings).x();
        var database = Database.migrated(settings.store().url(), Database.Durability.FULL);
        var house = house(settings, database);
        var pin = new PinSignIn(new XApp(x.baseUrl(), x.consumerKey(), x.consumerSecret(), x.bearer()));
        return new PinDesk(house, pin, signIns(settings, database), clock);
    }

    /** A store is stamped with the world it was made in, and refuses another. */
    static String world(Settings settings) {
        return settings.x().mode() == Settings.Mode.SANDBOX
                ? "sandbox"
                : settings.x().baseUrl().toString();
    }

    @Override
    public void backUp(Settings settings, Path to) {
        StoreCopy.backUp(settings.store().url(), to);
    }

    @Override
    public Path restore(Settings settings, Path from) {
        return StoreCopy.restore(settings.store().url(), from, world(settings));
    }

    @Override
    public Path storeFile(Settings settings) {
        return Database.file(settings.store().url());
    }

    @Override
    public Living living(Settings settings) {
        var sandbox = settings.x().mode() == Settings.Mode.SANDBOX
                ? Optional.of(startSandbox(settings))
                : Optional.<Sandbox>empty();
        var over = sandbox.map(server -> Rehearsal.over(settings, server)).orElse(settings);
        var database = Database.migrated(settings.store().url(), Database.Durability.FULL);
        World.stamp(database, world(settings), settings.store().url());
        var seal = Seal.withKeyFile(settings.store().keyFile(), random);
        sandbox.ifPresent(server -> {
            var signIns = new StoredSignIns(
                    database, seal, settings.circle().account().map(Handle::of));
            server.accounts().forEach(account -> keep(signIns, account, clock));
        });
        var way = new RunningSandbox(storeFile(settings));
        sandbox.ifPresent(way::announce);
        var roster = new RosterWatch(settings);
        var rules = new RuleWatch(ruleFile(settings), () -> rules(settings));
        var house = new Wiring(
                        over,
                        roster::current,
                        rules::current,
                        database,
                        seal,
                        clock,
                        Announcements.NONE,
                        program(settings))
                .house();
        return new Living(
                house,
                clock,
                sandbox.map(server -> "Sandbox: an invented town speaks X's API at " + server.baseUrl()
                                + ". Nothing leaves this machine.")
                        .orElse("Live: " + settings.x().baseUrl() + "."),
                new WatchedFiles(house, roster, rules, clock, program(settings)),
                () -> sandbox.ifPresent(server -> {
                    way.withdraw();
                    server.close();
                }));
    }

    /** The town remembers in a file beside the store what was done to it, so that a restart finds it as it was. */
    private Sandbox startSandbox(Settings settings) {
        var roster = enrolment(settings).roster();
        var journal = storeFile(settings).resolveSibling("sandbox.jsonl");
        var port = Math.max(0, settings.x().baseUrl().getPort());
        try {
            Files.createDirectories(journal.toAbsolutePath().getParent());
            var founded = Town.foundedIn(journal).orElse(clock.instant().minus(Residents.TOWN_OLDER));
            var town = Town.of(settings.plan().seed(), founded, Residents.of(roster), Lift.MODEST, journal);
            return Sandbox.start(port, town, clock, clock);
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    "bot.properties",
                    "the sandbox cannot start: " + e.getMessage(),
                    "set x.base-url to http://127.0.0.1: and a free port, or leave it out"));
        }
    }

    private static Path ruleFile(Settings settings) {
        return settings.files().rules().resolve("x.yaml");
    }

    @Override
    public HouseFactory rehearsals() {
        return this::rehearsed;
    }

    private HouseFactory.Rehearsed rehearsed(
            Settings settings, Sandbox sandbox, InstantSource townClock, Announcements announcements, long seed) {
        var database = Database.migrated(settings.store().url(), Database.Durability.SCRATCH);
        World.stamp(database, "sandbox", settings.store().url());
        var seal = Seal.inNewKeyFile(settings.store().keyFile(), fromSeed(seed), random);
        var signIns =
                new StoredSignIns(database, seal, settings.circle().account().map(Handle::of));
        sandbox.accounts().forEach(account -> keep(signIns, account, townClock));
        var watch = new RosterWatch(settings);
        var rules = rules(settings);
        var house = new Wiring(
                        settings,
                        watch::current,
                        () -> rules,
                        database,
                        seal,
                        townClock,
                        announcements,
                        program(settings))
                .house();
        return new HouseFactory.Rehearsed(
                house,
                watch::look,
                handle -> sandbox.accounts().stream()
                        .filter(account -> Handle.of(account.handle()).equals(handle))
                        .forEach(account -> keep(signIns, account, townClock)));
    }

    private static void keep(StoredSignIns signIns, Account account, InstantSource clock) {
        signIns.keep(
                Handle.of(account.handle()),
                new SignIn.OAuth1(Secret.of(account.accessToken()), Secret.of(account.accessSecret())),
                clock.instant());
    }

    private static Secret fromSeed(long seed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(("rehearsal " + seed).getBytes(StandardCharsets.UTF_8));
            return Secret.of(Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public InstantSource clock() {
        return clock;
    }
}
