package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;

/** The port to what was done already: a round that was done is not done again, a crash or a second trigger notwithstanding. */
public interface Journal {

    boolean isDone(String round, String key);

    void done(String round, String key, Instant at);

    /** When that round was last done, whatever its key. */
    Optional<Instant> lastDone(String round);

    void plan(Plan plan);

    Optional<Plan> plan(String week);

    /** The newest week that was dealt before that one. */
    Optional<Plan> planBefore(String week);

    void approve(String week, Instant at);

    /**
     * The week as it was dealt.
     *
     * @param week ISO week, as {@code 2026-W36}
     * @param days each voice's day
     * @param line who was due, most owed first
     * @param expectedReposts reposts to expect on each weekday
     * @param unusedWords texts in store when the week was dealt
     * @param approvedAt the organiser's yes, where one was given
     */
    record Plan(
            String week,
            Instant dealtAt,
            Optional<Instant> approvedAt,
            long seed,
            Map<Handle, DayOfWeek> days,
            List<Handle> line,
            Map<DayOfWeek, Integer> expectedReposts,
            int unusedWords) {
        public Plan {
            days = Map.copyOf(days);
            line = List.copyOf(line);
            expectedReposts = Map.copyOf(expectedReposts);
        }
    }
}
