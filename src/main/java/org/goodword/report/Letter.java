package org.goodword.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The organiser's weekly letter before it is put on paper: every figure is measured, and what is not known is absent, never
 * 0.
 *
 * @param week ISO week, as {@code 2026-W48}
 * @param members how many the circle has, and who was heard that week and has left since
 * @param needsYou at most three things, each with the one action that settles it
 * @param figures this week, last week, usual
 * @param shown thirteen weeks of times shown, oldest first; the last is this week and still growing
 * @param carrying whether carrying helped, as far as can be told
 * @param heard names in alphabetical order
 * @param firstNextWeek at most three, most owed first
 * @param notSent what did not go out, by reason, most frequent first
 * @param notKnown sentences
 * @param command prints this letter again
 * @param stopCommand stops everything
 */
public record Letter(
        String circle,
        String week,
        LocalDate from,
        LocalDate to,
        int members,
        Summary summary,
        List<Need> needsYou,
        List<Figure> figures,
        List<WeekShown> shown,
        Carrying carrying,
        List<String> heard,
        List<InLine> firstNextWeek,
        List<NotSent> notSent,
        List<String> notKnown,
        String command,
        String stopCommand) {

    public Letter {
        needsYou = List.copyOf(needsYou);
        figures = List.copyOf(figures);
        shown = List.copyOf(shown);
        heard = List.copyOf(heard);
        firstNextWeek = List.copyOf(firstNextWeek);
        notSent = List.copyOf(notSent);
        notKnown = List.copyOf(notKnown);
    }

    /** This letter with one more sentence about what is not known. */
    public Letter andNotKnown(String sentence) {
        var all = Stream.concat(notKnown.stream(), Stream.of(sentence)).toList();
        return new Letter(
                circle,
                week,
                from,
                to,
                members,
                summary,
                needsYou,
                figures,
                shown,
                carrying,
                heard,
                firstNextWeek,
                notSent,
                all,
                command,
                stopCommand);
    }

    /**
     * What anyone can repeat at a meeting.
     *
     * @param shownSoFar times the posts the circle carried or made this week have been shown, unless nothing was read yet
     * @param shownLastWeek the same for the week before, where there was one
     * @param promisesKept nothing went out twice and nothing without a yes, checked against the books
     */
    public record Summary(
            int turns, int membersHeard, OptionalLong shownSoFar, OptionalLong shownLastWeek, boolean promisesKept) {}

    /** @param action what to do, as a command or an address */
    public record Need(String what, String action) {}

    /**
     * One row of the week in figures, already in words and numbers as a person reads them ("27 of 35", "$2.41 of $6.00").
     *
     * @param soFar this week's figure is still growing
     */
    public record Figure(
            String label,
            Optional<String> thisWeek,
            boolean soFar,
            Optional<String> lastWeek,
            Optional<String> usual) {}

    /** @param shown unknown when no post of that week was read */
    public record WeekShown(String week, OptionalLong shown, boolean soFar) {}

    /**
     * Whether posts that were carried were shown more often than posts left alone.
     *
     * @param carried posts with a seven-day reading that were dealt to be carried
     * @param leftAlone posts with a seven-day reading that were left alone
     * @param estimate the lift with its interval, only once there is enough to tell
     */
    public record Carrying(int carried, int leftAlone, Optional<Lift> estimate) {}

    /** Shares: 0.30 is 30 % more than posts left alone. */
    public record Lift(double low, double middle, double high) {}

    /** @param lastHeard when the member was last heard, if ever */
    public record InLine(String name, Optional<LocalDate> lastHeard) {}

    public record NotSent(int count, String reason) {}
}
