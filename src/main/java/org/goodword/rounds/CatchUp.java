package org.goodword.rounds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What is due and not finished, with every dispatch: it goes on where it stopped, until its own end. The week and whom to
 * meet for it go on until the next, a morning until noon, a reading until its day ends, a letter until the next one is due.
 */
public final class CatchUp {
    private final Circle circle;
    private final Rounds rounds;
    private final Calendar calendar;

    public CatchUp(Circle circle, Rounds rounds) {
        this.circle = circle;
        this.rounds = rounds;
        this.calendar = new Calendar(circle);
    }

    /** What kind of round it is. */
    public enum What {
        WEEK,
        ACCOUNTS,
        READING,
        MORNING,
        LETTER
    }

    /** One round, which knows by itself whether it is due and not finished. */
    public static final class Part {
        private final What what;
        private final String name;
        private final Predicate<Instant> unfinished;
        private final Consumer<Instant> step;

        private Part(What what, String name, Predicate<Instant> unfinished, Consumer<Instant> step) {
            this.what = what;
            this.name = name;
            this.unfinished = unfinished;
            this.step = step;
        }

        public What what() {
            return what;
        }

        public String name() {
            return name;
        }

        public boolean isUnfinished(Instant now) {
            return unfinished.test(now);
        }

        /** @param now of this part's own: the one before may have taken its time */
        public void goOn(Instant now) {
            if (isUnfinished(now)) {
                step.accept(now);
            }
        }
    }

    /** In the order in which one needs the other. */
    public List<Part> parts(Instant now) {
        var parts = new ArrayList<Part>();
        var week = rounds.week();
        parts.add(new Part(What.WEEK, "week", week::isUnfinished, week::run));
        parts.add(new Part(What.ACCOUNTS, "accounts", week::isMeetingUnfinished, week::goOnMeeting));
        parts.add(new Part(What.READING, "reading", this::isReadingUnfinished, rounds.sample()::run));
        calendar.zones(now).forEach(zone -> parts.add(morning(zone)));
        parts.add(new Part(What.LETTER, "letter", rounds.letter()::isUnfinished, rounds.letter()::goOn));
        return parts;
    }

    private Part morning(ZoneId zone) {
        var morning = rounds.morning();
        return new Part(
                What.MORNING, "morning " + zone, now -> morning.isUnfinished(zone, now), now -> morning.run(zone, now));
    }

    private boolean isReadingUnfinished(Instant now) {
        var zone = circle.settings().circle().zone();
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return !calendar.nextReading(midnight.minusMillis(1)).isAfter(now)
                && rounds.sample().isUnfinished(now);
    }

    /** When any of these goes on, for a clock that jumps: empty while all are finished. */
    public Optional<Instant> next(Instant now, Predicate<What> wanted) {
        var soon = now.plus(circle.settings().plan().dispatchEvery());
        return parts(now).stream()
                .filter(part -> wanted.test(part.what()) && part.isUnfinished(now))
                .map(part -> from(part.what()))
                .map(from -> from.isBefore(soon) ? soon : from)
                .min(Instant::compareTo);
    }

    private Instant from(What what) {
        return switch (what) {
            case ACCOUNTS -> rounds.week().meeting().from();
            case READING -> rounds.sample().from();
            case WEEK, MORNING, LETTER -> Instant.MIN;
        };
    }
}
