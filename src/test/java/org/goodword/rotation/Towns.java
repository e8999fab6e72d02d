package org.goodword.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Area;
import org.goodword.roster.CircleAccount;
import org.goodword.roster.Consent;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Trade;
import org.goodword.roster.Waking;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Table;
import org.goodword.rotation.week.Introducible;
import org.goodword.rotation.week.Week;

/** Invented circles drawn from a seed, on a Tuesday morning. */
public final class Towns {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final LocalDate MONDAY = LocalDate.parse("2026-09-14");
    public static final Instant MORNING = Instant.parse("2026-09-15T05:30:00Z");
    public static final Window WINDOW = new Window(MORNING, MORNING.plus(Duration.ofHours(36)));
    public static final Handle CIRCLE = Handle.of("thecircle");
    private static final List<String> TRADES = List.of("bakery", "cafe", "joinery", "florist", "bookshop", "laundry");
    private static final List<String> AREAS = List.of("Nether Wick", "Over Wick", "Far Wick");

    private Towns() {}

    /** A town with its posts, its past and who sits at the table this morning. */
    public record Town(long seed, Roster roster, List<Chair> chairs, List<Candidate> candidates, History history) {
        public Audience audience() {
            var followers = new HashMap<Handle, Integer>();
            roster.members()
                    .forEach(member ->
                            followers.put(member.handle(), 50 + member.name().length() * 97));
            return new Audience(followers, Map.of());
        }

        public List<Line.Place> line() {
            return Line.of(roster.members(), history, audience(), MORNING, new Chance(seed));
        }

        public Table table() {
            return table(chairs, candidates);
        }

        public Table table(List<Chair> chairs, List<Candidate> candidates) {
            return new Table(WINDOW, roster, chairs, line(), candidates, history, audience(), new Chance(seed));
        }

        /** The week to be dealt from these words, everyone being asked first. */
        public Week.Input week(List<Introducible> words, Set<LocalDate> quiet) {
            var modes = new HashMap<Handle, Mode>();
            roster.members().forEach(member -> modes.put(member.handle(), Mode.APPROVE));
            modes.put(CIRCLE, Mode.AUTOMATIC);
            return new Week.Input(
                    MONDAY,
                    MONDAY,
                    roster,
                    line(),
                    words,
                    modes,
                    Map.of(),
                    quiet,
                    LONDON,
                    history,
                    audience(),
                    new Chance(seed));
        }

        /** Up to three words of the circle's and of members' about each. */
        public List<Introducible> words() {
            var dice = new SplittableRandom(seed);
            var words = new ArrayList<Introducible>();
            for (var subject : roster.members()) {
                var lines = dice.nextInt(4);
                for (var line = 0; line < lines; line++) {
                    words.add(text(CIRCLE, subject.handle(), "About " + subject.name() + ", line " + line));
                    var writer =
                            roster.members().get(dice.nextInt(roster.members().size()));
                    words.add(text(writer.handle(), subject.handle(), "Word " + line + " for " + subject.name()));
                }
            }
            return words;
        }
    }

    public static Introducible text(Handle voice, Handle subject, String text) {
        return new Introducible(voice, subject, text, "Disclosure: " + text);
    }

    public static Town town(long seed) {
        var dice = new SplittableRandom(seed);
        var members = new ArrayList<Member>();
        var size = 4 + dice.nextInt(30);
        for (var number = 0; number < size; number++) {
            members.add(member(number, dice));
        }
        var roster = roster(members);
        return new Town(seed, roster, chairs(members, dice), candidates(members, dice), history(members, dice));
    }

    public static Roster roster(List<Member> members) {
        return new Roster(
                members,
                Map.of(
                        "bakery", new Trade("bakery", "food", Set.of("cafe"), Set.of()),
                        "cafe", new Trade("cafe", "food", Set.of("bakery", "bookshop"), Set.of()),
                        "joinery", new Trade("joinery", "home", Set.of(), Set.of()),
                        "florist", new Trade("florist", "garden", Set.of(), Set.of("laundry")),
                        "bookshop", new Trade("bookshop", "retail", Set.of("cafe"), Set.of()),
                        "laundry", new Trade("laundry", "services", Set.of(), Set.of("florist"))),
                Map.of(
                        "Nether Wick", new Area("Nether Wick", Set.of("Over Wick")),
                        "Over Wick", new Area("Over Wick", Set.of("Nether Wick")),
                        "Far Wick", new Area("Far Wick", Set.of())),
                Optional.of(
                        new CircleAccount(CIRCLE, "The Circle of Wick", waking(0, EnumSet.allOf(DayOfWeek.class)))));
    }

    public static Waking waking(int from, Set<DayOfWeek> days) {
        return new Waking(LONDON, LocalTime.of(8, 0).plusMinutes(from), LocalTime.of(20, 0), days);
    }

    /** A bakery in Nether Wick that wants three turns a week and works daily. */
    public static Member plain(String name) {
        return member(name, "bakery", "Nether Wick", 3, LocalDate.parse("2026-01-01"));
    }

    public static Member member(String name, String trade, String area, int want, LocalDate since) {
        return member(name, trade, area, want, since, EnumSet.allOf(DayOfWeek.class));
    }

    public static Member member(
            String name, String trade, String area, int want, LocalDate since, Set<DayOfWeek> days) {
        return new Member(
                Handle.of(name),
                "House of " + name,
                trade,
                area,
                Optional.empty(),
                waking(0, days),
                List.of("en"),
                2,
                want,
                new Consent(since, Optional.empty(), true, Mode.APPROVE, Mode.APPROVE),
                Member.Carry.ALL,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    private static Member member(int number, SplittableRandom dice) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        var shift = dice.nextInt(7);
        var worked = 1 + dice.nextInt(7);
        for (var day = 0; day < worked; day++) {
            days.add(DayOfWeek.of((shift + day) % 7 + 1));
        }
        return member(
                "member" + number,
                TRADES.get(dice.nextInt(TRADES.size())),
                AREAS.get(dice.nextInt(AREAS.size())),
                1 + dice.nextInt(4),
                LocalDate.parse("2026-09-14").minusDays(dice.nextInt(200)),
                days);
    }

    private static List<Chair> chairs(List<Member> members, SplittableRandom dice) {
        var chairs = new ArrayList<Chair>();
        chairs.add(new Chair(CIRCLE, true, 2, Mode.AUTOMATIC));
        members.stream()
                .filter(member -> dice.nextInt(3) > 0)
                .forEach(member -> chairs.add(new Chair(member.handle(), false, 1 + dice.nextInt(2), Mode.APPROVE)));
        return chairs;
    }

    private static List<Candidate> candidates(List<Member> members, SplittableRandom dice) {
        var candidates = new ArrayList<Candidate>();
        for (var member : members) {
            var posts = dice.nextInt(4);
            for (var number = 0; number < posts; number++) {
                var subject = dice.nextInt(6) == 0 ? members.get(dice.nextInt(members.size())) : member;
                var id = "9" + candidates.size();
                candidates.add(candidate(id, subject.handle(), member.handle(), dice.nextInt(47)));
            }
        }
        return candidates;
    }

    public static Candidate candidate(String id, Handle subject, Handle author, int hoursOld) {
        return new Candidate(
                subject,
                author,
                new Post(
                        new PostId(id),
                        "u-" + author.name(),
                        MORNING.minus(Duration.ofHours(hoursOld)),
                        "Post " + id,
                        true,
                        false,
                        Optional.empty(),
                        Counts.NONE));
    }

    private static History history(List<Member> members, SplittableRandom dice) {
        var past = new ArrayList<Spoken>();
        var turns = dice.nextInt(members.size() * 3);
        for (var number = 0; number < turns; number++) {
            var voice = members.get(dice.nextInt(members.size())).handle();
            var subject = members.get(dice.nextInt(members.size())).handle();
            if (!voice.equals(subject)) {
                past.add(sent(number + 1, voice, subject, dice.nextInt(120)));
            }
        }
        return new History(past);
    }

    public static Spoken sent(long turn, Handle voice, Handle subject, int daysAgo) {
        return new Spoken(
                turn,
                Kind.REPOST,
                voice,
                voice.equals(CIRCLE),
                subject,
                subject,
                Optional.of(new PostId("1" + turn)),
                Optional.empty(),
                MORNING.minus(Duration.ofDays(daysAgo)),
                true);
    }

    /** The rules a deal cannot do without, written out plainly: the rulebook's own are tried elsewhere. */
    public static Permits permits(Roster roster) {
        return (proposal, at, history) -> {
            var no = new Permits.Objection("plain", "not these two", Optional.empty());
            return allowed(roster, proposal, history) ? Optional.empty() : Optional.of(no);
        };
    }

    private static boolean allowed(Roster roster, Proposal proposal, History history) {
        var voice = roster.member(proposal.voice());
        var others = proposal.kind() == Kind.INTRODUCTION
                ? List.of(proposal.subject())
                : List.of(proposal.subject(), proposal.author());
        var alone = others.stream().noneMatch(proposal.voice()::equals);
        var apart = others.stream()
                .flatMap(other -> roster.member(other).stream())
                .noneMatch(other ->
                        voice.map(speaker -> roster.rivals(speaker, other)).orElse(false));
        var free = proposal.post()
                .map(post -> history.of(post.id())
                        .noneMatch(done -> done.byCircle() == proposal.voice().equals(CIRCLE)))
                .orElse(true);
        var fresh = voice.isEmpty()
                || history.by(proposal.voice()).noneMatch(done -> done.subject().equals(proposal.subject()));
        var once = proposal.kind() == Kind.INTRODUCTION
                || history.about(proposal.subject())
                        .filter(done -> !done.sent() && done.kind() == Kind.REPOST)
                        .noneMatch(done -> done.byCircle() == proposal.voice().equals(CIRCLE));
        return alone && apart && free && fresh && once;
    }
}
