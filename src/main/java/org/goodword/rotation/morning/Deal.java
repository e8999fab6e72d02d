package org.goodword.rotation.morning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.rotation.Dealt;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.line.Evening;
import org.goodword.rotation.line.Line;
import org.goodword.rotation.line.Why;
import org.goodword.rotation.line.Worth;
import org.goodword.rotation.matching.Matching;

/**
 * The morning's deal: the voices at the table are matched to the posts there are. Everyone's first turn comes before
 * anyone's second; in each round as many subjects as possible are served, most owed first, each by the voice that suits
 * the whole best ({@link Matching}). The lot is drawn when a post is picked; a post left alone is nobody's, and its voice
 * is dealt the next.
 */
public final class Deal {
    /** How many subjects are looked at together for each place left: more than can be served, as some pairs may not be. */
    private static final int STRETCH = 2;

    private static final int SMALLEST_STRETCH = 400;

    private final Table table;
    private final Permits permits;
    private final Draw draw;
    private final Map<Handle, Integer> places = new HashMap<>();
    private final Map<Handle, List<Candidate>> posts;
    private final Map<Handle, Map<Handle, Optional<Pairing>>> asked = new HashMap<>();
    private final Set<PostId> leftAlone = new HashSet<>();
    private final List<Dealt> dealt = new ArrayList<>();
    /** Whoever has something to carry, in the order in which a round serves them. */
    private final List<Line.Place> line;

    private final Evening evening;
    private History history;

    private Deal(Table table, Permits permits, Draw draw) {
        this.table = table;
        this.permits = permits;
        this.draw = draw;
        this.history = table.history();
        this.evening = new Evening(table.roster(), table.line(), table.audience());
        table.chairs().forEach(chair -> places.put(chair.voice(), chair.places()));
        this.posts = table.newestFirst();
        this.line = Line.asServed(table.line(), table.window().from()).stream()
                .filter(place -> posts.containsKey(place.subject().handle()))
                .toList();
    }

    /** Deals, and asks {@code draw} about each post it picks. The turns come in the order in which they were dealt. */
    public static List<Dealt> deal(Table table, Permits permits, Draw draw) {
        return new Deal(table, permits, draw).rounds();
    }

    private List<Dealt> rounds() {
        while (round()) {
            // everyone's first turn before anyone's second
        }
        return List.copyOf(dealt);
    }

    /** One turn at most for each subject, most urgent first, a stretch of the line at a time while there are places. */
    private boolean round() {
        var before = dealt.size();
        // a turn of the last round speaks against many of this one
        asked.values().forEach(answers -> answers.values().removeIf(Optional::isPresent));
        for (var from = 0; from < line.size() && placesLeft() > 0; ) {
            var until = Math.min(line.size(), from + STRETCH * placesLeft() + SMALLEST_STRETCH);
            serve(new ArrayList<>(line.subList(from, until)));
            from = until;
        }
        return dealt.size() > before;
    }

    private int placesLeft() {
        return places.values().stream().mapToInt(left -> Math.max(0, left)).sum();
    }

    /** What a lot or a rule that looks at the turns just dealt undoes is dealt again. */
    private void serve(List<Line.Place> unserved) {
        var again = true;
        while (again) {
            again = false;
            var pairs = new Pairings(table, chairs(), unserved, this::remembered);
            var hand = Matching.of(pairs.board());
            var served = new HashSet<Line.Place>();
            for (var subject = 0; subject < unserved.size(); subject++) {
                var voice = hand.voiceFor(subject);
                if (voice.isPresent()) {
                    var chair = pairs.chair(voice.getAsInt());
                    var place = unserved.get(subject);
                    if (settle(chair, place)) {
                        served.add(place);
                    }
                    again = true;
                }
            }
            unserved.removeAll(served);
        }
    }

    private List<Chair> chairs() {
        return table.chairs().stream()
                .filter(chair -> places.getOrDefault(chair.voice(), 0) > 0)
                .map(chair ->
                        new Chair(chair.voice(), chair.circle(), places.getOrDefault(chair.voice(), 0), chair.mode()))
                .toList();
    }

    /** Asks once more, now that other turns of this deal stand, and draws the lot. */
    private boolean settle(Chair chair, Line.Place place) {
        var pairing = pairing(chair, place);
        asked.computeIfAbsent(chair.voice(), voice -> new HashMap<>())
                .put(place.subject().handle(), pairing);
        if (pairing.isEmpty()) {
            return false;
        }
        var candidate = pairing.get().candidate();
        if (draw.leavesAlone(candidate)) {
            leftAlone.add(candidate.post().id());
            return false;
        }
        take(place, pairing.get().proposal());
        return true;
    }

    /** As it was when it was last asked: what was refused then is refused still, and what was allowed is asked again. */
    private Optional<Pairing> remembered(Chair chair, Line.Place place) {
        var answers = asked.computeIfAbsent(chair.voice(), voice -> new HashMap<>());
        var known = answers.get(place.subject().handle());
        var stands = known != null
                && known.map(one -> !leftAlone.contains(one.candidate().post().id()))
                        .orElse(true);
        if (known != null && stands) {
            return known;
        }
        var answer = pairing(chair, place);
        answers.put(place.subject().handle(), answer);
        return answer;
    }

    /** The newest post of hers that this voice may carry. */
    private Optional<Pairing> pairing(Chair chair, Line.Place place) {
        if (isAhead(chair, place) || evening.isBetterTurnedRound(chair.voice(), place)) {
            return Optional.empty();
        }
        for (var candidate : posts.getOrDefault(place.subject().handle(), List.of())) {
            if (!leftAlone.contains(candidate.post().id())) {
                var proposal = Proposal.repost(
                        chair.voice(), candidate.subject(), candidate.author(), candidate.post(), chair.mode());
                if (permits.first(proposal, table.window(), history).isPresent()) {
                    return Optional.of(new Pairing(proposal, candidate, worth(chair, place, candidate)));
                }
            }
        }
        return Optional.empty();
    }

    /** The circle account evens out: it passes over members who have had more than their share of the last 13 weeks, lately too. */
    private boolean isAhead(Chair chair, Line.Place place) {
        return chair.circle() && place.isAhead(table.window().from());
    }

    private double worth(Chair chair, Line.Place place, Candidate candidate) {
        var now = table.window().from();
        return Worth.together(table.roster(), history, chair.voice(), place.subject(), now)
                + Worth.freshness(candidate.post().at(), now)
                + evening.of(chair.voice(), place);
    }

    private void take(Line.Place place, Proposal what) {
        places.merge(what.voice(), -1, Integer::sum);
        dealt.add(new Dealt(what, Why.of(table.roster(), history, what, place)));
        history = history.and(Spoken.of(what, table.roster(), table.window().from(), false));
    }

    /** A voice, a post, and what the two are worth together. */
    record Pairing(Proposal proposal, Candidate candidate, double worth) {}
}
