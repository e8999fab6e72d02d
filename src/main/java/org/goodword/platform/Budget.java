package org.goodword.platform;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.settings.Settings.Ceilings;
import org.goodword.settings.Usd;

/**
 * The organiser's ceilings, held against our own ledger before each call. Weeks begin on Monday and months on the first, by
 * the circle's clock. A write may use all of a ceiling; everything else leaves free what is put by for approved turns, and
 * yields in the order of {@link Purpose}.
 */
public final class Budget {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private record Period(String name, String key, Usd ceiling, LocalDate from, LocalDate until) {}

    /** What there is no money for, and when there will be. */
    public record Shortfall(String reason, Instant until) {}

    private final Ceilings ceilings;
    private final Ledger ledger;
    private final ZoneId zone;

    public Budget(Ceilings ceilings, Ledger ledger, ZoneId zone) {
        this.ceilings = ceilings;
        this.ledger = ledger;
        this.zone = zone;
    }

    /** Why {@code price} must not be spent on {@code purpose} now, if so. */
    public Optional<String> objection(Purpose purpose, Usd price, Instant now) {
        return shortfall(purpose, price, now).map(Shortfall::reason);
    }

    /** The same with the moment from which there is money again; the later of the two where both ceilings are reached. */
    public Optional<Shortfall> shortfall(Purpose purpose, Usd price, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return Stream.of(week(today), month(today))
                .flatMap(period -> shortfall(period, purpose, price).stream())
                .max(Comparator.comparing(Shortfall::until));
    }

    private Period week(LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period("week", "budget.weekly-usd", ceilings.weekly(), monday, monday.plusWeeks(1));
    }

    private Period month(LocalDate today) {
        var first = today.withDayOfMonth(1);
        return new Period("month", "budget.monthly-usd", ceilings.monthly(), first, first.plusMonths(1));
    }

    private Optional<Shortfall> shortfall(Period period, Purpose purpose, Usd price) {
        var spent = ledger.spentSince(start(period.from()));
        var putBy = purpose == Purpose.WRITING ? Usd.ZERO : ledger.reserved();
        var wanted = spent.plus(putBy).plus(price);
        if (wanted.times(100).compareTo(period.ceiling().times(purpose.percent())) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Shortfall(reason(period, purpose, spent, putBy), start(period.until())));
    }

    private static String reason(Period period, Purpose purpose, Usd spent, Usd putBy) {
        return "the " + period.name() + "'s budget of " + period.ceiling() + " has nothing left for " + purpose.words()
                + ": " + spent + " is spent"
                + (putBy.equals(Usd.ZERO) ? "" : " and " + putBy + " is put by for approved turns")
                + "; it starts afresh on " + DAY.format(period.until()) + ", or raise " + period.key();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
