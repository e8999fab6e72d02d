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
        turnTo(now);
        return (int)
                items.stream().distinct().filter(item -> !seen.contains(item)).count();
    }

    /** How many of these are billed: from now on they are no longer. */
    synchronized int note(Collection<String> items, Instant now) {
        var fresh = fresh(items, now);
        seen.addAll(items);
        return fresh;
    }

    private void turnTo(Instant now) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(day)) {
            seen.clear();
            day = today;
        }
    }
}
