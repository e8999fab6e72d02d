package org.goodword.rounds;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Handle;
import org.goodword.platform.PostId;
import org.goodword.rotation.Turn;
import org.goodword.rotation.TurnedAway;
import org.goodword.rotation.Window;

/** Books of turns whose program ends before it books one turn too many. */
final class TurnsThatLosePower implements Turns {
    private final Turns turns;
    private int left;

    /** @param left how many it books before */
    TurnsThatLosePower(Turns turns, int left) {
        this.turns = turns;
        this.left = left;
    }

    /** Stands for the plug being pulled. */
    static final class PlugPulled extends Error {}

    @Override
    public Booked book(Turn turn, State state, Instant at, String reason) {
        if (left-- == 0) {
            throw new PlugPulled();
        }
        return turns.book(turn, state, at, reason);
    }

    @Override
    public Booked move(Booked turn, State to, Instant at, String reason) {
        return turns.move(turn, to, at, reason);
    }

    @Override
    public Booked sent(Booked turn, PostId made, Instant sentAt, Instant at, String reason) {
        return turns.sent(turn, made, sentAt, at, reason);
    }

    @Override
    public Booked turnedAway(Booked turn, Instant at, String reason) {
        return turns.turnedAway(turn, at, reason);
    }

    @Override
    public List<TurnedAway> turnedAway(Instant since) {
        return turns.turnedAway(since);
    }

    @Override
    public Map<Handle, Instant> lastTaken() {
        return turns.lastTaken();
    }

    @Override
    public Booked reslot(Booked turn, Window window, Instant slot, Instant at, String reason) {
        return turns.reslot(turn, window, slot, at, reason);
    }

    @Override
    public Booked note(Booked turn, Instant at, String reason) {
        return turns.note(turn, at, reason);
    }

    @Override
    public Optional<Booked> find(long turn) {
        return turns.find(turn);
    }

    @Override
    public List<Booked> in(Collection<State> states) {
        return turns.in(states);
    }

    @Override
    public List<Booked> ofWeek(String week) {
        return turns.ofWeek(week);
    }

    @Override
    public List<Booked> since(Instant since) {
        return turns.since(since);
    }

    @Override
    public List<Step> story(long turn) {
        return turns.story(turn);
    }
}
