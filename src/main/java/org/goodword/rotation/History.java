package org.goodword.rotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;

/**
 * What was sent in the last year and what is open now. Open turns hold their place in every cap; only what was sent counts
 * between two members (a no does not use up the pair).
 */
public final class History {
    private static final Comparator<Spoken> BY_TIME =
            Comparator.comparing(Spoken::at).thenComparing(Spoken::turn);

    /** What was added since is looked through one by one; so many, and all is sorted into drawers again. */
    private static final int MOST_ADDED = 48;

    private final List<Spoken> all;
    private final Drawers drawers;
    private final List<Spoken> added;

    public History(List<Spoken> all) {
        this.all = all.stream().sorted(BY_TIME).toList();
        this.drawers = Drawers.of(this.all);
        this.added = List.of();
    }

    private History(List<Spoken> sorted, Drawers drawers, List<Spoken> added) {
        this.all = sorted;
        this.drawers = drawers;
        this.added = added;
    }

    /** Who said what of whom, by each of the three. */
    private record Drawers(
            Map<Handle, List<Spoken>> byVoice, Map<Handle, List<Spoken>> bySubject, Map<PostId, List<Spoken>> byPost) {
        static Drawers of(List<Spoken> all) {
            var drawers = new Drawers(new HashMap<>(), new HashMap<>(), new HashMap<>());
            all.forEach(drawers::sort);
            return drawers;
        }

        private void sort(Spoken spoken) {
            byVoice.computeIfAbsent(spoken.voice(), handle -> new ArrayList<>()).add(spoken);
            bySubject
                    .computeIfAbsent(spoken.subject(), handle -> new ArrayList<>())
                    .add(spoken);
            spoken.post()
                    .ifPresent(post -> byPost.computeIfAbsent(post, id -> new ArrayList<>())
                            .add(spoken));
        }
    }

    /** In the order of time. */
    public List<Spoken> all() {
        return Collections.unmodifiableList(all);
    }

    public Stream<Spoken> by(Handle voice) {
        return with(
                drawers.byVoice().getOrDefault(voice, List.of()),
                one -> one.voice().equals(voice));
    }

    /** Turns in which others spoke up for this member. */
    public Stream<Spoken> about(Handle subject) {
        return with(
                drawers.bySubject().getOrDefault(subject, List.of()),
                one -> one.subject().equals(subject));
    }

    public Stream<Spoken> of(PostId post) {
        return with(
                drawers.byPost().getOrDefault(post, List.of()),
                one -> one.post().equals(Optional.of(post)));
    }

    private Stream<Spoken> with(List<Spoken> drawer, Predicate<Spoken> alike) {
        return added.isEmpty()
                ? drawer.stream()
                : Stream.concat(drawer.stream(), added.stream().filter(alike));
    }

    /** When this voice last spoke for this subject, by what was sent. */
    public Optional<Instant> last(Handle voice, Handle subject) {
        return by(voice)
                .filter(spoken -> spoken.sent() && spoken.subject().equals(subject))
                .map(Spoken::at)
                .max(Comparator.naturalOrder());
    }

    /** When this member was last spoken up for, by what was sent. */
    public Optional<Instant> lastHeard(Handle subject) {
        return about(subject).filter(Spoken::sent).map(Spoken::at).max(Comparator.naturalOrder());
    }

    /** This history and one more. */
    public History and(Spoken spoken) {
        var at = Collections.binarySearch(all, spoken, BY_TIME);
        var sorted = new ArrayList<>(all);
        sorted.add(at < 0 ? -at - 1 : at + 1, spoken);
        if (added.size() == MOST_ADDED) {
            return new History(sorted);
        }
        var more = new ArrayList<>(added);
        more.add(spoken);
        return new History(sorted, drawers, more);
    }

    /** This history without the turn of that number, so that a turn can be judged against all the others. */
    public History without(long turn) {
        return new History(all.stream().filter(spoken -> spoken.turn() != turn).toList());
    }
}
