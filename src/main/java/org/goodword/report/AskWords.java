package org.goodword.report;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.goodword.report.Ask.Thing;
import org.goodword.roster.Kind;

/** The message a voice gets who wants to be asked: what exactly would go out, when, why, and how to say yes or no. */
public final class AskWords {
    private static final int ROOM = 280;
    private static final String QUOTE = "  | ";
    /** a line of ours, not of the text: the text had no line end here */
    private static final String QUOTE_GOES_ON = "  : ";

    private AskWords() {}

    /** "Two things this week" */
    public static String title(Ask ask) {
        var count = ask.things().size();
        return Counted.capital(Counted.words(count)) + (count == 1 ? " thing" : " things") + " this week";
    }

    /** "A good word for Hill Street Joinery", "Repost Saltbox Fish?" */
    public static String title(Thing thing) {
        return switch (thing.kind()) {
            case INTRODUCTION -> "A good word for " + thing.subject();
            case REPOST ->
                thing.author().equals(thing.subject())
                        ? "Repost " + thing.subject() + "?"
                        : "Repost a good word for " + thing.subject() + "?";
        };
    }

    /**
     * Plain text of 72 columns; commands and quoted lines are kept whole.
     *
     * @param program how the reader calls Goodword, as {@code scripts/goodword --home data/demo}
     */
    public static String render(Ask ask, String program) {
        var title = title(ask);
        return "Goodword for " + Visible.line(ask.member()) + "\n" + title + "\n" + "=".repeat(title.length())
                + "\nA no needs no reason and costs you nothing.\n\n"
                + ask.things().stream().map(thing -> thing(thing, program)).collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static String thing(Thing thing, String program) {
        var parts = new ArrayList<String>();
        var title = Wrapped.text(title(thing));
        parts.add(title + "\n" + "-".repeat(Math.min(Wrapped.COLUMNS, Wrapped.width(title))));
        parts.add(Wrapped.text(what(thing)));
        parts.add(quoted(thing.text()));
        if (thing.kind() == Kind.INTRODUCTION) {
            parts.add(thing.length() + " of " + ROOM);
        }
        if (!thing.why().isEmpty()) {
            parts.add("Why: " + Wrapped.text(thing.why(), "  ", Wrapped.COLUMNS));
        }
        if (thing.when().isPresent()) {
            parts.add("Yes:            " + program + " approve " + thing.turn());
        }
        parts.add("Not this time:  " + program + " decline " + thing.turn());
        return String.join("\n", parts);
    }

    private static String what(Thing thing) {
        return thing.when()
                .map(at -> what(thing, Dated.minute(at)))
                .orElse("No good minute is left for this, and nothing is lost by it. It would have said:");
    }

    private static String what(Thing thing, String when) {
        return switch (thing.kind()) {
            case INTRODUCTION -> "Would go out from your account on " + when + ", exactly as it stands here:";
            case REPOST ->
                "Your account would repost this post by " + thing.author() + " on " + when + ", as it stands here:";
        };
    }

    /** To the letter: spaces and line ends stay as they are, and a line too long shows where it goes on. */
    private static String quoted(String text) {
        return text.lines().map(AskWords::quotedLine).collect(Collectors.joining("\n"));
    }

    private static String quotedLine(String line) {
        var rest = new StringBuilder(Visible.line(line));
        var quoted = new StringBuilder(QUOTE);
        var room = Wrapped.COLUMNS - QUOTE.length();
        while (Wrapped.width(rest) > room) {
            var end = rest.offsetByCodePoints(0, room);
            var space = rest.lastIndexOf(" ", end - 1);
            var cut = space > 0 ? space + 1 : end;
            quoted.append(rest, 0, cut).append('\n').append(QUOTE_GOES_ON);
            rest.delete(0, cut);
        }
        return quoted.append(rest).toString();
    }
}
