package org.goodword.rotation.slots;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.goodword.rotation.Proposal;

/** Houses that differ in their hours alone. */
final class Street {
    private Street() {}

    static Handle house(int number) {
        return Handle.of("house" + number);
    }

    static Roster roster(String from, String to, int houses) {
        return roster(
                IntStream.range(0, houses).mapToObj(house -> hours(from, to)).toList());
    }

    static Waking hours(String from, String to) {
        return new Waking(ZoneOffset.UTC, LocalTime.parse(from), LocalTime.parse(to), EnumSet.allOf(DayOfWeek.class));
    }

    static Roster roster(List<Waking> hours) {
        var members = IntStream.range(0, hours.size())
                .mapToObj(house -> member(house, hours.get(house)))
                .toList();
        return new Roster(members, Map.of(), Map.of(), Optional.empty());
    }

    private static Member member(int number, Waking hours) {
        return new Member(
                house(number),
                "House " + number,
                "bakery",
                "Nether Wick",
                Optional.empty(),
                hours,
                List.of("en"),
                2,
                2,
                new Consent(LocalDate.parse("2026-01-01"), Optional.empty(), true, Mode.APPROVE, Mode.APPROVE),
                Member.Carry.ALL,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    /** Something this house says of the next. */
    static Proposal says(int voice, int subject) {
        var text = "House " + voice + " of house " + subject;
        return Proposal.introduction(house(voice), house(subject), text, text, Mode.APPROVE);
    }
}
