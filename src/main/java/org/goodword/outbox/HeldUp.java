package org.goodword.outbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goodword.rotation.Window;

/**
 * What kept a turn from going out, told by its story and by when the program did not run. That it was approved, or may go
 * out by itself, is no reason for missing it.
 *
 * @param zone whose clock is told
 */
public record HeldUp(Turns turns, Absences absences, ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK);

    /** Why a queued turn is missed at {@code at}. */
    String whyMissed(Booked turn, Instant at, Shelf shelf) {
        var isOver = turn.turn().window().isOver(at);
        if (isOver && turn.state() == State.ASKED) {
            return "No answer came before its time was over. Silence is no.";
        }
        if (turn.state() == State.PLANNED) {
            return "Its day passed before it was prepared"
                    + causes(turn, at).map(why -> ": " + why).orElse("") + ".";
        }
        var missed = isOver
                ? "Its time was over before it could go out: "
                : "It could not go out within its " + shelf.life().toHours() + " hours: ";
        return missed + causes(turn, at).orElse("the program did not come to it in that time") + ".";
    }

    private Optional<String> causes(Booked turn, Instant at) {
        var off = absences.between(begin(turn), at);
        var held = lastCause(turn);
        if (off.isEmpty()) {
            return held.map(step -> unended(step.reason()));
        }
        var wasOff = "the program was off " + off.stream().map(this::fromTo).collect(Collectors.joining(", and "));
        return Optional.of(held.map(step -> step.at().isBefore(off.get(0).until())
                        ? unended(step.reason()) + "; then " + wasOff
                        : wasOff + "; then: " + unended(step.reason()))
                .orElse(wasOff));
    }

    /** From when on it was to go out, or to be prepared for that. */
    private static Instant begin(Booked turn) {
        return turn.state() == State.READY
                ? turn.turn().slot()
                : turn.turn().window().from();
    }

    private String fromTo(Window off) {
        return "from about " + MOMENT.format(off.from().atZone(zone)) + " to "
                + MOMENT.format(off.until().atZone(zone));
    }

    /** What was noted of a turn that stays, or came back, where it is. */
    private Optional<Turns.Step> lastCause(Booked turn) {
        return turns.story(turn.id()).stream()
                .filter(step -> step.to() == turn.state()
                        && step.from().filter(from -> isHeld(from, turn)).isPresent())
                .reduce((one, later) -> later);
    }

    private static boolean isHeld(State from, Booked turn) {
        return from == turn.state() || from == State.SENDING;
    }

    /** Whether something that is written in its story has kept it from going out at its slot. */
    boolean isHeldUp(Booked turn) {
        return lastCause(turn).isPresent();
    }

    private static String unended(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
