package org.goodword.rotation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;

/** Why this voice for this subject, in sentences that are true of the numbers that decided. */
final class Why {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private Why() {}

    static List<String> of(Roster roster, History history, Proposal what, Line.Place place) {
        var sentences = new ArrayList<String>();
        sentences.add(due(place));
        var voice = roster.member(what.voice());
        voice.flatMap(speaker -> together(roster, speaker, place.subject())).ifPresent(sentences::add);
        voice.ifPresent(speaker -> sentences.add(before(history, speaker, place.subject())));
        if (roster.isCircle(what.voice())) {
            sentences.add("The circle's own account speaks for whoever has gone unheard.");
        }
        if (what.post().isPresent() && !what.author().equals(what.subject())) {
            sentences.add("The post is an introduction by " + roster.name(what.author()) + ".");
        }
        return sentences;
    }

    private static String due(Line.Place place) {
        var name = place.subject().name();
        if (place.newcomer()) {
            return name + " is new, and newcomers come first in their first fortnight.";
        }
        if (place.lastHeard().isEmpty()) {
            return name + " has not been spoken up for yet.";
        }
        var since = day(place.lastHeard().get(), place.subject().waking().zone());
        return place.lag() > 0
                ? name + " has been heard less than an even share, and was last spoken up for on " + since + "."
                : name + " has something to carry, and was last spoken up for on " + since + ".";
    }

    private static Optional<String> together(Roster roster, Member voice, Member subject) {
        var near = roster.nearness(voice, subject);
        if (roster.complementary(voice, subject)) {
            var where = near == 1 ? " in " + voice.area() : "";
            return Optional.of(voice.name() + " and " + subject.name() + " serve the same customers" + where + ".");
        }
        if (Worth.shareATopic(voice, subject)) {
            return Optional.of("One of the two offers what the other is looking for.");
        }
        if (near == 1) {
            return Optional.of("Both are in " + voice.area() + ".");
        }
        return near > 0 ? Optional.of("They are in neighbouring areas.") : Optional.empty();
    }

    private static String before(History history, Member voice, Member subject) {
        return history.last(voice.handle(), subject.handle())
                .map(last -> voice.name() + " last spoke for them on "
                        + day(last, voice.waking().zone()) + ".")
                .orElse(voice.name() + " has not spoken for them before.");
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
