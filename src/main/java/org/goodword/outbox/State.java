package org.goodword.outbox;

import java.util.EnumSet;
import java.util.Set;

/** Where a turn stands. Only the changes named here are possible; each is written down with its reason. */
public enum State {
    /** an introduction with its week, not yet its day */
    PLANNED("planned"),
    /** text or post, slot and window are fixed */
    PREPARED("prepared"),
    /** the voice has it before her and has not answered */
    ASKED("waits for a yes"),
    APPROVED("approved"),
    /** goes out at its slot unless the last check says no */
    READY("ready"),
    /** written down before the request leaves: a crash from here on leaves an unknown outcome */
    SENDING("being sent"),
    SENT("sent"),
    /** the voice said no, and nothing follows from it */
    DECLINED("not this time"),
    MISSED("missed"),
    /** a rule spoke against it */
    REFUSED("refused by a rule"),
    /** the platform said no, or it is known not to have arrived */
    FAILED("failed"),
    /** struck, paused, left, or taken back after it was live */
    WITHDRAWN("withdrawn"),
    /** the link was given to the voice; whether she pressed it is hers */
    HANDED("link given"),
    /** the request left and no answer came */
    UNKNOWN("not known yet");

    /** States from which a turn may still go out, or may be out without our knowing. */
    public static final Set<State> OPEN = EnumSet.of(PLANNED, PREPARED, ASKED, APPROVED, READY, SENDING, UNKNOWN);

    /** Open, and nothing has left for the platform. */
    public static final Set<State> QUEUED = EnumSet.of(PLANNED, PREPARED, ASKED, APPROVED, READY);

    private final String words;

    State(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    public boolean mayBecome(State next) {
        return switch (this) {
            case PLANNED -> next == PREPARED || endsUnsent(next);
            case PREPARED -> next == ASKED || next == READY || next == HANDED || endsUnsent(next);
            case ASKED -> next == APPROVED || next == DECLINED || endsUnsent(next);
            case APPROVED -> next == READY || next == DECLINED || endsUnsent(next);
            case READY -> next == SENDING || next == DECLINED || endsUnsent(next);
            case SENDING -> next == SENT || next == FAILED || next == UNKNOWN || next == READY;
            case UNKNOWN -> next == SENT || next == FAILED || next == MISSED;
            case SENT -> next == WITHDRAWN;
            // a late discovery on the voice's own timeline
            case MISSED, FAILED, HANDED -> next == SENT;
            case DECLINED, REFUSED, WITHDRAWN -> false;
        };
    }

    private static boolean endsUnsent(State next) {
        return next == MISSED || next == REFUSED || next == WITHDRAWN;
    }
}
