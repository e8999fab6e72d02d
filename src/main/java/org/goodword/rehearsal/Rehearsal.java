package org.goodword.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.function.Consumer;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.reach.Lot;
import org.goodword.roster.Roster;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.House;
import org.goodword.rounds.WeekOf;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings;
import org.goodword.settings.Usd;

/**
 * A season of the invented town, from its seed: the daemon's own rounds, real HTTP to a sandbox, a simulated clock. Told
 * twice with one seed it is the same to the last byte.
 */
public final class Rehearsal {
    /** The Monday of the first week, whatever today's date is: a season that ends before the winter. */
    public static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 8, 31);

    private final Settings settings;
    private final Roster roster;
    private final HouseFactory houses;
    private final InstantSource realClock;

    /**
     * @param settings of a home that is the rehearsal's own: its roster is edited, its store made
     * @param realClock for the sandbox alone, which judges signatures by it
     */
    public Rehearsal(Settings settings, Roster roster, HouseFactory houses, InstantSource realClock) {
        this.settings = settings;
        this.roster = roster;
        this.houses = houses;
        this.realClock = realClock;
    }

    public Result run(int weeks, long seed, Progress progress) {
        return run(weeks, seed, progress, sandbox -> {});
    }

    /** @param trouble what the far side is told to do wrong before the season begins */
    public Result run(int weeks, long seed, Progress progress, Consumer<Sandbox> trouble) {
        var zone = settings.circle().zone();
        var start = settings.plan()
                .week()
                .next(FIRST_MONDAY.minusDays(1).atStartOfDay(zone).toInstant(), zone)
                .orElseThrow();
        var clock = new SimulatedClock(start);
        var town = Town.of(seed, start.minus(Residents.TOWN_OLDER), Residents.of(roster), Lift.MODEST);
        try (var sandbox = Sandbox.start(0, town, clock, realClock)) {
            trouble.accept(sandbox);
            return new Run(weeks, seed, progress, clock, town, sandbox).go();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot start: " + e.getMessage(), e);
        }
    }

    /** One rehearsal under way. */
    private final class Run implements Announcements {
        private final int weeks;
        private final long seed;
        private final Progress progress;
        private final SimulatedClock clock;
        private final Town town;
        private final Notes notes = new Notes();
        private final House house;
        private final People people;

        Run(int weeks, long seed, Progress progress, SimulatedClock clock, Town town, Sandbox sandbox) {
            this.weeks = weeks;
            this.seed = seed;
            this.progress = progress;
            this.clock = clock;
            this.town = town;
            var rehearsed = houses.open(over(settings, sandbox), sandbox, clock, this, seed);
            this.house = rehearsed.house();
            var onDisk = new RosterOnDisk(settings.files().roster(), rehearsed);
            this.people = new People(house, onDisk, town, notes, clock, seed);
        }

        Result go() {
            try (house) {
                notes.roster(house.circle().roster(clock.instant()), clock.instant());
                people.makePlans(FIRST_MONDAY, weeks, settings.circle().zone());
                new Season(house, people, clock, progress, FIRST_MONDAY, weeks).run();
                return result();
            }
        }

        @Override
        public void fixed(Booked turn) {
            notes.fixed(turn, clock.instant());
        }

        @Override
        public void asked(Booked turn) {
            people.asked(turn);
        }

        @Override
        public void handed(Booked turn) {
            people.handed(turn);
        }

        private Result result() {
            var turns = house.books().turns().since(Instant.EPOCH);
            var byState = new EnumMap<State, Integer>(State.class);
            turns.forEach(turn -> byState.merge(turn.state(), 1, Integer::sum));
            var effects = town.books().effects();
            var tally = new Hearing(
                    turns,
                    house.circle().roster(clock.instant()),
                    WeekOf.date(FIRST_MONDAY),
                    settings.circle().zone(),
                    weeks);
            var lots = house.books().posts().lots(Instant.EPOCH);
            return new Result(
                    weeks,
                    seed,
                    roster.members().size(),
                    byState,
                    Audit.of(effects, notes, new Caps(settings.circle().zone())),
                    house.books().ledger().spentSince(Instant.EPOCH),
                    new Usd(town.books().billedMilliDollars()),
                    new UsualWay(town, roster, clock.instant()).cost(weeks),
                    tally.everHeard(),
                    tally.longestWait(),
                    tally.heardPerWeek(),
                    (int) lots.stream().filter(lot -> !lot.held()).count(),
                    (int) lots.stream().filter(Lot::held).count(),
                    town.books().trueLift(),
                    lastLetter(),
                    turns.stream()
                            .filter(turn -> turn.state() == State.SENT)
                            .mapToLong(Booked::id)
                            .max()
                            .orElse(0),
                    effects);
        }

        private Path lastLetter() {
            var last = WeekOf.date(FIRST_MONDAY.plusWeeks(weeks - 1L));
            return settings.letters().folder().resolve(last.name() + ".html");
        }
    }

    /** These settings with the sandbox in place of the platform. */
    public static Settings over(Settings settings, Sandbox sandbox) {
        var keys = sandbox.keys();
        var x = new Settings.X(
                Settings.Mode.SANDBOX,
                sandbox.baseUrl(),
                Secret.of(keys.consumerKey()),
                Secret.of(keys.consumerSecret()),
                Secret.of(keys.clientId()),
                Secret.of(keys.clientSecret()),
                Secret.of(keys.bearer()));
        return settings.with(x);
    }

    /** Puts a fresh copy of the example files into a home of the rehearsal's own. */
    public static void furnish(Path home, Settings example, String properties) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.copy(example.files().roster(), home.resolve("config/members.yaml"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(home.resolve("bot.properties"), properties);
    }
}
