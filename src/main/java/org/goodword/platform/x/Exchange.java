package org.goodword.platform.x;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import tools.jackson.databind.JsonNode;

/**
 * One question and what its answer means: closed doors are not knocked at, a read that met trouble is tried again, a write
 * never is.
 */
final class Exchange {
    /**
     * At once and twice at most, where X stumbled, was not reached or hung up; signed anew each time. No wait: it would hold
     * up the dispatcher and mean nothing to a simulated clock; trouble that lasts ends as "later", which is the caller's to
     * wait for. A time-out is not here: it has cost enough.
     */
    private static final RetryPolicy<Reply> READ_AGAIN = RetryPolicy.<Reply>builder()
            .withMaxRetries(2)
            .handleResultIf(Exchange::isBriefTrouble)
            .build();

    /** X's own clock, since nobody else's is known here. */
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    private final Wire wire;
    private final InstantSource clock;
    private final Allowances allowances = new Allowances();
    private final BackOff backOff = new BackOff();

    Exchange(Wire wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /** @param reader may throw {@link Shapes.Unreadable} */
    <T> Outcome<T> send(Ask ask, Caller caller, Function<JsonNode, T> reader) {
        var closed = allowances.closedUntil(ask, caller.account(), clock.instant());
        if (closed.isPresent()) {
            return new Later<>(
                    closed.get(),
                    "X's limit for " + caller.name() + " is used up until " + MINUTE.format(closed.get()) + " UTC");
        }
        var lost = new AtomicBoolean();
        var reply = ask.isWrite()
                ? wire.send(ask, caller.authority())
                : Failsafe.with(READ_AGAIN).get(() -> noting(wire.send(ask, caller.authority()), lost));
        var outcome = reply.match(
                answered -> judged(ask, caller, answered, reader),
                notSent ->
                        new Later<T>(clock.instant().plus(backOff.failed(ask)), "X was not reached: " + notSent.why()),
                gone -> new Problems(ask, caller, clock.instant().plus(backOff.failed(ask))).<T>lost(gone.why()));
        return lost.get() ? afterALoss(outcome) : outcome;
    }

    private static Reply noting(Reply reply, AtomicBoolean lost) {
        if (reply instanceof Reply.Lost) {
            lost.set(true);
        }
        return reply;
    }

    /** Whatever the last try met: an answer before it was lost, and may have been billed. */
    private static <T> Outcome<T> afterALoss(Outcome<T> outcome) {
        return outcome instanceof Later<T> later ? new Later<>(later.from(), later.reason(), Contact.LOST) : outcome;
    }

    private static boolean isBriefTrouble(Reply reply) {
        return reply.match(
                answered -> answered.status() >= 500 && !Foreign.is(answered),
                notSent -> !Thread.currentThread().isInterrupted(),
                Reply.Lost::atOnce);
    }

    private <T> Outcome<T> judged(Ask ask, Caller caller, Reply.Answered answer, Function<JsonNode, T> reader) {
        allowances.note(ask, caller.account(), answer, clock.instant());
        var problems = new Problems(ask, caller, again(ask, caller, answer));
        return problems.judge(answer).then(json -> {
            try {
                return new Done<>(reader.apply(json));
            } catch (Shapes.Unreadable e) {
                return problems.lost("X's answer was not what X promises (" + caller.quote(e.what()) + ")");
            }
        });
    }

    private Instant again(Ask ask, Caller caller, Reply.Answered answer) {
        var now = clock.instant();
        if (answer.status() == 429) {
            return allowances.closedUntil(ask, caller.account(), now).orElseGet(() -> now.plus(Allowances.WINDOW));
        }
        if (answer.status() >= 500) {
            return now.plus(backOff.failed(ask));
        }
        backOff.worked(ask);
        return now.plus(BackOff.FIRST);
    }

    void close() {
        wire.close();
    }
}
