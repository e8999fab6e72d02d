package org.goodword.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.outbox.Booked;
import org.goodword.outbox.TakingBack.TakenBack;
import org.goodword.roster.Roster;
import org.goodword.rounds.House;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "undo", description = "Takes back what went out since a moment: posts are deleted, reposts undone.")
final class Undo implements Callable<Integer> {
    private final Goodword goodword;

    @Option(
            names = "--since",
            required = true,
            paramLabel = "MOMENT",
            description = "As 2026-11-24T08:00 in the circle's time, 2h, 30m, 3d or today.")
    private String since = "";

    @Option(names = "--yes", description = "Does not ask first.")
    private boolean yes;

    @Spec
    private @Nullable CommandSpec spec;

    Undo(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var terminal = new Terminal(Objects.requireNonNull(spec));
        try (var house = goodword.root().open(goodword.settings())) {
            var now = goodword.root().clock().instant();
            var from = moment(house, now);
            var live = house.takingBack().liveSince(from);
            var unclear = house.takingBack().unclearSince(from);
            list(terminal, house, live, unclear, from, now);
            if (live.isEmpty() && unclear.isEmpty()) {
                return 0;
            }
            if (isOutOfReach(house)) {
                throw new DidNotWork(
                        "They went out in a sandbox that is there only while goodword run is on. Nothing was"
                                + " taken back; start it, and try again.");
            }
            if (!yes && !confirmed(terminal)) {
                terminal.out().println("Nothing was taken back.");
                terminal.out().flush();
                return Goodword.DID_NOT_WORK;
            }
            return told(terminal, house.takingBack().undoSince(from, now));
        }
    }

    /** A sandbox whose port is found when it starts is known only while the daemon that started it runs. */
    private static boolean isOutOfReach(House house) {
        return house.settings().x().baseUrl().getPort() == 0;
    }

    private Instant moment(House house, Instant now) {
        try {
            return Since.parse(since, now, house.settings().circle().zone());
        } catch (DateTimeException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--since is a moment such as 2026-11-24T08:00, 2h or today, not \"" + since + "\"",
                    e);
        }
    }

    private static void list(
            Terminal terminal, House house, List<Booked> live, List<Booked> unclear, Instant from, Instant now) {
        var zone = house.settings().circle().zone();
        var roster = house.circle().roster(now);
        var out = terminal.out();
        var moment = InWords.inASentence(from, zone);
        if (!live.isEmpty()) {
            out.println(InWords.counted(live.size(), "turn", "turns") + " went out since " + moment + ":");
            live.forEach(turn -> out.println(line(roster, turn, turn.sentAt().orElse(turn.since()), zone)));
        } else if (unclear.isEmpty()) {
            out.println("Nothing went out since " + moment + " that is still there.");
        }
        if (!unclear.isEmpty()) {
            out.println(Lines.hanging(
                    "",
                    "Of " + InWords.counted(unclear.size(), "turn", "turns") + " since " + moment
                            + " it is not known whether they went out; they are looked up first:"));
            unclear.forEach(
                    turn -> out.println(line(roster, turn, turn.requested().orElse(turn.since()), zone)));
        }
        out.flush();
    }

    private static String line(Roster roster, Booked turn, Instant at, ZoneId zone) {
        return Lines.hanging(
                String.format("%6d  %-17s  ", turn.id(), InWords.minute(at, zone)), InWords.turn(roster, turn.what()));
    }

    private static boolean confirmed(Terminal terminal) {
        terminal.out().print("Take this back, for everyone to see that it is gone? Type yes: ");
        terminal.out().flush();
        // not closed: it is the program's own input
        var typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try {
            var answer = typed.readLine();
            terminal.out().println();
            return answer != null && answer.strip().equalsIgnoreCase("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read: " + e.getMessage(), e);
        }
    }

    private static int told(Terminal terminal, List<TakenBack> results) {
        var all = true;
        for (var result : results) {
            all &= result.done();
            var where = result.done() ? terminal.out() : terminal.err();
            where.println(Lines.hanging("Turn " + result.turn() + ": ", InWords.sentence(result.sentence())));
            where.flush();
        }
        return all ? 0 : Goodword.DID_NOT_WORK;
    }
}
