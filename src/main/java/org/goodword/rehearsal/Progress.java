package org.goodword.rehearsal;

import java.util.List;
import java.util.OptionalLong;
import org.goodword.settings.Usd;

/** Who watches a rehearsal. */
public interface Progress {

    /** A day of the season is over. */
    void day(int done, int all);

    /** A week was settled enough to be told. */
    void week(WeekTold week);

    /**
     * @param turns that went out
     * @param notSent that ended otherwise
     * @param remarks what else happened, in the organiser's words
     */
    record WeekTold(
            String week, int turns, int notSent, int heard, OptionalLong shown, Usd cost, List<String> remarks) {}

    /** For nobody. */
    Progress NONE = new Progress() {
        @Override
        public void day(int done, int all) {}

        @Override
        public void week(WeekTold week) {}
    };
}
