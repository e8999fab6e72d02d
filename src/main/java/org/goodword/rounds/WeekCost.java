package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.goodword.conduct.Rulebook;
import org.goodword.conduct.Words;
import org.goodword.platform.Call;
import org.goodword.roster.Roster;
import org.goodword.rotation.Proposal;
import org.goodword.rounds.books.Books;
import org.goodword.settings.Usd;

/** About what a week comes to: what goes out, the looks before it, the search for posts, and the daily readings. */
record WeekCost(Books books, Rulebook rulebook, Roster roster, Instant now) {
    /** Readings of a post: one a day until its seven-day figure is in. */
    private static final int READINGS = 8;

    /** Of five posts that are picked to be carried one is left alone, and read all the same. */
    private static final double READ_FOR_EACH_CARRIED = 1.25;

    /** Posts of her own a member makes in a week, while none were seen. */
    static final int USUAL_POSTS = 4;

    static final Duration FOUR_WEEKS = Duration.ofDays(28);

    Usd of(List<Proposal> introductions, int reposts) {
        var tariff = rulebook.rules().tariff();
        var said = introductions.stream()
                .map(what -> tariff.price(Words.call(what)))
                .reduce(Usd.ZERO, Usd::plus);
        var carried = tariff.price(Call.REPOST).plus(tariff.price(Call.READ)).times(reposts);
        var met = tariff.price(Call.PROFILES)
                .times(roster.members().size() + (roster.circle().isPresent() ? 1 : 0));
        var found = tariff.price(Call.POSTS_SINCE).times(postsAWeek());
        var inBooks = introductions.size() + Math.round(reposts * READ_FOR_EACH_CARRIED);
        var readings = tariff.price(Call.READ).times(inBooks * READINGS);
        return said.plus(carried).plus(met).plus(found).plus(readings);
    }

    private long postsAWeek() {
        var made = books.posts().made(now.minus(FOUR_WEEKS));
        return made.isEmpty()
                ? (long) USUAL_POSTS * roster.members().size()
                : made.values().stream().mapToInt(count -> count).sum() / 4;
    }
}
