package org.goodword.outbox;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.goodword.conduct.Verdict;
import org.goodword.conduct.Words;
import org.goodword.platform.Account;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Tariff;
import org.goodword.reach.Seen;
import org.goodword.roster.Consent;
import org.goodword.roster.Enrolment;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Standing;
import org.goodword.roster.Waking;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Reason;
import org.goodword.rotation.Turn;
import org.goodword.rotation.Window;
import org.goodword.rounds.Circle;
import org.goodword.rounds.Stopping;
import org.goodword.rounds.books.Books;
import org.goodword.settings.Settings;
import org.goodword.settings.SettingsFile;
import org.goodword.store.Database;
import org.goodword.store.StoredJournal;
import org.goodword.store.StoredLedger;
import org.goodword.store.StoredNotices;
import org.goodword.store.StoredPosts;
import org.goodword.store.StoredRegistry;
import org.goodword.store.StoredTurns;

/** The outbox over a real file at noon on a Tuesday, with a scripted platform; the rulebook says yes until a test objects. */
final class Bench implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-09-15T11:00:00Z");
    static final Shelf SHELF = new Shelf(Duration.ofHours(4), Duration.ofMinutes(10), Duration.ofDays(7));
    static final Handle ANN = Handle.of("annbakes");
    static final Handle BEN = Handle.of("benjoinery");
    static final Handle CAT = Handle.of("catflowers");
    private static final byte[] KEY = new byte[32];
    static final PostId POST = new PostId("9001");
    static final String TEXT = "Ben's Joinery, a fellow member of Otley Traders: They made our counter from one oak.";

    final ScriptedPlatform platform = new ScriptedPlatform();
    final String url;
    private final Settings settings;
    Database database;
    Books books;
    Circle circle;
    Accounts accounts;
    Instant clock = NOON;
    List<Window> absences = List.of();
    LastCheck rulebook = (turn, fresh, at) -> stoppedOr(turn, at);

    Bench(Path folder) {
        url = "jdbc:sqlite:" + folder.resolve("goodword.db");
        database = open();
        settings = SettingsFile.read(folder, folder, Map.of());
        books = books(database);
        circle = circle();
        accounts = new Stopping(books, circle);
        meet(ANN);
        meet(BEN);
        meet(CAT);
        books.posts().found(List.of(seen(POST)));
        platform.posts.put(POST, post(POST));
    }

    private Database open() {
        return Database.migrated(url, Database.Durability.SCRATCH);
    }

    private static Books books(Database database) {
        return new Books(
                new StoredTurns(database),
                new StoredPosts(database),
                new StoredLedger(database, () -> new Tariff(Map.of(), List.of())),
                new StoredRegistry(database, ZoneOffset.UTC),
                new StoredJournal(database),
                new StoredNotices(database));
    }

    /** As after a crash: nothing is left but the file. */
    void startAgain() {
        database.close();
        database = open();
        books = books(database);
        circle = circle();
        accounts = new Stopping(books, circle);
    }

    private Circle circle() {
        var file = new Enrolment(roster(), Map.of(), Map.of());
        return new Circle(
                settings,
                now -> Standing.of(
                        file,
                        books.registry().said(),
                        KEY,
                        now.atZone(ZoneOffset.UTC).toLocalDate()),
                () -> {
                    throw new AssertionError("the outbox asks its last check, and no rulebook else");
                },
                new Words("Otley Traders", settings.conduct()));
    }

    private static Roster roster() {
        return new Roster(Stream.of(ANN, BEN, CAT).map(Bench::member).toList(), Map.of(), Map.of(), Optional.empty());
    }

    private static Member member(Handle handle) {
        return new Member(
                handle,
                handle.name(),
                "bakery",
                "Otley",
                Optional.empty(),
                new Waking(ZoneOffset.UTC, LocalTime.MIN, LocalTime.MIN, EnumSet.allOf(DayOfWeek.class)),
                List.of("en"),
                2,
                3,
                new Consent(LocalDate.parse("2026-08-01"), Optional.empty(), true, Mode.APPROVE, Mode.APPROVE),
                Member.Carry.ALL,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    /** Who may neither speak nor be spoken for. */
    Set<Handle> stopped() {
        return circle.stopped(clock).keySet();
    }

    private void meet(Handle handle) {
        books.registry().met(List.of(new Profile(new Account(handle, "u-" + handle.name()), handle.name(), 300)), NOON);
    }

    private Verdict stoppedOr(Booked turn, Instant at) {
        var stopped = circle.stopped(at).containsKey(turn.what().voice())
                || books.registry().everythingStopped(at).isPresent();
        return stopped ? new Verdict.Refused("opt-out", "it is stopped") : Verdict.ALLOWED;
    }

    Dispatcher dispatcher() {
        return new Dispatcher(
                turns(),
                accounts,
                platform,
                (turn, fresh, at) -> rulebook.judge(turn, fresh, at),
                SHELF,
                new HeldUp(turns(), (from, until) -> absences, ZoneId.of("Europe/London")),
                () -> clock);
    }

    Reconciler reconciler() {
        return new Reconciler(turns(), accounts, platform, SHELF);
    }

    TakingBack takingBack() {
        return new TakingBack(turns(), accounts, platform, () -> SHELF);
    }

    Turns turns() {
        return books.turns();
    }

    /** One pass of the dispatcher, so long after noon. */
    int dispatch(Duration after) {
        clock = NOON.plus(after);
        return dispatcher().runOnce(clock);
    }

    /** One pass of the reconciler, so long after noon. */
    int settle(Duration after) {
        clock = NOON.plus(after);
        return reconciler().runOnce(clock);
    }

    /** One of the daily looks, so long after noon. */
    int lookAgain(Duration after) {
        clock = NOON.plus(after);
        return reconciler().lookAgain(clock);
    }

    /** Ann introduces Ben at noon, and may do so by tomorrow evening. */
    Turn introduction() {
        return turn(Proposal.introduction(ANN, BEN, "They made our counter from one oak.", TEXT, Mode.APPROVE), NOON);
    }

    /** Ann carries Ben's post at noon. */
    Turn repost() {
        return repost(ANN, BEN, NOON);
    }

    Turn repost(Handle voice, Handle subject, Instant slot) {
        return turn(Proposal.repost(voice, subject, subject, post(POST), Mode.APPROVE), slot);
    }

    private static Turn turn(Proposal what, Instant slot) {
        return new Turn(
                0,
                "2026-W38",
                LocalDate.parse("2026-09-15"),
                what,
                new Window(NOON.minus(Duration.ofHours(5)), NOON.plus(Duration.ofHours(31))),
                slot,
                List.of(Reason.of("Ben's Joinery has not been spoken up for yet")));
    }

    Booked ready(Turn turn) {
        return turns().move(book(turn, State.PREPARED), State.READY, NOON, "Approved, waiting for its slot.");
    }

    Booked asked(Turn turn) {
        return turns().move(book(turn, State.PREPARED), State.ASKED, NOON, "The voice was asked.");
    }

    Booked book(Turn turn, State state) {
        return turns().book(turn, state, NOON, "Dealt.");
    }

    Booked now(Booked turn) {
        return turns().find(turn.id()).orElseThrow();
    }

    /** Every state the turn has been in, in order. */
    List<State> path(Booked turn) {
        return turns().story(turn.id()).stream().map(Turns.Step::to).distinct().toList();
    }

    /** The turn's state as another program would read it from the file at this moment. */
    State onDisk(long turn) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement("select state from turn where id = ?")) {
            statement.setLong(1, turn);
            try (var row = statement.executeQuery()) {
                row.next();
                return State.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Post post(PostId id) {
        return new Post(
                id,
                "u-benjoinery",
                NOON.minus(Duration.ofHours(6)),
                "Fresh oak today",
                true,
                false,
                Optional.empty(),
                Counts.NONE);
    }

    private static Seen seen(PostId id) {
        var post = post(id);
        return new Seen(
                id,
                BEN,
                post.authorId(),
                BEN,
                post.at(),
                Optional.of(post.text()),
                false,
                false,
                false,
                Optional.empty());
    }

    /** What Ann's timeline shows once the introduction is out. */
    static Post introductionOut() {
        return new Post(new PostId("777"), "u-annbakes", NOON, TEXT, true, false, Optional.empty(), Counts.NONE);
    }

    /** What Ann's timeline shows once the post was carried. */
    static Post carriedOut() {
        return new Post(new PostId("778"), "u-annbakes", NOON, "RT", false, false, Optional.of(POST), Counts.NONE);
    }

    @Override
    public void close() {
        database.close();
    }
}
