package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goodword.conduct.Figure;
import org.goodword.conduct.Rulebook;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.Turn;
import org.goodword.rounds.books.Books;

/**
 * How many reposts a week will bring, before there are posts to repost. An estimate: the places voices have on their days,
 * at most what the pairs bear and what the subjects' posts allow, times the share of turns that went out before.
 */
final class ExpectedReposts {
    /** How far back the share of turns that went out is counted, and how many are too few to go by. */
    private static final Duration QUARTER = Duration.ofDays(91);

    private static final int ENOUGH = 20;

    /** Where nothing is known yet: three in four say yes. */
    private static final double USUAL_YES = 0.75;

    /** A pair serves once in a quarter, and a deal finds about so much of what the pairs bear on paper. */
    private static final double FOUND = 0.85;

    private static final Set<State> WENT_OUT = EnumSet.of(State.SENT, State.UNKNOWN);

    private final Books books;
    private final Roster roster;
    private final Rulebook rulebook;
    private final List<Member> subjects;
    private final Instant now;
    private final Map<Handle, Integer> made;

    ExpectedReposts(Books books, Roster roster, Rulebook rulebook, List<Member> subjects, Instant now) {
        this.books = books;
        this.roster = roster;
        this.rulebook = rulebook;
        this.subjects = subjects;
        this.now = now;
        this.made = books.posts().made(now.minus(WeekCost.FOUR_WEEKS));
    }

    /** For each weekday the whole number below what is expected; a day that can bring none is absent. */
    Map<DayOfWeek, Integer> of(Map<Handle, DayOfWeek> days, List<Turn> introductions, Set<DayOfWeek> quiet) {
        var yes = shareThatWentOut();
        var places = places(days, introductions);
        var all = places.values().stream().mapToDouble(one -> one).sum();
        var byMembers = Math.min(all * yes, Math.min(pairsBear() - byMembers(introductions) * yes, withPosts()));
        var byCircle = byCircle();
        var expected = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var share = all == 0 ? 0 : Math.max(0, byMembers) * places.getOrDefault(day, 0.0) / all;
            if (!quiet.contains(day) && share + byCircle > 0) {
                expected.put(day, (int) (share + byCircle));
            }
        }
        return expected;
    }

    private Map<DayOfWeek, Double> places(Map<Handle, DayOfWeek> days, List<Turn> introductions) {
        var places = new EnumMap<DayOfWeek, Double>(DayOfWeek.class);
        days.forEach((voice, day) -> {
            if (rulebook.mode(roster, voice, Kind.REPOST) != Mode.OFF) {
                var taken = introductions.stream()
                        .filter(turn -> turn.what().voice().equals(voice))
                        .count();
                roster.member(voice)
                        .ifPresent(member -> places.merge(day, Math.max(0, places(member) - taken), Double::sum));
            }
        });
        return places;
    }

    private double places(Member voice) {
        var rules = rulebook.rules();
        var asked = (double) Math.min(voice.capacity(), rules.count(Figure.ASKS_A_WEEK));
        if (made.isEmpty()) {
            return asked;
        }
        var part = rules.number(Figure.PART_OF_POSTS).doubleValue();
        var own = made.getOrDefault(voice.handle(), 0);
        var counted = Math.max(rules.count(Figure.ALWAYS_ALLOWED), own * part / (1 - part));
        return Math.min(asked, counted * 7 / rules.count(Figure.COUNTED_DAYS));
    }

    private double pairsBear() {
        var members = roster.members();
        var pairs = 0;
        for (var i = 0; i < members.size(); i++) {
            for (var j = i + 1; j < members.size(); j++) {
                pairs += roster.rivals(members.get(i), members.get(j)) ? 0 : 1;
            }
        }
        return FOUND * pairs * 7 / Math.max(7, rulebook.rules().count(Figure.REPEAT_DAYS));
    }

    private long byMembers(List<Turn> introductions) {
        return introductions.stream()
                .filter(turn -> !roster.isCircle(turn.what().voice()))
                .count();
    }

    /** Members whose posts were seen lately, each carried once in so many days; before anything was seen, everyone. */
    private double withPosts() {
        return posting() * 7.0 / Math.max(1, rulebook.rules().count(Figure.CARRIED_DAYS));
    }

    private long posting() {
        return subjects.stream()
                .filter(member -> made.isEmpty() || made.containsKey(member.handle()))
                .count();
    }

    private double byCircle() {
        var rules = rulebook.rules();
        var speaks = roster.circle()
                .map(account -> rulebook.mode(roster, account.handle(), Kind.REPOST) != Mode.OFF)
                .orElse(false);
        return speaks
                ? Math.min(
                        rules.count(Figure.CIRCLE_REPOSTS_A_DAY),
                        posting() / (double) Math.max(1, rules.count(Figure.CARRIED_BY_CIRCLE_DAYS)))
                : 0;
    }

    /** Of the reposts that members were dealt in the last quarter. */
    double shareThatWentOut() {
        var ended = books.turns().since(now.minus(QUARTER)).stream()
                .filter(turn -> turn.what().kind() == Kind.REPOST
                        && !roster.isCircle(turn.what().voice())
                        && !State.QUEUED.contains(turn.state()))
                .toList();
        return ended.size() < ENOUGH
                ? USUAL_YES
                : ended.stream().map(Booked::state).filter(WENT_OUT::contains).count() / (double) ended.size();
    }
}
