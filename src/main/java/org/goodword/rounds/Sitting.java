package org.goodword.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.goodword.conduct.Rulebook;
import org.goodword.roster.Roster;
import org.goodword.rotation.Chance;
import org.goodword.rotation.History;
import org.goodword.rotation.Window;

/**
 * One morning of one zone, and what it is dealt by.
 *
 * @param window in which what is dealt this morning may go out
 * @param rulebook with the facts as they stood when it began
 * @param history what had been sent and was open then
 */
record Sitting(
        ZoneId zone,
        LocalDate date,
        Instant now,
        Window window,
        Roster roster,
        Rulebook rulebook,
        History history,
        Chance chance) {}
