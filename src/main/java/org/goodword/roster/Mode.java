package org.goodword.roster;

import java.util.Optional;

/** How a kind of turn is done from an account, from the strictest to the loosest. */
public enum Mode {
    OFF,
    /** the voice gets a link with the action ready; no call is made */
    SUGGEST,
    /** the voice sees exactly what would go out, and says yes */
    APPROVE,
    /** sent at its slot */
    AUTOMATIC;

    public Mode stricter(Mode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The word as it stands in files. */
    public String word() {
        return switch (this) {
            case OFF -> "off";
            case SUGGEST -> "suggest";
            case APPROVE -> "approve";
            case AUTOMATIC -> "automatic";
        };
    }

    public static Optional<Mode> of(String word) {
        for (var mode : values()) {
            if (mode.word().equals(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
