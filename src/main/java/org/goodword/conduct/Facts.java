package org.goodword.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Refusals;

/**
 * All that a rule may look at besides the proposal itself.
 *
 * @param history what was sent in the last year and what is open, without the turn that is judged
 * @param stopped accounts that may not speak or be spoken for now, each with the reason (paused, left, signed out)
 * @param refusals whom the platform did not let whom carry
 * @param originals posts each member made in the last 28 days of their own accord, as far as they were seen; their
 *     introductions of others left out
 * @param said every text that went out or may have (an unknown outcome counts) from any account, a year back at least; the
 *     same list object in the next question saves indexing it again
 * @param gone posts known to be deleted, hidden or held back
 * @param marked posts their authors marked for carrying
 * @param edited posts whose authors have edited them since they were shown to anybody
 * @param everythingStopped {@code pause all} is in force
 * @param budgetObjection the money objection of our own ledger, if it has one
 * @param writes when each write of the last day went out, from any account; taking back left out
 */
public record Facts(
        Roster roster,
        History history,
        Map<Handle, String> stopped,
        Refusals refusals,
        Map<Handle, Integer> originals,
        List<Said> said,
        Set<PostId> gone,
        Set<PostId> marked,
        Set<PostId> edited,
        Set<LocalDate> quietDays,
        ZoneId circleZone,
        boolean everythingStopped,
        Optional<String> budgetObjection,
        List<Instant> writes) {

    public Facts {
        stopped = Map.copyOf(stopped);
        originals = Map.copyOf(originals);
        said = List.copyOf(said);
        gone = Set.copyOf(gone);
        marked = Set.copyOf(marked);
        edited = Set.copyOf(edited);
        quietDays = Set.copyOf(quietDays);
        writes = List.copyOf(writes);
    }

    /** Before anything is known: nobody belongs and nothing was said. */
    public static Facts none(ZoneId circleZone) {
        return new Facts(
                new Roster(List.of(), Map.of(), Map.of(), Optional.empty()),
                new History(List.of()),
                Map.of(),
                Refusals.NONE,
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                circleZone,
                false,
                Optional.empty(),
                List.of());
    }

    /** A text that went out, without its disclosure. */
    public record Said(long turn, String words, Instant at) {}

    public Facts with(History history) {
        return new Facts(
                roster,
                history,
                stopped,
                refusals,
                originals,
                said,
                gone,
                marked,
                edited,
                quietDays,
                circleZone,
                everythingStopped,
                budgetObjection,
                writes);
    }

    /** The same where that post turns out to have been edited. */
    public Facts withEdited(PostId post) {
        var all = new HashSet<>(edited);
        all.add(post);
        return new Facts(
                roster,
                history,
                stopped,
                refusals,
                originals,
                said,
                gone,
                marked,
                all,
                quietDays,
                circleZone,
                everythingStopped,
                budgetObjection,
                writes);
    }
}
