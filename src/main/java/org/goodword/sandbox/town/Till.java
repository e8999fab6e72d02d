package org.goodword.sandbox.town;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the app has paid and may still spend, in thousandths of a dollar. A thing read again on the same UTC day costs
 * nothing more.
 */
final class Till {
    static final long UNLIMITED = -1;

    private final Set<String> readToday = new HashSet<>();
    private LocalDate today = LocalDate.MIN;
    private long credits = UNLIMITED;

    void credits(long milliDollars) {
        credits = milliDollars;
    }

    boolean affords(long milliDollars) {
        return credits == UNLIMITED || (credits > 0 && credits >= milliDollars);
    }

    void pay(long milliDollars) {
        if (credits != UNLIMITED) {
            credits = Math.max(0, credits - milliDollars);
        }
    }

    /** Those not read yet on this UTC day, which are read from now on. */
    List<String> unread(Collection<String> things, Instant at) {
        var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        if (!day.equals(today)) {
            readToday.clear();
            today = day;
        }
        return things.stream().filter(readToday::add).toList();
    }
}
