package org.goodword.rounds.books;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.rotation.Window;

/** The port to what was done already: a round that was done is not done again, a crash or a second trigger notwithstanding. */
public interface Journal {

    boolean isDone(String round, String key);

    void done(String round, String key, Instant at);

    /** When that round was last done, whatever its key. */
    Optional<Instant> lastDone(String round);

    /** The program runs; it is written down every few minutes. */
    void running(Instant at);

    Optional<Instant> lastRunning();

    /** The program did not run. */
    void wasOff(Window off);

    /** When it did not, where that ended after {@code since}; the oldest first. */
    List<Window> offSince(Instant since);

    /** Writes the week down; a second time in place of the first, but for when it was dealt and approved. */
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
     * @param changes what became of voices and their days; what was so from the start bears the time of the deal
     */
    record Plan(
            String week,
            Instant dealtAt,
            Optional<Instant> approvedAt,
            long seed,
            Map<Handle, DayOfWeek> days,
            List<Handle> line,
            Map<DayOfWeek, Integer> expectedReposts,
            int unusedWords,
            List<Change> changes) {
        public Plan {
            days = Map.copyOf(days);
            line = List.copyOf(line);
            expectedReposts = Map.copyOf(expectedReposts);
            changes = List.copyOf(changes);
        }

        public Plan with(Map<Handle, DayOfWeek> days, List<Change> changes) {
            return new Plan(week, dealtAt, approvedAt, seed, days, line, expectedReposts, unusedWords, changes);
        }
    }

    /**
     * What became of a voice in a dealt week.
     *
     * @param before its day until then, where that is another
     */
    record Change(Instant at, Handle voice, Cause cause, Optional<DayOfWeek> before) {
        public static Change stopped(Instant at, Handle voice) {
            return new Change(at, voice, Cause.STOPPED, Optional.empty());
        }
    }

    enum Cause {
        /** in the roster since the week was dealt, or speaks for others since */
        JOINED,
        /** cannot be asked on its day any more */
        MOVED,
        /** paused or signed out */
        STOPPED,
        BACK,
        LEFT
    }
}
