package org.goodword.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.conduct.Facts;
import org.goodword.conduct.RuleFile;
import org.goodword.conduct.Rulebook;
import org.goodword.conduct.Words;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;
import org.goodword.reach.Lots;
import org.goodword.roster.Enrolment;
import org.goodword.roster.Standing;
import org.goodword.roster.file.RosterFile;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;
import org.goodword.settings.Settings;
import org.goodword.settings.SettingsFile;
import org.goodword.store.Database;
import org.goodword.store.StoredForgetting;
import org.goodword.store.StoredJournal;
import org.goodword.store.StoredLedger;
import org.goodword.store.StoredNotices;
import org.goodword.store.StoredPosts;
import org.goodword.store.StoredRegistry;
import org.goodword.store.StoredTurns;

/** The example circle with its real rules over a real file, on a platform where everyone has posts and everything works. */
final class Village implements AutoCloseable {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The Sunday on which the week of 31 August is dealt. */
    static final Instant SUNDAY = Instant.parse("2026-08-30T17:00:00Z");
    /** The Monday's morning, 06:30 in London. */
    static final Instant MONDAY = Instant.parse("2026-08-31T05:30:00Z");

    static final WeekOf WEEK = WeekOf.parse("2026-W36");

    final Settings settings;
    final Enrolment file;
    final Database database;
    final Square platform = new Square();
    final List<Booked> asked = new ArrayList<>();
    final Books books;
    final Circle circle;
    Runnable whenFixed = () -> {};

    Village(Path home) {
        this(home, "");
    }

    /** @param properties lines of {@code bot.properties} */
    Village(Path home, String properties) {
        settings = settings(home, properties);
        file = RosterFile.read(settings);
        var rules =
                RuleFile.read(settings.files().rules().resolve("x.yaml"), "config/rules/x.yaml", settings.conduct());
        database = Database.migrated("jdbc:sqlite:" + home.resolve("goodword.db"), Database.Durability.SCRATCH);
        books = new Books(
                new StoredTurns(database),
                new StoredPosts(database),
                new StoredLedger(database, rules::tariff),
                new StoredRegistry(database, LONDON),
                new StoredJournal(database),
                new StoredNotices(database));
        var words = new Words(settings.circle().name(), settings.conduct());
        circle = new Circle(
                settings,
                now -> Standing.of(
                        file,
                        books.registry().said(),
                        new byte[32],
                        now.atZone(LONDON).toLocalDate()),
                () -> new Rulebook(rules, words, Facts.none(LONDON)),
                words);
    }

    private static Settings settings(Path home, String properties) {
        try {
            var checkout = Path.of("").toAbsolutePath();
            var circle = "circle.name = Otley Traders\ncircle.account = @otleytraders\nroster.file = "
                    + checkout.resolve("config/members.yaml") + "\n";
            Files.writeString(home.resolve("bot.properties"), circle + properties);
            return SettingsFile.read(home, checkout, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WeekRound week() {
        return new WeekRound(books, circle, platform);
    }

    RedealRound redeal() {
        return new RedealRound(books, circle, week());
    }

    MorningRound morning() {
        return new MorningRound(
                books,
                circle,
                platform,
                week(),
                redeal(),
                new Announcements() {
                    @Override
                    public void fixed(Booked turn) {
                        whenFixed.run();
                    }

                    @Override
                    public void asked(Booked turn) {
                        asked.add(turn);
                    }

                    @Override
                    public void handed(Booked turn) {}
                },
                new Lots(new byte[] {4}));
    }

    /** All of them over another platform, as a program keeps them while it lives. */
    Rounds rounds(Platform over, InstantSource clock, LetterRound.LetterBox letters) {
        var living = new WeekRound(books, circle, over);
        var redealing = new RedealRound(books, circle, living);
        var dispatch = new DispatchRound(books, circle, over, new Stopping(books, circle), clock);
        return new Rounds(
                living,
                redealing,
                new MorningRound(books, circle, over, living, redealing, Announcements.NONE, new Lots(new byte[] {4})),
                dispatch,
                new SampleRound(books, circle, over, dispatch),
                new LetterRound(books, circle, living, letters, "goodword"),
                leaving());
    }

    Membership membership() {
        var stopping = new Stopping(books, circle);
        return new Membership(books, circle, stopping, leaving());
    }

    LeavingRound leaving() {
        return new LeavingRound(
                books, circle, new Stopping(books, circle), new StoredForgetting(database, LONDON), new byte[32]);
    }

    List<Booked> turns(State... states) {
        return books.turns().in(List.of(states));
    }

    List<Booked> allTurns() {
        return books.turns().since(Instant.EPOCH);
    }

    List<Long> ids() {
        return allTurns().stream().map(Booked::id).toList();
    }

    /** These books, but whoever writes the plan down loses power first. */
    Books withoutPowerAt(Journal journal) {
        return new Books(books.turns(), books.posts(), books.ledger(), books.registry(), journal, books.notices());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Everyone is there and posted yesterday and three hours ago. */
    static final class Square implements Platform {
        final List<String> calls = new ArrayList<>();
        final Map<PostId, String> gone = new HashMap<>();
        /** accounts that X does not show, with its word for why */
        final Map<Handle, String> missing = new HashMap<>();
        /** What stands on everybody's. */
        List<Post> timeline = List.of();

        /** What a look finds besides what everyone posts. */
        final Map<Handle, List<Post>> also = new HashMap<>();
        /** What a reading shows in place of what was there. */
        final Map<PostId, Post> changed = new HashMap<>();

        /** Why nothing can be read, if so. */
        Optional<String> shut = Optional.empty();

        /** Why X does not let anybody carry anything, if so, though the accounts work. */
        Optional<String> closed = Optional.empty();

        private final Map<PostId, Post> posts = new HashMap<>();

        @Override
        public Outcome<Profiles> profiles(List<Handle> handles) {
            calls.add("profiles " + handles.size());
            if (shut.isPresent()) {
                return new Outcome.Refused<>(Outcome.Scope.SIGN_IN, shut.get());
            }
            return new Outcome.Done<>(new Profiles(
                    handles.stream()
                            .filter(handle -> !missing.containsKey(handle))
                            .map(handle -> new Profile(new Account(handle, "u-" + handle.name()), handle.name(), 350))
                            .toList(),
                    missing));
        }

        @Override
        public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
            calls.add("posts " + author.handle());
            if (shut.isPresent()) {
                return new Outcome.Refused<>(Outcome.Scope.SIGN_IN, shut.get());
            }
            var made = List.of(
                    post(author, MONDAY.minus(Duration.ofHours(20))), post(author, MONDAY.minus(Duration.ofHours(3))));
            made.forEach(post -> posts.put(post.id(), post));
            var found = new ArrayList<>(after.isPresent() ? List.of() : made);
            found.addAll(also.getOrDefault(author.handle(), List.of()));
            return new Outcome.Done<>(found);
        }

        private Post post(Account author, Instant at) {
            var number = at.getEpochSecond() * 1000 + Math.floorMod(author.id().hashCode(), 1000);
            return new Post(
                    new PostId(Long.toString(number)),
                    author.id(),
                    at,
                    "Fresh from " + author.handle().name() + " at " + at,
                    true,
                    false,
                    Optional.empty(),
                    new Counts(100, 1, 0, 0, 0, 0));
        }

        @Override
        public Outcome<Batch> read(List<PostId> ids) {
            calls.add("read " + ids.size());
            if (shut.isPresent()) {
                return new Outcome.Refused<>(Outcome.Scope.SIGN_IN, shut.get());
            }
            var found = new HashMap<>(posts);
            found.putAll(changed);
            found.keySet().retainAll(ids);
            found.keySet().removeAll(gone.keySet());
            var missing = new HashMap<>(gone);
            missing.keySet().retainAll(ids);
            return new Outcome.Done<>(new Batch(found, missing));
        }

        @Override
        public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
            calls.add("publish " + voice.handle() + " " + paidPartnership);
            return new Outcome.Done<>(new PostId("8" + calls.size()));
        }

        @Override
        public Outcome<PostId> repost(Account voice, PostId post) {
            calls.add("repost " + voice.handle() + " " + post);
            if (closed.isPresent()) {
                return new Outcome.Refused<>(Outcome.Scope.PAIR, closed.get());
            }
            return new Outcome.Done<>(new PostId("9" + calls.size()));
        }

        @Override
        public Outcome<List<Post>> timeline(Account voice, Instant since) {
            return new Outcome.Done<>(timeline);
        }

        @Override
        public Outcome<Profile> signedIn(Handle voice) {
            throw new AssertionError("no round asks this");
        }

        @Override
        public Outcome<PostId> delete(Account voice, PostId own) {
            throw new AssertionError("no round takes anything back");
        }

        @Override
        public Outcome<PostId> undoRepost(Account voice, PostId source) {
            throw new AssertionError("no round takes anything back");
        }
    }
}
