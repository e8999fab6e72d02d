package org.goodword.outbox;

import java.time.Instant;
import java.util.List;
import org.goodword.rotation.Window;

/** The port to what is known of the program itself: when it did not run. */
@FunctionalInterface
public interface Absences {
    Absences NONE = (from, until) -> List.of();

    /** What lies in that time, at least in part; the oldest first. */
    List<Window> between(Instant from, Instant until);
}
