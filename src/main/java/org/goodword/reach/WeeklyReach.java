package org.goodword.reach;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.goodword.platform.PostId;

/**
 * How far a week's posts carried: each post counted once, however many turns it had, by its latest reading. A post that was
 * never read, or that was deleted before it had been out for seven days, is in no total and is counted as not known.
 *
 * @param shown times shown, not people; empty when no post was read
 * @param answered likes and replies together; empty likewise
 * @param unread posts that were not read yet
 * @param deleted posts deleted or hidden before their seventh day
 */
public record WeeklyReach(OptionalLong shown, OptionalLong answered, int unread, int deleted) {

    /**
     * @param posts what the circle made or carried in the week
     * @param latest the latest reading of each
     * @param gone posts known to be deleted before their seventh day
     */
    public static WeeklyReach of(Collection<PostId> posts, Map<PostId, Snapshot> latest, Set<PostId> gone) {
        var distinct = new HashSet<>(posts);
        var deleted = (int) distinct.stream().filter(gone::contains).count();
        distinct.removeAll(gone);
        var read = distinct.stream()
                .filter(latest::containsKey)
                .map(post -> latest(latest, post))
                .toList();
        if (read.isEmpty()) {
            return new WeeklyReach(OptionalLong.empty(), OptionalLong.empty(), distinct.size(), deleted);
        }
        return new WeeklyReach(
                OptionalLong.of(read.stream()
                        .mapToLong(snapshot -> snapshot.counts().shown())
                        .sum()),
                OptionalLong.of(read.stream()
                        .mapToLong(snapshot ->
                                snapshot.counts().likes() + snapshot.counts().replies())
                        .sum()),
                distinct.size() - read.size(),
                deleted);
    }

    private static Snapshot latest(Map<PostId, Snapshot> latest, PostId post) {
        var snapshot = latest.get(post);
        if (snapshot == null) {
            throw new IllegalStateException("asked for the reading of a post that has none: " + post);
        }
        return snapshot;
    }
}
