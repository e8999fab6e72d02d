package org.goodword.rotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.goodword.platform.PostId;
import org.goodword.rotation.morning.Candidate;
import org.goodword.rotation.morning.Chair;
import org.goodword.rotation.morning.Draw;
import org.goodword.rotation.morning.Table;
import org.goodword.rotation.week.Week;

/** Whoever may: each voice takes posts in the order of a rota that goes round like a tournament's, or in any order. */
record AnyDeal(boolean shuffled) implements Year.Way {
    @Override
    public Week.Dealing week(Week.Input in, Permits permits) {
        var anyOrder = in.line().stream()
                .sorted(Comparator.comparing(place ->
                        in.chance().of("any", in.monday(), place.subject().handle())))
                .toList();
        return Week.deal(
                new Week.Input(
                        in.monday(),
                        in.from(),
                        in.roster(),
                        anyOrder,
                        in.words(),
                        in.modes(),
                        in.daysBefore(),
                        in.quietDays(),
                        in.circleZone(),
                        in.history(),
                        in.audience(),
                        in.chance()),
                permits);
    }

    @Override
    public List<Dealt> morning(Table table, Permits permits, Draw draw) {
        var dealt = new ArrayList<Dealt>();
        var history = table.history();
        var left = new ArrayList<>(table.candidates());
        for (var chair : table.chairs()) {
            left.sort(Comparator.comparingDouble((Candidate candidate) -> turnOf(chair, candidate, table))
                    .thenComparing(candidate -> candidate.post().id().value()));
            var places = chair.places();
            var gone = new HashSet<PostId>();
            for (var candidate : left) {
                var what = Proposal.repost(
                        chair.voice(), candidate.subject(), candidate.author(), candidate.post(), chair.mode());
                if (places > 0 && permits.first(what, table.window(), history).isPresent()) {
                    if (draw.leavesAlone(candidate)) {
                        gone.add(candidate.post().id());
                    } else {
                        places--;
                        dealt.add(new Dealt(what, List.of()));
                        history = history.and(
                                Spoken.of(what, table.roster(), table.window().from(), false));
                    }
                }
            }
            left.removeIf(candidate -> gone.contains(candidate.post().id()));
        }
        return dealt;
    }

    private double turnOf(Chair chair, Candidate candidate, Table table) {
        var today = table.window().from().getEpochSecond() / 86_400;
        return shuffled
                ? table.chance().of("any", chair.voice(), candidate.post().id())
                : (number(candidate.subject().name())
                                + 1e6
                                - number(chair.voice().name())
                                - today)
                        % 1000;
    }

    private static int number(String handle) {
        return handle.equals("thecircle") ? 0 : Integer.parseInt(handle.substring(1));
    }
}
