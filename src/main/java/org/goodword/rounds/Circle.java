package org.goodword.rounds;

import java.util.function.Supplier;
import org.goodword.conduct.Rulebook;
import org.goodword.conduct.Words;
import org.goodword.roster.Roster;
import org.goodword.settings.Settings;

/**
 * The circle as it is now: its roster with everything that was said apart from the file, its rulebook, its settings. Roster
 * and rules are suppliers because both may be replaced while the daemon runs; a round asks for each once.
 */
public record Circle(Settings settings, Supplier<Roster> roster, Supplier<Rulebook> rulebook, Words words) {}
