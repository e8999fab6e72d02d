package org.goodword.rotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.line.Why;
import org.goodword.rotation.line.Worth;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Draw;
import org.goodword.rotation.morning.Table;

/**
 * The plain greedy deal that the matching has to beat: the voices at the table are matched to the posts there are. Subjects are served in the order of the
 * line, everyone's first turn before anyone's second; each gets the voice that suits best among those the rules allow. The
 * lot is drawn when a post is picked; a post left alone is nobody's, and its subject keeps her place in the line.
 */
final class GreedyDeal {
    private final Taste taste;
    private final Table table;
    private final Permits permits;
    private final Draw draw;
    private final Map<Handle, Integer> places = new HashMap<>();
    private final Map<Handle, List<Candidate>> posts;
    private final Set<PostId> leftAlone = new HashSet<>();
    private final List<Dealt> dealt = new ArrayList<>();
    private History history;

    /** Which pairs it may deal today besides the rules, and what speaks for one. */
    interface Taste {
        Taste ANY = (voice, subject) -> 0;

        /** Added to what the pair is worth; negative infinity where it is better kept for another day. */
        double of(Handle voice, Handle subject);
    }

    private GreedyDeal(Table table, Permits permits, Draw draw, Taste taste) {
        this.taste = taste;
        this.table = table;
        this.permits = permits;
        this.draw = draw;
        this.history = table.history();
        table.chairs().forEach(chair -> places.put(chair.voice(), chair.places()));
        this.posts = table.newestFirst();
    }

    /** Deals, and asks {@code draw} about each post it picks. The turns come in the order in which they were dealt. */
    static List<Dealt> deal(Table table, Permits permits, Draw draw) {
        return deal(table, permits, draw, Taste.ANY);
    }

    static List<Dealt> deal(Table table, Permits permits, Draw draw, Taste taste) {
        return new GreedyDeal(table, permits, draw, taste).rounds();
    }

    private List<Dealt> rounds() {
        var anyone = true;
        while (anyone) {
            anyone = false;
            for (var place : table.line()) {
                anyone |= serve(place);
            }
        }
        return List.copyOf(dealt);
    }

    /** One turn for one subject: the best pairing, or the next best where the lot leaves the best one's post alone. */
    private boolean serve(Line.Place place) {
        var best = bestFor(place);
        while (best.isPresent() && draw.leavesAlone(best.get().candidate())) {
            leftAlone.add(best.get().candidate().post().id());
            best = bestFor(place);
        }
        best.ifPresent(pairing -> take(place, pairing));
        return best.isPresent();
    }

    private Optional<Pairing> bestFor(Line.Place place) {
        Optional<Pairing> best = Optional.empty();
        for (var candidate : posts.getOrDefault(place.subject().handle(), List.of())) {
            if (leftAlone.contains(candidate.post().id())) {
                continue;
            }
            for (var chair : table.chairs()) {
                var pairing = pairing(chair, candidate, place);
                if (pairing.isPresent() && (best.isEmpty() || isBetter(pairing.get(), best.get()))) {
                    best = pairing;
                }
            }
        }
        return best;
    }

    private static boolean isBetter(Pairing one, Pairing other) {
        return one.worth() > other.worth() || (one.worth() == other.worth() && one.tie() < other.tie());
    }

    private Optional<Pairing> pairing(Chair chair, Candidate candidate, Line.Place place) {
        var tasted = chair.circle() ? 0 : taste.of(chair.voice(), place.subject().handle());
        var kept = tasted == Double.NEGATIVE_INFINITY && !place.newcomer();
        if (places.getOrDefault(chair.voice(), 0) < 1 || isAhead(chair, place) || kept) {
            return Optional.empty();
        }
        var proposal =
                Proposal.repost(chair.voice(), candidate.subject(), candidate.author(), candidate.post(), chair.mode());
        if (permits.first(proposal, table.window(), history).isEmpty()) {
            return Optional.empty();
        }
        var worth = chair.circle() ? 0 : tasted
                + Worth.together(
                        table.roster(), history, chair.voice(), place.subject(), table.window().from());
        return Optional.of(new Pairing(
                proposal,
                candidate,
                worth + Worth.freshness(candidate.post().at(), table.window().from()),
                table.chance()
                        .of(
                                "deal",
                                table.window().from(),
                                chair.voice(),
                                candidate.post().id())));
    }

    /** The circle account evens out: it passes over members who have had more than their share of the last 13 weeks. */
    private static boolean isAhead(Chair chair, Line.Place place) {
        return chair.circle() && place.lag() < -1;
    }

    private void take(Line.Place place, Pairing pairing) {
        var what = pairing.proposal();
        places.merge(what.voice(), -1, Integer::sum);
        dealt.add(new Dealt(what, Why.of(table.roster(), history, what, place)));
        history = history.and(Spoken.of(what, table.roster(), table.window().from(), false));
    }

    private record Pairing(Proposal proposal, Candidate candidate, double worth, double tie) {}
}
