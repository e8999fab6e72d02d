package org.goodword.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.Proposal;

/** Turns, times and names as a person says them. */
final class InWords {
    private static final String COMMAND = "goodword ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter IN_A_SENTENCE =
            DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private InWords() {}

    /** "Bluebird Bakes introduces Copper Kettle", "Otley Traders reposts a good word for Swift & Sons" */
    static String turn(Roster roster, Proposal what) {
        var another = what.kind() == Kind.REPOST && !what.author().equals(what.subject());
        return roster.name(what.voice()) + " " + what.kind().verb() + " " + (another ? "a good word for " : "")
                + roster.name(what.subject());
    }

    /** "Bluebird Bakes, Garth Plumbing" */
    static String names(Roster roster, List<Handle> handles) {
        return String.join(", ", handles.stream().map(roster::name).sorted().toList());
    }

    /** "Mon 30 November" */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** "30 November to 6 December 2026" */
    static String span(LocalDate from, LocalDate to) {
        var first = from.getYear() != to.getYear() ? YEAR : from.getMonth() != to.getMonth() ? MONTH : DATE;
        return first.format(from) + " to " + YEAR.format(to);
    }

    /** "Tue 24 Nov 11:50" */
    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** "Tuesday 24 November at 11:50" */
    static String inASentence(Instant at, ZoneId zone) {
        return IN_A_SENTENCE.format(at.atZone(zone));
    }

    /** "1 turn", "4 turns" */
    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** "2 or 3 reposts", from the whole number below what is expected. */
    static String expected(int below) {
        return below == 0 ? "perhaps one repost" : below + " or " + (below + 1) + " reposts";
    }

    /** What helps, as it is to be typed where it is a command, and else as a sentence. */
    static String help(String action, String program) {
        return action.startsWith(COMMAND)
                ? "Type: " + program + action.substring(COMMAND.length() - 1)
                : sentence(action);
    }

    /** A reason as a sentence of its own. */
    static String sentence(String reason) {
        var whole = reason.isEmpty() || reason.matches("(?s).*[.!?)]$") ? reason : reason + ".";
        return whole.isEmpty() ? whole : whole.substring(0, 1).toUpperCase(Locale.UK) + whole.substring(1);
    }
}
