package org.goodword.sandbox.town;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The invented world. Lazy and deterministic: asked at an instant it holds all posts by habit up to then, the same
 * for the same seed, founding and residents. What clients do to it goes into its {@link Books}. Every method may be
 * called from any thread; instants should not run far backwards.
 */
public final class Town {
    /** The author of answers that come from beyond the town. */
    public static final String OUTSIDER = "passer_by";

    private static final Duration NOT_TWICE = Duration.ofDays(365);

    private final long seed;
    private final Instant founded;
    private final Lift lift;
    private final Map<String, Home> homes = new LinkedHashMap<>();
    private final Map<String, Home> byId = new HashMap<>();
    private final List<Home> byNumber = new ArrayList<>();
    private final Map<Long, Post> posts = new HashMap<>();
    private final Map<Long, List<Carry>> carries = new HashMap<>();
    private final Map<Long, List<Post>> edits = new HashMap<>();
    private final Ids ids = new Ids();
    private final Books books = new Books();
    private final Till till = new Till();
    private final Memory memory;
    private boolean tellsImpressions = true;

    private Town(long seed, Instant founded, List<Resident> residents, Lift lift, Memory memory) {
        this.seed = seed;
        this.founded = founded;
        this.lift = lift;
        this.memory = memory;
        if (residents.size() >= Ids.MOST_RESIDENTS - 1) {
            throw new IllegalArgumentException("A town holds fewer than " + (Ids.MOST_RESIDENTS - 1) + " residents");
        }
        for (var resident : residents) {
            moveIn(resident);
        }
    }

    public static Town of(long seed, Instant founded, List<Resident> residents, Lift lift) {
        return new Town(seed, founded, residents, lift, Memory.none());
    }

    /**
     * A town that remembers in {@code journal} what was done to it, and begins with what the file already holds.
     *
     * @throws IOException if the file cannot be read or written, or belongs to another town
     */
    public static Town of(long seed, Instant founded, List<Resident> residents, Lift lift, Path journal)
            throws IOException {
        var lines = Journal.read(journal);
        var memory = Memory.in(journal, lines.isEmpty(), seed, founded, lift);
        var town = new Town(seed, founded, residents, lift, memory);
        memory.replay(lines, town);
        return town;
    }

    /**
     * When the town of this journal was founded; empty where nothing was written yet.
     *
     * @throws IOException if the file cannot be read
     */
    public static Optional<Instant> foundedIn(Path journal) throws IOException {
        return Journal.read(journal).stream()
                .findFirst()
                .map(line -> Instant.parse(line.path("at").asString()));
    }

    private void moveIn(Resident resident) {
        var number = byNumber.size();
        var id = 1_000_000_000_000_000_000L
                + (Dice.over(seed, "id of " + resident.key()).number() >>> 14) * 1_000L / 2
                + number % 500;
        var home = new Home(
                resident,
                Long.toString(id),
                Habits.followers(seed, resident),
                new Habits(seed, number, resident, founded));
        if (homes.put(resident.key(), home) != null) {
            throw new IllegalArgumentException("Two residents are called @" + resident.handle());
        }
        byId.put(home.id, home);
        byNumber.add(home);
    }

    public Instant founded() {
        return founded;
    }

    public Books books() {
        return books;
    }

    public List<Resident> residents() {
        return byNumber.stream().map(home -> home.resident).toList();
    }

    public Optional<Resident> resident(String handle) {
        return Optional.ofNullable(homes.get(Resident.key(handle))).map(home -> home.resident);
    }

    public Optional<Resident> residentWithId(String id) {
        return Optional.ofNullable(byId.get(id)).map(home -> home.resident);
    }

    /** The account's id on the platform. */
    public String idOf(String handle) {
        return home(handle).id;
    }

    public int followersOf(String handle) {
        return home(handle).followers;
    }

    /** Letters and digits that only this town can know, the same each time for the same {@code what}. */
    public String secret(String what, int length) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var dice = Dice.over(seed, "secret " + what);
        var secret = new StringBuilder();
        for (var i = 0; i < length; i++) {
            secret.append(alphabet.charAt(dice.below(alphabet.length())));
        }
        return secret.toString();
    }

    /** Originals a week this resident makes by habit, in the long run. */
    public double postsPerWeekOf(String handle) {
        return home(handle).habits.postsPerWeek();
    }

    // --- what can be seen

    /** Everything on the resident's timeline at {@code now}, newest first: posts, answers, quotes and reposts. */
    public synchronized List<Post> timeline(String handle, Instant now) {
        var home = home(handle);
        write(home, now);
        return home.timeline.descendingMap().values().stream()
                .filter(post -> isShown(post, now) && isNewest(post, now))
                .toList();
    }

    /** The same between two ids, both left out, at most so many. */
    public synchronized List<Post> timeline(String handle, Instant now, long above, long below, int most) {
        var home = home(handle);
        write(home, now);
        return above >= below
                ? List.of()
                : home.timeline.subMap(above, false, below, false).descendingMap().values().stream()
                        .filter(post -> isShown(post, now) && isNewest(post, now))
                        .limit(most)
                        .toList();
    }

    /** The post, if it is there at {@code now}. */
    public synchronized Optional<Post> post(long id, Instant now) {
        return find(id, now).filter(post -> isShown(post, now));
    }

    public synchronized Tally tally(Post post, Instant now) {
        if (post.kind() == Post.Kind.REPOST || homes.get(Resident.key(post.author())) == null) {
            return new Tally(0, 0, 0, 0, 0, 0);
        }
        return Looks.tally(seed, post, followersOf(post.author()), carriesOf(post.id()), now);
    }

    /** Answers from beyond the town to a post, oldest first. */
    public synchronized List<Post> answers(long id, Instant now) {
        return post(id, now)
                .filter(post -> post.kind() != Post.Kind.REPOST)
                .map(post -> answersTo(post, now))
                .orElse(List.of());
    }

    private List<Post> answersTo(Post post, Instant now) {
        var times = Looks.answers(seed, post, followersOf(post.author()), carriesOf(post.id()), now);
        var bank = Phrases.everybody("ANSWERS");
        var answers = new TreeMap<Long, Post>();
        for (var i = 0; i < times.size(); i++) {
            var dice = Dice.over(seed, "answer", post.id(), i);
            var id = Ids.byHabit(times.get(i), Ids.MOST_RESIDENTS - 1) + dice.below(32);
            var text = Phrases.fill(bank.get(dice.below(bank.size())), dice);
            answers.put(
                    id,
                    new Post(
                            id,
                            OUTSIDER,
                            times.get(i),
                            text,
                            Post.Kind.REPLY,
                            post.id(),
                            post.id(),
                            false,
                            false,
                            Optional.empty()));
        }
        return List.copyOf(answers.values());
    }

    /** Whether this account has a live post with exactly this text. */
    public synchronized boolean hasSaid(String handle, String text, Instant now) {
        return timeline(handle, now, Ids.floor(now.minus(NOT_TWICE)), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .anyMatch(post -> post.text().equals(text));
    }

    public synchronized boolean hasReposted(String handle, long source, Instant now) {
        var key = Resident.key(handle);
        return carriesOf(source).stream()
                .anyMatch(carry -> carry.isLive(now) && Resident.key(carry.by()).equals(key));
    }

    private boolean isShown(Post post, Instant now) {
        if (!post.isThere(now)) {
            return false;
        }
        return post.kind() != Post.Kind.REPOST
                || find(post.refers(), now).map(source -> source.isThere(now)).orElse(false);
    }

    private Optional<Post> find(long id, Instant now) {
        var known = posts.get(id);
        if (known == null
                && Ids.isByHabit(id)
                && Ids.resident(id) < byNumber.size()
                && !Ids.at(id).isAfter(now)) {
            write(byNumber.get(Ids.resident(id)), now);
            known = posts.get(id);
        }
        return Optional.ofNullable(known);
    }

    private void write(Home home, Instant now) {
        home.unwritten(now).forEach(post -> keep(home, post));
    }

    private void keep(Home home, Post post) {
        home.timeline.put(post.id(), post);
        posts.put(post.id(), post);
    }

    // --- what can be done

    public synchronized Post publish(String handle, String text, boolean paid, Instant now) {
        var post = Post.original(ids.arriving(now), home(handle).resident.handle(), now, text, paid);
        memory.posted(post);
        enter(post);
        return post;
    }

    void enter(Post post) {
        ids.taken(post.id());
        keep(home(post.author()), post);
        books.note(new Books.Effect(Books.Kind.POST, post.author(), post.idText(), post.text(), post.at()));
    }

    /** Carries a post that is there; the caller has looked whether the account carries it already. */
    public synchronized Post repost(String handle, Post source, Instant now) {
        var repost = new Post(
                ids.arriving(now),
                home(handle).resident.handle(),
                now,
                "RT @" + source.author() + ": " + source.text(),
                Post.Kind.REPOST,
                source.id(),
                source.id(),
                false,
                false,
                Optional.empty());
        memory.reposted(repost, source);
        enter(repost, source.text());
        return repost;
    }

    void enter(Post repost, String sourceText) {
        ids.taken(repost.id());
        keep(home(repost.author()), repost);
        var list = carries.computeIfAbsent(repost.refers(), unused -> new ArrayList<>());
        var gain = lift.gain(seed, repost.refers(), list.size());
        list.add(new Carry(repost.author(), repost.id(), repost.at(), Optional.empty(), gain));
        noteCarrying(repost.refers());
        books.note(new Books.Effect(
                Books.Kind.REPOST, repost.author(), Long.toString(repost.refers()), sourceText, repost.at()));
    }

    /** False where the account was not carrying the post, or the post is not there. */
    public synchronized boolean undoRepost(String handle, long source, Instant now) {
        var found = find(source, now);
        if (found.isEmpty() || !hasReposted(handle, source, now)) {
            return false;
        }
        memory.undone(home(handle).resident.handle(), source, found.get().text(), now);
        takeBack(home(handle).resident.handle(), source, found.get().text(), now);
        return true;
    }

    void takeBack(String handle, long source, String sourceText, Instant now) {
        var home = home(handle);
        carries.getOrDefault(source, List.of()).replaceAll(carry -> {
            if (!carry.by().equals(home.resident.handle()) || carry.until().isPresent()) {
                return carry;
            }
            home.timeline.computeIfPresent(carry.repostId(), (id, repost) -> repost.gone(now));
            posts.computeIfPresent(carry.repostId(), (id, repost) -> repost.gone(now));
            return carry.takenBack(now);
        });
        noteCarrying(source);
        books.note(new Books.Effect(
                Books.Kind.UNDO_REPOST, home.resident.handle(), Long.toString(source), sourceText, now));
    }

    public synchronized void delete(Post post, Instant now) {
        memory.deleted(post, now);
        remove(post, now);
    }

    void remove(Post post, Instant now) {
        keep(home(post.author()), post.gone(now));
        books.note(new Books.Effect(Books.Kind.DELETE, post.author(), post.idText(), post.text(), now));
    }

    private void noteCarrying(long source) {
        var total = carriesOf(source).stream().mapToDouble(Carry::finalGain).sum();
        books.carried(Long.toString(source), 1 + total);
    }

    private List<Carry> carriesOf(long source) {
        return carries.getOrDefault(source, List.of());
    }

    /** Its author edits a post that is there: a new one stands in its place, and the old one stays to be read. */
    public synchronized Optional<Post> edit(long id, String text, Instant now) {
        return post(id, now).filter(post -> post.kind() == Post.Kind.ORIGINAL).map(old -> {
            var post = Post.original(ids.arriving(now), old.author(), now, text, old.paid());
            memory.edited(post, old);
            replace(old, post);
            return post;
        });
    }

    void replace(Post old, Post post) {
        ids.taken(post.id());
        keep(home(post.author()), post);
        var chain = edits.computeIfAbsent(old.id(), unused -> new ArrayList<>(List.of(old)));
        chain.add(post);
        edits.put(post.id(), chain);
    }

    /** The ids that editing gave a post by {@code now}, the oldest first; its own alone where it was never edited. */
    public synchronized List<Long> versions(long id, Instant now) {
        var chain = edits.getOrDefault(id, List.of()).stream()
                .filter(post -> !post.at().isAfter(now))
                .map(Post::id)
                .toList();
        return chain.isEmpty() ? List.of(id) : chain;
    }

    private boolean isNewest(Post post, Instant now) {
        if (!edits.containsKey(post.id())) {
            return true;
        }
        var chain = versions(post.id(), now);
        return chain.get(chain.size() - 1) == post.id();
    }

    /** Whether counts tell how often a post was shown; of older ones X does not. */
    public synchronized void tellImpressions(boolean told) {
        tellsImpressions = told;
    }

    public synchronized boolean tellsImpressions() {
        return tellsImpressions;
    }

    // --- what it costs

    /** What the app may still spend, in thousandths of a dollar; −1 for no limit. */
    public synchronized void credits(long milliDollars) {
        till.credits(milliDollars);
    }

    public synchronized boolean affords(long milliDollars) {
        return till.affords(milliDollars);
    }

    public synchronized void billWrite(long milliDollars) {
        bill(milliDollars);
        memory.billed(milliDollars);
    }

    /** Bills each of these once in a UTC day. */
    public synchronized void billReads(Collection<String> things, long milliDollarsEach, Instant now) {
        var unread = till.unread(things, now);
        if (!unread.isEmpty()) {
            bill(unread.size() * milliDollarsEach);
            memory.read(unread, milliDollarsEach, now);
        }
    }

    void billAgain(Collection<String> things, long milliDollarsEach, Instant then) {
        bill(till.unread(things, then).size() * milliDollarsEach);
    }

    void bill(long milliDollars) {
        till.pay(milliDollars);
        books.bill(milliDollars);
    }

    // --- who may act

    /** The account withdraws the app's permission: every token it has now is dead. */
    public synchronized void revoke(String handle) {
        var home = home(handle);
        home.revokedTo = home.permissions;
        memory.standing(home.resident.handle(), home.permissions, home.revokedTo);
    }

    /** As if it had never been withdrawn. */
    public synchronized void restore(String handle) {
        var home = home(handle);
        home.revokedTo = 0;
        memory.standing(home.resident.handle(), home.permissions, home.revokedTo);
    }

    /** The number of the account's standing permission, a new one where the last was withdrawn. */
    public synchronized int permit(String handle) {
        var home = home(handle);
        if (home.permissions <= home.revokedTo) {
            home.permissions++;
            memory.standing(home.resident.handle(), home.permissions, home.revokedTo);
        }
        return home.permissions;
    }

    /** How many permissions the account has ever given, from 1. */
    public synchronized int permissions(String handle) {
        return home(handle).permissions;
    }

    void standing(String handle, int permissions, int revokedTo) {
        home(handle).permissions = permissions;
        home(handle).revokedTo = revokedTo;
    }

    public synchronized boolean permits(String handle, int permission) {
        return permission > home(handle).revokedTo;
    }

    /** A protected account's posts are shown to nobody but itself. */
    public synchronized void lock(String handle, boolean locked) {
        home(handle).locked = locked;
    }

    public synchronized boolean isLocked(String handle) {
        return Optional.ofNullable(homes.get(Resident.key(handle)))
                .map(home -> home.locked)
                .orElse(false);
    }

    private Home home(String handle) {
        var home = homes.get(Resident.key(handle));
        if (home == null) {
            throw new IllegalArgumentException("Nobody in the town is called @" + Resident.key(handle));
        }
        return home;
    }
}
