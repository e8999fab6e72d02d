package org.goodword.rotation;

import java.time.Duration;
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

    /** So many are looked through one by one; then they are sorted into drawers. */
    private static final int LOOSE = 48;

    /** So many drawers' worth of new turns; then all is sorted into drawers again. */
    private static final int YOUNG = 2_048;

    private final Drawers old;
    private final Drawers young;
    private final List<Spoken> loose;
    private Optional<List<Spoken>> inOrder = Optional.empty();

    public History(List<Spoken> all) {
        this(Drawers.of(all), Drawers.of(List.of()), List.of());
    }

    private History(Drawers old, Drawers young, List<Spoken> loose) {
        this.old = old;
        this.young = young;
        this.loose = loose;
    }

    /** Who said what of whom, by each of the three. */
    private record Drawers(
            List<Spoken> all,
            Map<Handle, List<Spoken>> byVoice,
            Map<Handle, List<Spoken>> bySubject,
            Map<PostId, List<Spoken>> byPost) {
        static Drawers of(List<Spoken> some) {
            var drawers = new Drawers(
                    some.stream().sorted(BY_TIME).toList(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            drawers.all().forEach(drawers::sort);
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
        if (young.all().isEmpty() && loose.isEmpty()) {
            return old.all();
        }
        var known = inOrder.orElseGet(() -> Stream.of(old.all(), young.all(), loose)
                .flatMap(List::stream)
                .sorted(BY_TIME)
                .toList());
        inOrder = Optional.of(known);
        return known;
    }

    /** From the first turn to the last; nothing without any. */
    public Duration reaches() {
        var ends = Stream.concat(Stream.of(old.all(), young.all()).flatMap(History::ends), loose.stream())
                .map(Spoken::at)
                .toList();
        return ends.isEmpty() ? Duration.ZERO : Duration.between(Collections.min(ends), Collections.max(ends));
    }

    private static Stream<Spoken> ends(List<Spoken> inOrder) {
        return inOrder.isEmpty() ? Stream.of() : Stream.of(inOrder.get(0), inOrder.get(inOrder.size() - 1));
    }

    public Stream<Spoken> by(Handle voice) {
        return with(
                old.byVoice().getOrDefault(voice, List.of()),
                young.byVoice().getOrDefault(voice, List.of()),
                one -> one.voice().equals(voice));
    }

    /** Turns in which others spoke up for this member. */
    public Stream<Spoken> about(Handle subject) {
        return with(
                old.bySubject().getOrDefault(subject, List.of()),
                young.bySubject().getOrDefault(subject, List.of()),
                one -> one.subject().equals(subject));
    }

    public Stream<Spoken> of(PostId post) {
        return with(
                old.byPost().getOrDefault(post, List.of()),
                young.byPost().getOrDefault(post, List.of()),
                one -> one.post().equals(Optional.of(post)));
    }

    private Stream<Spoken> with(List<Spoken> oldest, List<Spoken> newer, Predicate<Spoken> alike) {
        var drawers = newer.isEmpty() ? oldest.stream() : Stream.concat(oldest.stream(), newer.stream());
        return loose.isEmpty() ? drawers : Stream.concat(drawers, loose.stream().filter(alike));
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

    /** This history and one more. All that was known is shared with it, so that a deal of many thousands can grow one. */
    public History and(Spoken spoken) {
        var more = new ArrayList<>(loose);
        more.add(spoken);
        if (more.size() <= LOOSE) {
            return new History(old, young, more);
        }
        more.addAll(young.all());
        return more.size() <= YOUNG
                ? new History(old, Drawers.of(more), List.of())
                : new History(Stream.concat(old.all().stream(), more.stream()).toList());
    }

    /** This history without the turn of that number, so that a turn can be judged against all the others. */
    public History without(long turn) {
        return new History(
                all().stream().filter(spoken -> spoken.turn() != turn).toList());
    }
}
