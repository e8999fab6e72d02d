package org.goodword.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.goodword.outbox.Approvals.Heard;
import org.goodword.outbox.State;
import org.goodword.report.Ask;
import org.goodword.report.AskWords;
import org.goodword.report.Links;
import org.goodword.rounds.House;
import org.goodword.rounds.NextMinuteLeft;

/** What waits for a yes, and the answers to it, from the terminal. */
record Answers(Goodword goodword, Terminal terminal) {

    /** One answer to one turn. */
    interface Answer {
        Heard give(House house, long turn);
    }

    /** Gives the answer to each of the turns; with none named, lists what waits. */
    int give(List<Long> turns, Answer answer) {
        var settings = goodword.settings();
        try (var house = goodword.root().open(settings)) {
            if (turns.isEmpty()) {
                terminal.out().println(waiting(house, goodword.root().program(settings)));
                terminal.out().flush();
                return 0;
            }
            var allCounted = true;
            for (var turn : turns) {
                var heard = answer.give(house, turn);
                allCounted &= heard.counted();
                say(turn, heard);
            }
            return allCounted ? 0 : Goodword.DID_NOT_WORK;
        }
    }

    private void say(long turn, Heard heard) {
        var where = heard.counted() ? terminal.out() : terminal.err();
        var named = heard.sentence().contains("urn " + turn);
        where.println(Lines.hanging("", (named ? "" : "Turn " + turn + ": ") + heard.sentence()));
        where.flush();
    }

    private String waiting(House house, String program) {
        var now = goodword.root().clock().instant();
        var roster = house.circle().roster(now);
        var asked = house.books().turns().in(EnumSet.of(State.ASKED));
        var minutes = new NextMinuteLeft(house.books(), house.circle());
        var asks = asked.isEmpty()
                ? "Nothing waits for a yes."
                : Ask.all(asked, roster, turn -> minutes.slot(turn.turn(), now)).stream()
                        .map(ask -> AskWords.render(ask, program))
                        .collect(Collectors.joining("\n"));
        var links = Links.render(
                house.books().turns().in(EnumSet.of(State.HANDED)),
                roster,
                now,
                house.settings().circle().zone());
        return (links.isEmpty() ? asks : asks.stripTrailing() + "\n\n" + links).stripTrailing();
    }
}
