package org.goodword.roster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member agreed to, since when and until when. What is not said is no. A yes holds a year at most.
 *
 * @param spokenFor others may speak up for her, and carry her posts
 * @param introductions how her account may introduce others
 * @param reposts how her account may carry others' posts
 */
public record Consent(LocalDate since, Optional<LocalDate> until, boolean spokenFor, Mode introductions, Mode reposts) {

    public static final Consent NONE = new Consent(LocalDate.EPOCH, Optional.empty(), false, Mode.OFF, Mode.OFF);

    /** Whether it is in force on that day: begun, not ended, less than a year old. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(since)
                && day.isBefore(since.plusYears(1))
                && until.map(end -> !day.isAfter(end)).orElse(true);
    }

    /** Of the two, the stricter in each part; dated by the newer yes, ending with the earlier end. */
    public Consent stricter(Consent other) {
        var newer = since.isAfter(other.since) ? since : other.since;
        var end = Stream.of(until, other.until).flatMap(Optional::stream).min(Comparator.naturalOrder());
        return new Consent(
                newer,
                end,
                spokenFor && other.spokenFor,
                introductions.stricter(other.introductions),
                reposts.stricter(other.reposts));
    }
}
