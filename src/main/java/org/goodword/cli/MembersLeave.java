package org.goodword.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.goodword.platform.Handle;
import org.goodword.roster.Enrolment;
import org.goodword.rounds.LeavingRound;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "leave",
        description = "Takes a member out: her queue is struck; her sign-in and all that names her are erased.")
final class MembersLeave implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "HANDLE", description = "Whom, as in @bluebirdbakes.")
    private String handle = "";

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    @Spec
    private @Nullable CommandSpec spec;

    MembersLeave(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var settings = goodword.settings();
        var now = root.clock().instant();
        var terminal = new Terminal(Objects.requireNonNull(spec));
        try (var house = root.openAndMigrate(settings)) {
            var roster = house.circle().roster(now);
            var who = new Whom(roster, root.program(settings)).member(handle);
            var name = roster.name(who);
            if (!yes) {
                terminal.confirm(
                        "Take " + name + " (" + who + ") out? Her sign-in and what is known of her are erased.");
            }
            var left = house.membership().leave(who, now, Terminal.SOURCE);
            terminal.out().println(name + " has left." + Struck.words(left.struck()));
            terminal.out().println(forgotten(left));
            terminal.out().println(entry(root.enrolment(settings), who));
        }
        return 0;
    }

    private static String forgotten(LeavingRound.Left left) {
        return left.forgotten()
                ? "Nothing in the store names her any more; a keyed hash keeps her out."
                : "Something by or about her is just under way. Her sign-in is forgotten; the rest follows by itself as soon"
                        + " as that is settled, while goodword run is on.";
    }

    private static String entry(Enrolment file, Handle who) {
        return Optional.ofNullable(file.entries().get(who))
                .map(place -> "Her entry at " + place.file() + ":" + place.line()
                        + " is ignored from now on; take it out when you next edit the file.")
                .orElse("The roster has no entry of hers.");
    }
}
