package org.goodword.rotation.line;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Reason;

/** Why this voice for this subject: the numbers that decided, in clauses that are true of them. */
public final class Why {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /**
     * In a larger circle nobody can tell who was heard least of all, and looking through everybody for every turn would cost
     * more than the clause is worth.
     */
    private static final int EVERYBODY = 500;

    /** Turns are looked back on for a year. Where the books go back that far, nothing older is denied. */
    private static final Duration NEARLY_A_YEAR = Duration.ofDays(360);

    private final Roster roster;
    private final History history;
    private final Proposal what;
    private final Line.Place place;
    private final String subject;

    private Why(Roster roster, History history, Proposal what, Line.Place place) {
        this.roster = roster;
        this.history = history;
        this.what = what;
        this.place = place;
        this.subject = place.subject().name();
    }

    /** How the subject stands in line, what the two have in common, and when they last met, in that order. */
    public static List<Reason> of(Roster roster, History history, Proposal what, Line.Place place) {
        return new Why(roster, history, what, place).reasons();
    }

    private List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        reasons.add(Reason.of(due()));
        roster.member(what.voice()).ifPresent(voice -> {
            together(voice).ifPresent(reasons::add);
            reasons.add(before(voice));
        });
        if (roster.isCircle(what.voice())) {
            reasons.add(Reason.of("the circle's own account speaks for whoever has gone unheard"));
        }
        if (what.post().isPresent() && !what.author().equals(what.subject())) {
            reasons.add(Reason.of("the post is an introduction by " + roster.name(what.author())));
        }
        return reasons;
    }

    private String due() {
        if (place.newcomer()) {
            return subject + " is new, and newcomers come first in their first fortnight";
        }
        if (place.lastHeard().isEmpty()) {
            return subject + " has not been spoken up for " + untilNow("yet");
        }
        var last = place.lastHeard().get();
        var since = day(last, place.subject().waking().zone());
        if (waitedLongest(last)) {
            return subject + " has been heard least of all since " + since;
        }
        return subject
                + (place.lag() > 0 ? " has been heard less than an even share" : hasSomething())
                + ", and was last spoken up for on " + since;
    }

    private String hasSomething() {
        return switch (what.kind()) {
            case REPOST -> " has something to carry";
            case INTRODUCTION -> " has words in store that nobody has said yet";
        };
    }

    /** Everybody else who may be spoken for has been heard at least once since. */
    private boolean waitedLongest(Instant last) {
        var members = roster.members();
        return members.size() > 1
                && members.size() <= EVERYBODY
                && members.stream()
                        .filter(other -> !other.handle().equals(what.subject()))
                        .filter(other -> other.consent().spokenFor() && other.want() > 0)
                        .allMatch(other -> history.lastHeard(other.handle())
                                .filter(last::isBefore)
                                .isPresent());
    }

    private Optional<Reason> together(Member voice) {
        var near = roster.nearness(voice, place.subject());
        if (roster.complementary(voice, place.subject())) {
            return Optional.of(
                    byVoice(voice, "serves", "serve", "the same customers" + (near == 1 ? " in " + voice.area() : "")));
        }
        if (Worth.shareATopic(voice, place.subject())) {
            return Optional.of(Reason.of("one of the two offers what the other is looking for"));
        }
        if (near == 1) {
            return Optional.of(byVoice(voice, "is", "are", "in " + voice.area() + " as well"));
        }
        return near > 0 ? Optional.of(byVoice(voice, "is", "are", "in a neighbouring area")) : Optional.empty();
    }

    private Reason before(Member voice) {
        return history.last(voice.handle(), what.subject())
                .map(last -> new Reason(
                        voice.name() + " last spoke for them on "
                                + day(last, voice.waking().zone()),
                        "you last spoke for them on " + day(last, voice.waking().zone())))
                .orElseGet(() -> byVoice(voice, "has", "have", "not spoken for them " + untilNow("before")));
    }

    private static Reason byVoice(Member voice, String verb, String verbToYou, String rest) {
        return new Reason(voice.name() + " " + verb + " " + rest, "you " + verbToYou + " " + rest);
    }

    private String untilNow(String word) {
        return history.reaches().compareTo(NEARLY_A_YEAR) < 0 ? word : "in the past year";
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
