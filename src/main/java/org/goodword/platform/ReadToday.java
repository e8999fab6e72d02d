package org.goodword.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What has been read on the present UTC day: X bills a post or user once a day, however often it is returned. In memory
 * alone: after a restart the ledger books a little too much rather than too little.
 */
final class ReadToday {
    private final Set<String> seen = new HashSet<>();
    private LocalDate day = LocalDate.EPOCH;

    /** How many of these would be billed. */
    synchronized int fresh(Collection<String> items, Instant now) {
        turnTo(day(now));
        return (int)
                items.stream().distinct().filter(item -> !seen.contains(item)).count();
    }

    /**
     * How many of these are billed: from now on they are no longer. Of a read that went over midnight nobody knows on which
     * day it counts, so it counts on both.
     */
    synchronized int note(Collection<String> items, Instant asked, Instant answered) {
        if (!day(asked).equals(day(answered))) {
            turnTo(day(answered));
            return (int) items.stream().distinct().count();
        }
        var fresh = fresh(items, answered);
        seen.addAll(items);
        return fresh;
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void turnTo(LocalDate today) {
        if (!today.equals(day)) {
            seen.clear();
            day = today;
        }
    }
}
