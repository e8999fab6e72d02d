package org.goodword.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.goodword.outbox.Approvals.Heard;
import org.goodword.outbox.Booked;
import org.goodword.roster.Waking;
import org.goodword.rounds.House;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "approve",
        description = "Says yes to turns; without numbers it lists what waits for a yes, and the links to hand on.")
final class Approve implements Callable<Integer> {
    private final Goodword goodword;

    @Parameters(paramLabel = "TURN", description = "Numbers of turns.")
    private List<Long> turns = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    Approve(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var now = goodword.root().clock().instant();
        return new Answers(goodword, new Terminal(Objects.requireNonNull(spec)))
                .give(turns, (house, turn) -> yes(house, turn, now));
    }

    private static Heard yes(House house, long turn, Instant now) {
        var before = house.books().turns().find(turn);
        var heard = house.approvals().yes(turn, now);
        return before.flatMap(asked -> house.books()
                        .turns()
                        .find(turn)
                        .filter(answered -> heard.counted()
                                && !answered.turn().slot().equals(asked.turn().slot())))
                .map(moved -> new Heard(
                        true,
                        heard.sentence() + " Its minute has passed; it goes out on " + when(house, moved, now)
                                + " instead."))
                .orElse(heard);
    }

    /** By the voice's own clock, as in the ask. */
    private static String when(House house, Booked turn, Instant now) {
        var zone = house.circle()
                .roster(now)
                .waking(turn.what().voice())
                .map(Waking::zone)
                .orElse(house.settings().circle().zone());
        return InWords.inASentence(turn.turn().slot(), zone);
    }
}
