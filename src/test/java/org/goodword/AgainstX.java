package org.goodword;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Residents;
import org.goodword.rehearsal.SimulatedClock;
import org.goodword.roster.Kind;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.Calendar;
import org.goodword.rounds.House;
import org.goodword.rounds.books.Notices;
import org.goodword.sandbox.FaultQueue;
import org.goodword.sandbox.FaultQueue.Fault;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.goodword.settings.Secret;
import org.goodword.settings.Settings;

/** The example circle as it is wired, on a Monday that was dealt, against a town over real HTTP that can be made to misbehave. */
final class AgainstX implements AutoCloseable {
    static final Handle CIRCLE = Handle.of("@otleytraders");
    /** 06:30 in London. */
    static final Instant MORNING = Instant.parse("2026-09-07T05:30:00Z");

    final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-09-06T17:00:00Z"));
    final Sandbox sandbox;
    final House house;

    private AgainstX(Path home, boolean withBearer, String properties) {
        try {
            var checkout = Path.of("").toAbsolutePath();
            var root = new ProgramRoot(checkout, home, Map.of(), InstantSource.system(), new SecureRandom());
            Rehearsal.furnish(
                    home,
                    root.settings(checkout),
                    "store.url=jdbc:sqlite:goodword.db\nletter.folder=letters\n" + properties);
            var settings = root.settings(home);
            var roster = root.enrolment(settings).roster();
            var founded = clock.instant().minus(Residents.TOWN_OLDER);
            sandbox = Sandbox.start(
                    0, Town.of(1, founded, Residents.of(roster), Lift.MODEST), clock, InstantSource.system());
            house = root.rehearsals()
                    .open(over(settings, withBearer), sandbox, clock, Announcements.NONE, 1)
                    .house();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settings over(Settings settings, boolean withBearer) {
        var over = Rehearsal.over(settings, sandbox);
        var x = over.x();
        return withBearer
                ? over
                : over.with(new Settings.X(
                        x.mode(),
                        x.baseUrl(),
                        x.consumerKey(),
                        x.consumerSecret(),
                        x.clientId(),
                        x.clientSecret(),
                        Secret.NONE));
    }

    /** Reads go by the sign-ins, the circle's first. */
    static AgainstX signedIn(Path home) {
        return new AgainstX(home, false, "circle.account=@otleytraders\n");
    }

    AgainstX dealt() {
        house.rounds().week().run(clock.instant());
        clock.jumpTo(MORNING);
        house.rounds().morning().run(house.settings().circle().zone(), clock.instant());
        return this;
    }

    void suffers(String method, String path, int times, FaultQueue.Action action) {
        sandbox.faults().add(Fault.once(method, path, action).times(times));
    }

    void answers(String method, String path, int times, int status, String body) {
        suffers(method, path, times, new FaultQueue.Answer(status, body, Map.of()));
    }

    /** What the daemon does in its next minute in which there is something to do. */
    void step() {
        var now = clock.instant();
        var due = new Calendar(house.circle()).nextDispatch(house.books()).orElse(now);
        clock.jumpTo(due.isAfter(now) ? due : now.plus(Duration.ofMinutes(1)));
        house.rounds().dispatch().run(clock.instant());
    }

    /** Until the circle's reposts of the morning have come to their end. */
    void settle() {
        var end = clock.instant().plus(Duration.ofHours(40));
        while (clock.instant().isBefore(end)
                && reposts(CIRCLE).stream().anyMatch(turn -> State.OPEN.contains(turn.state()))) {
            step();
        }
    }

    List<Booked> reposts(Handle voice) {
        return all().stream()
                .filter(turn ->
                        turn.what().kind() == Kind.REPOST && turn.what().voice().equals(voice))
                .toList();
    }

    List<Booked> all() {
        return house.books().turns().since(Instant.EPOCH);
    }

    List<Booked> in(State state) {
        return all().stream().filter(turn -> turn.state() == state).toList();
    }

    List<String> notices() {
        return house.books().notices().open().stream().map(Notices.Notice::what).toList();
    }

    Optional<String> stopped(Handle handle) {
        return Optional.ofNullable(house.circle().stopped(clock.instant()).get(handle));
    }

    @Override
    public void close() {
        house.close();
        sandbox.close();
    }
}
