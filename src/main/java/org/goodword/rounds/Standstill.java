package org.goodword.rounds;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Hold;
import org.goodword.platform.Platform;
import org.goodword.rounds.books.Notices;

/**
 * Tells the organiser what makes calls wait, once for each matter, and that it is over: something between us and the
 * platform, our own clock, a rest after "too many". It begins and ends without anybody's doing.
 */
final class Standstill {
    private static final String TOPIC = "standstill ";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

    private final Notices notices;
    private final Platform platform;
    private final ZoneId zone;
    private Optional<Set<String>> told = Optional.empty();

    Standstill(Notices notices, Platform platform, ZoneId zone) {
        this.notices = notices;
        this.platform = platform;
        this.zone = zone;
    }

    void run(Instant now) {
        var open = told.orElseGet(this::fromBefore);
        var present = present();
        present.forEach((topic, hold) -> {
            if (open.add(topic)) {
                notices.tell(topic, now, what(hold), help(hold));
            }
        });
        for (var topic : Set.copyOf(open)) {
            if (!present.containsKey(topic)) {
                notices.settle(topic, now);
                open.remove(topic);
            }
        }
        told = Optional.of(open);
    }

    /** What was told before the program was started again. */
    private Set<String> fromBefore() {
        var open = new HashSet<String>();
        notices.open().stream()
                .map(Notices.Notice::topic)
                .filter(topic -> topic.startsWith(TOPIC))
                .forEach(open::add);
        return open;
    }

    private Map<String, Hold> present() {
        var present = new HashMap<String, Hold>();
        platform.held().ifPresent(hold -> present.put(TOPIC + hold.topic(), hold));
        platform.rests().forEach(hold -> present.put(TOPIC + hold.topic(), hold));
        return present;
    }

    private String what(Hold hold) {
        var reason = hold.reason().substring(0, 1).toUpperCase(Locale.ROOT)
                + hold.reason().substring(1);
        return switch (hold.contact()) {
            case CLOCK ->
                reason + ". Since " + moment(hold.since()) + " everything waits; it goes on by itself once the clock is"
                        + " right.";
            case OBSTRUCTED ->
                reason + ". Since " + moment(hold.since()) + " everything waits; it goes on by itself once X itself"
                        + " answers.";
            case PUSHED_BACK, LOST, NONE -> reason + ". It goes on by itself.";
        };
    }

    private static String help(Hold hold) {
        return switch (hold.contact()) {
            case CLOCK -> "Set this machine's clock, best by the network";
            case OBSTRUCTED ->
                "Look at this machine's way to the internet: a firewall, a proxy or a hotel's page answers for X";
            case PUSHED_BACK, LOST, NONE -> "Nothing is to be done";
        };
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
