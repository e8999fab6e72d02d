package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.goodword.outbox.State;
import org.goodword.rehearsal.HouseFactory;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.rehearsal.Residents;
import org.goodword.roster.Kind;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.CatchUp;
import org.goodword.sandbox.FaultQueue.Answer;
import org.goodword.sandbox.FaultQueue.DropConnection;
import org.goodword.sandbox.FaultQueue.DropReply;
import org.goodword.sandbox.FaultQueue.Fault;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minute by minute over real HTTP, while the town's server does not always answer. */
class BadDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-08-30T17:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long SEED = 5;

    @TempDir
    Path home;

    private Instant now = SUNDAY_EVENING;
    private Sandbox sandbox;
    private HouseFactory.Rehearsed rehearsed;
    private CatchUp catchUp;

    @BeforeEach
    void openTheTown() throws IOException {
        var program = new ProgramRoot(Path.of("").toAbsolutePath(), home, Map.of(), () -> now, new SecureRandom());
        Rehearsal.furnish(
                home,
                program.settings(program.checkout()),
                "store.url=jdbc:sqlite:goodword.db\nsecrets.key-file=goodword.key\nletter.folder=letters\n");
        var settings = program.settings(home);
        var residents = Residents.of(program.enrolment(settings).roster());
        var town = Town.of(SEED, SUNDAY_EVENING.minus(Residents.TOWN_OLDER), residents, Lift.MODEST);
        sandbox = Sandbox.start(0, town, () -> now, InstantSource.system());
        rehearsed = program.rehearsals()
                .open(Rehearsal.over(settings, sandbox), sandbox, () -> now, Announcements.NONE, SEED);
        catchUp = new CatchUp(rehearsed.house().circle(), rehearsed.house().rounds());
    }

    @AfterEach
    void close() {
        rehearsed.house().close();
        sandbox.close();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** As the daemon does it, but for the clock. */
    private void live(Instant from, Instant until) {
        for (now = from; now.isBefore(until); now = now.plus(MINUTE)) {
            rehearsed.house().rounds().dispatch().run(now);
            catchUp.parts(now).forEach(part -> part.goOn(now));
        }
    }

    private boolean isDealt(LocalDate day) {
        return rehearsed.house().books().journal().isDone("morning", ZONE + " " + day);
    }

    private void fails(String path, int status) {
        sandbox.faults()
                .add(Fault.once("GET", path, new Answer(status, "{}", Map.of())).times(Integer.MAX_VALUE));
    }

    @Test
    void aMorningOutlastsAQuarterOfAnHourOfTroubleAndNobodyIsRefusedForIt() {
        var books = rehearsed.house().books();
        fails("/2/users/by", 503);
        live(SUNDAY_EVENING, SUNDAY_EVENING.plus(MINUTE));
        assertThat(books.registry().followers()).isEmpty();
        fails("/2/users/:id/tweets", 503);
        live(at(MONDAY, "06:25"), at(MONDAY, "06:55"));
        assertThat(isDealt(MONDAY)).isFalse();

        sandbox.faults().clear();
        live(at(MONDAY, "06:55"), at(MONDAY, "07:30"));

        assertThat(isDealt(MONDAY)).isTrue();
        assertThat(books.registry().followers()).hasSize(25);
        assertThat(books.posts().lookedUpTo()).hasSizeGreaterThan(18);
        assertThat(books.turns().since(Instant.EPOCH))
                .anyMatch(turn -> turn.what().kind() == Kind.REPOST)
                .noneMatch(turn -> turn.state() == State.REFUSED);
        assertThat(books.notices().open()).isEmpty();
    }

    @Test
    void everyMorningIsDealtAndEveryReadingReadWhereOneAnswerInTenFails() throws IOException {
        sandbox.faults().add(Fault.once("GET", "/2/**", new DropReply()).sometimes(0.04, SEED));
        sandbox.faults().add(Fault.once("GET", "/2/**", new DropConnection()).sometimes(0.03, SEED));
        sandbox.faults()
                .add(Fault.once("GET", "/2/**", new Answer(503, "{}", Map.of())).sometimes(0.03, SEED));
        live(SUNDAY_EVENING, SUNDAY_EVENING.plus(MINUTE.multipliedBy(30)));

        for (var day = MONDAY; day.isBefore(MONDAY.plusDays(7)); day = day.plusDays(1)) {
            live(at(day, "05:00"), at(day, "08:30"));

            assertThat(isDealt(day)).describedAs(day.toString()).isTrue();
            assertThat(rehearsed.house().books().journal().isDone("sample", day.toString()))
                    .describedAs(day.toString())
                    .isTrue();
        }
        live(at(MONDAY.plusDays(7), "08:00"), at(MONDAY.plusDays(7), "08:01"));
        assertThat(Files.exists(home.resolve("letters/2026-W36.html"))).isTrue();
    }
}
