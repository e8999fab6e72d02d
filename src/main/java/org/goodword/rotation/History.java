package org.goodword.rotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;

/**
 * What was sent in the last year and what is open now. Open turns hold their place in every cap; only what was sent counts
 * between two members (a no does not use up the pair).
 */
public final class History {
    private final List<Spoken> all;
    private final Map<Handle, List<Spoken>> byVoice = new HashMap<>();
    private final Map<Handle, List<Spoken>> bySubject = new HashMap<>();
    private final Map<PostId, List<Spoken>> byPost = new HashMap<>();

    public History(List<Spoken> all) {
        this.all = all.stream()
                .sorted(Comparator.comparing(Spoken::at).thenComparing(Spoken::turn))
                .toList();
        this.all.forEach(this::index);
    }

    private void index(Spoken spoken) {
        byVoice.computeIfAbsent(spoken.voice(), handle -> new ArrayList<>()).add(spoken);
        bySubject.computeIfAbsent(spoken.subject(), handle -> new ArrayList<>()).add(spoken);
        spoken.post()
                .ifPresent(post ->
                        byPost.computeIfAbsent(post, id -> new ArrayList<>()).add(spoken));
    }

    public List<Spoken> all() {
        return all;
    }

    public Stream<Spoken> by(Handle voice) {
        return byVoice.getOrDefault(voice, List.of()).stream();
    }

    /** Turns in which others spoke up for this member. */
    public Stream<Spoken> about(Handle subject) {
        return bySubject.getOrDefault(subject, List.of()).stream();
    }

    public Stream<Spoken> of(PostId post) {
        return byPost.getOrDefault(post, List.of()).stream();
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
        return new History(Stream.concat(all.stream(), Stream.of(spoken)).toList());
    }

    /** This history without the turn of that number, so that a turn can be judged against all the others. */
    public History without(long turn) {
        return new History(all.stream().filter(spoken -> spoken.turn() != turn).toList());
    }
}
