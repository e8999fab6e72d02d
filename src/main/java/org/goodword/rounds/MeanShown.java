package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.reach.PostBooks;

/** How often the posts of an account are shown, by what was read of them: a mean of times shown, seven days after each. */
final class MeanShown {
    /** Fewer say too little: between the posts of one account times shown differ by a factor of two and more. */
    private static final int ENOUGH = 10;

    private static final Duration SETTLED = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofDays(365);

    private final PostBooks posts;

    MeanShown(PostBooks posts) {
        this.posts = posts;
    }

    /** The mean over the posts of the last year, of accounts with at least ten that were read when they had settled. */
    Map<Handle, Double> at(Instant now) {
        var settled = posts.aged(SETTLED);
        var shown = new HashMap<Handle, LongSummaryStatistics>();
        for (var post : posts.since(now.minus(LATELY))) {
            Optional.ofNullable(settled.get(post.id())).stream()
                    .flatMapToLong(read -> read.counts().shown().stream())
                    .forEach(times -> shown.computeIfAbsent(post.author(), author -> new LongSummaryStatistics())
                            .accept(times));
        }
        var means = new HashMap<Handle, Double>();
        shown.forEach((author, summary) -> {
            if (summary.getCount() >= ENOUGH) {
                means.put(author, summary.getAverage());
            }
        });
        return means;
    }
}
