package org.goodword.rotation.morning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Roster;
import org.goodword.rotation.Audience;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.Window;
import org.goodword.rotation.line.Line;

/**
 * All that a morning's deal decides from.
 *
 * @param window from the morning on, in which what is dealt here may go out
 * @param line who is due, most owed first
 * @param candidates the posts at hand
 * @param history what was sent and what is open
 */
public record Table(
        Window window,
        Roster roster,
        List<Chair> chairs,
        List<Line.Place> line,
        List<Candidate> candidates,
        History history,
        Audience audience,
        Chance chance) {
    public Table {
        chairs = List.copyOf(chairs);
        line = List.copyOf(line);
        candidates = List.copyOf(candidates);
    }

    /** The posts at hand about each subject, the newest first. */
    public Map<Handle, List<Candidate>> newestFirst() {
        return candidates.stream()
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> candidate.post().at())
                        .reversed()
                        .thenComparing(candidate -> candidate.post().id().value()))
                .collect(Collectors.groupingBy(Candidate::subject));
    }
}
