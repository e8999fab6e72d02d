package org.goodword.reach;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.goodword.platform.Counts;
import org.goodword.platform.PostId;

/**
 * How far a week's posts carried: each post counted once, however many turns it had, by its latest reading. A post that was
 * never read, or read without its times shown, or that was deleted before it had been out for seven days, is in no total and
 * is counted as not known.
 *
 * @param shown times shown, not people; empty when no post was read
 * @param answered likes and replies together; empty likewise
 * @param unread posts that were not read yet, or whose times shown the platform does not tell
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
        var read = distinct.stream().map(latest::get).filter(Objects::nonNull).toList();
        var shown = known(read, Counts::shown);
        var answered = known(read, Counts::answered);
        return new WeeklyReach(sum(shown), sum(answered), distinct.size() - shown.size(), deleted);
    }

    private static List<Long> known(List<Snapshot> read, Function<Counts, OptionalLong> count) {
        return read.stream()
                .map(snapshot -> count.apply(snapshot.counts()))
                .flatMap(one -> one.stream().boxed())
                .toList();
    }

    private static OptionalLong sum(List<Long> known) {
        return known.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(known.stream().mapToLong(one -> one).sum());
    }
}
