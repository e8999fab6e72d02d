package org.goodword.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.goodword.report.Letter.Figure;
import org.goodword.report.Letter.InLine;
import org.goodword.report.Letter.Lift;
import org.goodword.report.Letter.NotSent;
import org.goodword.report.Letter.WeekShown;

/** The letter's sentences, the same on every kind of paper. Plain text: whoever puts it on paper escapes it. */
final class LetterWords {
    static final String NOT_KNOWN = "not known";
    static final String SO_FAR = "so far";

    private final Letter letter;

    LetterWords(Letter letter) {
        this.letter = letter;
    }

    String byline() {
        return letter.circle() + " · week " + Dated.weekNumber(letter.week()) + " · "
                + Dated.span(letter.from(), letter.to());
    }

    String headline() {
        var heard = letter.summary().membersHeard();
        if (heard == 0) {
            return "Nobody was spoken up for this week";
        }
        if (heard == 1) {
            return letter.members() == 1 ? "The one member was spoken up for" : "One member was spoken up for";
        }
        var all = heard == letter.members() ? "all " : "";
        return Counted.capital(all + Counted.words(heard) + " members were spoken up for");
    }

    List<String> summary() {
        var sentences = new ArrayList<String>();
        sentences.add(whatWentOut());
        if (letter.summary().turns() > 0) {
            sentences.add(howOftenShown());
        } else {
            weekBefore().ifPresent(before -> sentences.add(Counted.capital(before) + " times shown."));
        }
        if (letter.summary().turns() > 0 || !letter.summary().promisesKept()) {
            sentences.add(promises());
        }
        return sentences;
    }

    private String whatWentOut() {
        var summary = letter.summary();
        if (summary.turns() == 0) {
            return "Nothing went out this week.";
        }
        var whom = summary.membersHeard() == letter.members()
                ? letter.members() == 1 ? "your one member" : "all of your " + letter.members() + " members"
                : Counted.prose(summary.membersHeard()) + " of your "
                        + Counted.of(letter.members(), "member", "members");
        return "This week " + Counted.of(summary.turns(), "turn", "turns") + " went out for " + whom + ".";
    }

    private String howOftenShown() {
        var before = weekBefore().map(text -> "; " + text).orElse("");
        return shownThisWeek()
                .map(shown -> "Posts the circle carried or made have been shown " + shown + before + ".")
                .orElse("How often the posts were shown is not known yet" + before + ".");
    }

    /** The part of the summary worth repeating at a meeting: "12,430 times so far". */
    Optional<String> shownThisWeek() {
        var shown = letter.summary().shownSoFar();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        shown.getAsLong() == 1 ? "once so far" : Counted.figures(shown.getAsLong()) + " times so far");
    }

    private Optional<String> weekBefore() {
        var before = letter.summary().shownLastWeek();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var weeks = letter.shown().size();
        var growing = weeks > 1 && letter.shown().get(weeks - 2).soFar();
        var figure = Counted.figures(before.getAsLong());
        return Optional.of(
                growing
                        ? "the week before stands at " + figure + " so far"
                        : "the week before has settled at " + figure);
    }

    private String promises() {
        return letter.summary().promisesKept()
                ? "Nothing went out twice, and nothing without a yes."
                : "The books show something that went out twice or without a yes: stop everything until it is clear ("
                        + letter.stopCommand() + ").";
    }

    /** A circle's first week has no last week, which is not the same as a last week nobody knows. */
    boolean firstWeek() {
        return letter.shown().size() <= 1
                && letter.figures().stream()
                        .allMatch(figure ->
                                figure.lastWeek().isEmpty() && figure.usual().isEmpty());
    }

    String figuresNote() {
        if (firstWeek()) {
            return "This is the first week: there is no last week and no usual yet.";
        }
        return letter.shown().size() >= 13
                ? "* the middle one of the last 13 weeks"
                : "* the middle one of the weeks so far";
    }

    static String known(Optional<String> figure) {
        return figure.orElse(NOT_KNOWN);
    }

    static boolean growing(Figure figure) {
        return figure.soFar() && figure.thisWeek().isPresent();
    }

    String shownTitle() {
        var weeks = letter.shown().size();
        return weeks <= 1 ? "Times shown" : "Times shown, " + Counted.words(weeks) + " weeks";
    }

    /** Two readings make a picture, one makes a sentence. */
    boolean worthDrawing() {
        return letter.shown().stream().filter(week -> week.shown().isPresent()).count() > 1;
    }

    String shownWithoutPicture() {
        var known = letter.shown().stream()
                .filter(week -> week.shown().isPresent())
                .map(week -> Counted.capital(shown(week)))
                .toList();
        return known.isEmpty()
                ? "No post has been read yet, so nothing is known."
                : String.join(", ", known) + ". The drawing starts with the second week that is known.";
    }

    /** The picture for those who do not see it. */
    String shownInWords() {
        return letter.shown().stream()
                .map(LetterWords::shown)
                .collect(Collectors.joining(", ", shownTitle() + ": ", "."));
    }

    private static String shown(WeekShown week) {
        return "week " + Dated.weekNumber(week.week()) + ": " + times(week.shown()) + (growing(week) ? " so far" : "");
    }

    static boolean growing(WeekShown week) {
        return week.soFar() && week.shown().isPresent();
    }

    static String times(OptionalLong shown) {
        return shown.isPresent() ? Counted.figures(shown.getAsLong()) : NOT_KNOWN;
    }

    List<String> carrying() {
        var sentences = new ArrayList<String>();
        sentences.add("Each week we leave one in five posts alone, drawn by lot.");
        letter.carrying()
                .estimate()
                .ifPresentOrElse(lift -> sentences.addAll(measured(lift)), () -> sentences.add(tooEarly()));
        return sentences;
    }

    private String tooEarly() {
        var carrying = letter.carrying();
        var read = carrying.carried() + carrying.leftAlone() == 0
                ? "no post has its seven-day reading yet"
                : "so far " + Counted.of(carrying.carried(), "carried post", "carried posts") + " and "
                        + Counted.prose(carrying.leftAlone()) + " left alone have their seven-day reading";
        return "It is too early to tell whether carrying helps: " + read + ".";
    }

    private List<String> measured(Lift lift) {
        var range = " (could be anything from " + Counted.difference(lift.low()) + " to "
                + Counted.difference(lift.high()) + ").";
        return List.of(
                "Posts we carried were shown about " + liftInWords(lift) + " those" + range,
                verdict(lift),
                "Measured on " + Counted.of(letter.carrying().carried(), "post", "posts")
                        + " dealt to be carried and "
                        + Counted.prose(letter.carrying().leftAlone())
                        + " left alone, each read after seven days.");
    }

    /** The part worth repeating: "30 % more than". */
    static String liftInWords(Lift lift) {
        return Math.round(lift.middle() * 100) == 0 ? "as often as" : Counted.difference(lift.middle()) + " than";
    }

    /** An effect is claimed only when the whole interval lies on one side. */
    private static String verdict(Lift lift) {
        if (lift.low() > 0) {
            return "Even the cautious end is above no difference: carrying helped.";
        }
        return lift.high() < 0
                ? "Even the hopeful end is below no difference: carrying did not help."
                : "No difference is still among these, so we do not yet say that carrying helps.";
    }

    String firstNextWeek() {
        return letter.firstNextWeek().stream().map(this::inLine).collect(Collectors.joining(", ")) + ".";
    }

    private String inLine(InLine member) {
        return member.name()
                + member.lastHeard()
                        .map(date -> " (not heard since " + Dated.day(date, letter.to()) + ")")
                        .orElse(" (not heard yet)");
    }

    String notSentTitle() {
        var count = letter.notSent().stream().mapToLong(NotSent::count).sum();
        return "What did not go out: " + (count == 0 ? "nothing" : Counted.figures(count));
    }

    String everythingWentOut() {
        return letter.summary().turns() == 0 ? "No turn was due." : "Every turn that was due went out.";
    }

    List<String> notKnown() {
        if (!letter.notKnown().isEmpty()) {
            return letter.notKnown();
        }
        return List.of(
                somethingIsMissing()
                        ? "What is marked as not known above: it was not measured. It is in no total."
                        : "No gap is known to us this week.");
    }

    private boolean somethingIsMissing() {
        return letter.shown().stream().anyMatch(week -> week.shown().isEmpty())
                || letter.figures().stream()
                        .anyMatch(figure -> figure.thisWeek().isEmpty()
                                || (!firstWeek()
                                        && (figure.lastWeek().isEmpty()
                                                || figure.usual().isEmpty())));
    }

    static String whatTimesShownMeans() {
        return "Times shown count every showing, not people.";
    }
}
