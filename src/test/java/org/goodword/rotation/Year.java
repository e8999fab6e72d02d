package org.goodword.rotation;

import static org.goodword.rotation.World.START;
import static org.goodword.rotation.World.WEEKS;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Draw;
import org.goodword.rotation.morning.Table;
import org.goodword.rotation.week.Introducible;
import org.goodword.rotation.week.Week;

/**
 * A circle's year, day by day, under X's rules, by the same two rhythms as the program: the week deals introductions, each
 * morning reposts. Three in four asks get a yes, one candidate in five is left alone. The same seed gives every way of
 * dealing the same members, posts, words and answers.
 */
final class Year {
    private static final double YES = 0.75;
    private static final double HELD = 0.2;
    private static final int MEMORY_DAYS = 280;
    private static final int ASKS_A_WEEK = 2;
    /** Beyond the numbers of all posts that members write themselves. */
    private static final long FIRST_INTRODUCTION = 1_000_000_000_000L;

    /** A way to deal. */
    interface Way {
        List<Dealt> morning(Table table, Permits permits, Draw draw);

        default Week.Dealing week(Week.Input input, Permits permits) {
            return Week.deal(input, permits);
        }
    }

    final World world;
    private final Chance chance;
    private final List<Spoken> sent = new ArrayList<>();
    private final List<Introducible> store = new ArrayList<>();
    private final List<Week.Introduction> planned = new ArrayList<>();
    private final List<Candidate> introduced = new ArrayList<>();
    private final Set<PostId> held = new HashSet<>();
    private final Set<PostId> drawn = new HashSet<>();
    private Map<Handle, DayOfWeek> days = Map.of();

    Year(int n, boolean withCircle, long seed) {
        this(n, withCircle, seed, WEEKS);
    }

    Year(int n, boolean withCircle, long seed, int weeksOfPosts) {
        this.world = new World(n, withCircle, seed, weeksOfPosts);
        this.chance = new Chance(seed);
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    Tally.Figures live(Way way) {
        var cpu = cpu();
        live(way, WEEKS, false);
        return new Tally(world.roster, world.audience, sent, START).figures(cpu() - cpu);
    }

    /** So many weeks; with churn some join after three weeks, some leave after six. */
    void live(Way way, int weeks, boolean churn) {
        for (var date = START; date.isBefore(START.plusWeeks(weeks)); date = date.plusDays(1)) {
            var day = date;
            var present = world.roster.with(world.roster.members().stream()
                    .filter(member -> !churn || isHere(member, day))
                    .toList());
            if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
                week(way, date, present);
            }
            morning(way, date, present);
        }
    }

    static boolean isHere(Member member, LocalDate day) {
        var number = Integer.parseInt(member.handle().name().substring(1));
        return (number % 5 != 3 || !day.isBefore(START.plusWeeks(3)))
                && (number % 7 != 5 || day.isBefore(START.plusWeeks(6)));
    }

    List<Spoken> sent() {
        return List.copyOf(sent);
    }

    Set<PostId> held() {
        return Set.copyOf(held);
    }

    /** Her own posts and the introductions of her. */
    List<Post> posts(Handle member) {
        var about = introduced.stream()
                .filter(candidate -> candidate.subject().equals(member))
                .map(Candidate::post);
        return Stream.concat(world.posts.getOrDefault(member, List.of()).stream(), about)
                .toList();
    }

    private History history(Instant now) {
        return new History(sent.stream()
                .filter(spoken -> spoken.at().isAfter(now.minus(Duration.ofDays(MEMORY_DAYS))))
                .toList());
    }

    private void week(Way way, LocalDate monday, Roster roster) {
        var now = evening(monday);
        store.addAll(world.written((int) weekOf(monday)));
        var words = store.stream().filter(one -> isHere(roster, one)).toList();
        var dealing = way.week(input(monday, roster, words), new YearRules(roster, lately(now)));
        days = dealing.days();
        planned.clear();
        planned.addAll(dealing.introductions());
        dealing.introductions()
                .forEach(one -> store.removeIf(said ->
                        one.dealt().what().words().filter(said.text()::equals).isPresent()));
    }

    private static long weekOf(LocalDate date) {
        return (date.toEpochDay() - START.toEpochDay()) / 7;
    }

    private static boolean isHere(Roster roster, Introducible words) {
        return roster.member(words.subject()).isPresent()
                && (roster.isCircle(words.voice())
                        || roster.member(words.voice()).isPresent());
    }

    /** Today's introductions are asked about once more: since Sunday others were sent, and some have left. */
    private void morning(Way way, LocalDate date, Roster roster) {
        var now = World.morning(date);
        var rules = new YearRules(roster, lately(now));
        var window = new Window(now, now.plus(Duration.ofHours(36)));
        var introductions = planned.stream()
                .filter(one -> one.day().equals(date))
                .filter(one -> rules.first(one.dealt().what(), window, open(roster, date, one))
                        .isPresent())
                .toList();
        planned.removeIf(one -> one.day().equals(date) && !introductions.contains(one));
        var table = table(date, roster, introductions);
        var reposts = way.morning(table, rules, this::leavesAlone);
        Stream.concat(introductions.stream().map(Week.Introduction::dealt), reposts.stream())
                .forEach(dealt -> answer(dealt.what(), date, roster));
    }

    private Week.Input input(LocalDate monday, Roster roster, List<Introducible> words) {
        var history = history(evening(monday));
        var modes = roster.members().stream().collect(Collectors.toMap(Member::handle, member -> Mode.APPROVE));
        roster.circle().ifPresent(account -> modes.put(account.handle(), Mode.AUTOMATIC));
        return new Week.Input(
                monday,
                monday,
                roster,
                Line.of(roster.members(), history, world.audience, evening(monday), chance),
                words,
                modes,
                days,
                Set.of(),
                World.ZONE,
                history,
                world.audience,
                chance);
    }

    /** The Sunday evening on which a week is dealt. */
    private static Instant evening(LocalDate monday) {
        return World.morning(monday).minus(Duration.ofHours(12));
    }

    private Table table(LocalDate date, Roster roster, List<Week.Introduction> introductions) {
        var now = World.morning(date);
        return new Table(
                new Window(now, now.plus(Duration.ofHours(36))),
                roster,
                chairs(date, roster, introductions),
                Line.of(roster.members(), open(roster, date), world.audience, now, chance),
                candidates(now, roster),
                open(roster, date),
                world.audience,
                chance);
    }

    /** The table of one morning of a circle that has just begun, with everyone's day dealt and no introductions. */
    Table firstTable(LocalDate date) {
        days = Week.deal(input(date.with(DayOfWeek.MONDAY), world.roster, List.of()), rules(date))
                .days();
        return table(date, world.roster, List.of());
    }

    Permits rules(LocalDate date) {
        return new YearRules(world.roster, lately(World.morning(date)));
    }

    /** What was sent and the week's introductions still to come, but for these. */
    private History open(Roster roster, LocalDate date, Week.Introduction... without) {
        planned.removeIf(one -> !isPresent(roster, one.dealt().what()));
        var history = history(World.morning(date));
        for (var one : planned) {
            if (!one.day().isBefore(date) && !List.of(without).contains(one)) {
                var what = one.dealt().what();
                history = history.and(Spoken.of(what, roster, slot(World.morning(one.day()), roster, what), false));
            }
        }
        return history;
    }

    private static boolean isPresent(Roster roster, Proposal what) {
        return roster.member(what.subject()).isPresent()
                && (roster.isCircle(what.voice()) || roster.member(what.voice()).isPresent());
    }

    private static Instant slot(Instant morning, Roster roster, Proposal what) {
        return morning.plus(Duration.ofHours(roster.isCircle(what.voice()) ? 2 : 4));
    }

    private void answer(Proposal what, LocalDate date, Roster roster) {
        if (!roster.isCircle(what.voice())
                && chance.of("answer", what.voice(), what.subject(), what.kind(), date) >= YES) {
            return;
        }
        var said = Spoken.of(what, roster, slot(World.morning(date), roster, what), true);
        if (what.kind() == Kind.REPOST) {
            sent.add(said);
            return;
        }
        var post = new Post(
                new PostId(Long.toString(FIRST_INTRODUCTION + sent.size())),
                "u-" + what.voice().name(),
                said.at(),
                "",
                true,
                false,
                Optional.empty(),
                Counts.NONE);
        introduced.add(new Candidate(what.subject(), what.voice(), post));
        sent.add(new Spoken(
                0,
                said.kind(),
                said.voice(),
                said.byCircle(),
                said.subject(),
                said.author(),
                Optional.of(post.id()),
                said.words(),
                said.at(),
                true));
    }

    private List<Chair> chairs(LocalDate date, Roster roster, List<Week.Introduction> introductions) {
        var chairs = new ArrayList<Chair>();
        for (var member : roster.members()) {
            var taken = introductions.stream()
                    .filter(one -> one.dealt().what().voice().equals(member.handle()))
                    .count();
            var places = (int) (Math.min(ASKS_A_WEEK, member.capacity()) - taken);
            if (days.get(member.handle()) == date.getDayOfWeek() && places > 0) {
                chairs.add(new Chair(member.handle(), false, places, Mode.APPROVE));
            }
        }
        roster.circle().ifPresent(account -> chairs.add(new Chair(account.handle(), true, 2, Mode.AUTOMATIC)));
        return chairs;
    }

    private List<Candidate> candidates(Instant now, Roster roster) {
        var own = world.posts.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(post -> new Candidate(entry.getKey(), entry.getKey(), post)));
        return Stream.concat(own, introduced.stream())
                .filter(candidate -> roster.member(candidate.subject()).isPresent()
                        && World.isAtHand(candidate.post(), now)
                        && !held.contains(candidate.post().id()))
                .toList();
    }

    private Map<Handle, Integer> lately(Instant now) {
        var lately = new HashMap<Handle, Integer>();
        world.posts.forEach((member, own) -> lately.put(member, (int) own.stream()
                .filter(post -> !post.at().isAfter(now) && post.at().isAfter(now.minus(Duration.ofDays(28))))
                .count()));
        return lately;
    }

    private boolean leavesAlone(Candidate picked) {
        var id = picked.post().id();
        if (drawn.add(id) && chance.of("lot", id) < HELD) {
            held.add(id);
        }
        return held.contains(id);
    }
}
