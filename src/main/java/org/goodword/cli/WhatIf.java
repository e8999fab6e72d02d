package org.goodword.cli;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.goodword.conduct.Figure;
import org.goodword.platform.Handle;
import org.goodword.roster.Roster;
import org.goodword.rounds.House;
import org.goodword.rounds.Outlook;
import org.goodword.rounds.Outlook.Coming;
import org.goodword.rounds.Supposition;

/** The coming weeks as they are and as they would be, beside each other. */
final class WhatIf {
    private static final int WEEKS = 4;

    private final String asked;
    private final Supposition supposition;
    private final House house;
    private final Roster roster;
    private final Outlook.Compared compared;

    private WhatIf(String asked, Supposition supposition, House house, Instant now) {
        this.asked = asked;
        this.supposition = supposition;
        this.house = house;
        this.roster = house.circle().roster(now);
        this.compared = Outlook.compare(house, supposition, WEEKS, now);
    }

    /** @throws DidNotWork when it is about somebody who is not in the circle, or about an account the circle has not */
    static WhatIf of(String asked, Supposition supposition, House house, String program, Instant now) {
        var roster = house.circle().roster(now);
        supposition.who().ifPresent(who -> new Whom(roster, program).member(who.toString()));
        if (supposition.who().isEmpty() && roster.circle().isEmpty()) {
            throw new DidNotWork(
                    "The circle has no account of its own; circle.account in bot.properties would name it.");
        }
        return new WhatIf(asked, supposition, house, now);
    }

    String text(Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.add(terminal.strong("What if: " + Lines.visible(asked)));
        lines.add(Lines.hanging(
                "",
                "An estimate, which changes nothing: the next " + WEEKS
                        + " weeks that are not dealt yet, by the books as they stand, as it is → as it would be. Posts that nobody "
                        + "has made yet are supposed to come as lately, and answers as usual."));
        lines.add("");
        lines.add(row("week", "voices", "introductions", "reposts", "heard", "cost"));
        for (var week = 0; week < WEEKS; week++) {
            lines.add(row(compared.without().get(week), compared.with().get(week)));
        }
        lines.add("");
        differences().forEach(difference -> lines.add(Lines.hanging("  ", difference)));
        return String.join("\n", lines);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-8s %9s %15s %17s %9s %17s", (Object[]) cells);
    }

    private static String row(Coming without, Coming with) {
        return row(
                        without.week().name(),
                        both(without.days().size(), with.days().size()),
                        both(without.introductions(), with.introductions()),
                        both(expected(without), expected(with)),
                        both(without.heard().size(), with.heard().size()),
                        both(without.cost(), with.cost()))
                .stripTrailing();
    }

    private static String expected(Coming week) {
        return week.reposts() + "–" + (week.reposts() + 1);
    }

    private static String both(Object without, Object with) {
        return without.equals(with) ? without.toString() : without + " → " + with;
    }

    private List<String> differences() {
        var differences = new ArrayList<String>();
        moreThanIsAsked().ifPresent(differences::add);
        var moved = moved();
        if (!moved.isEmpty()) {
            differences.add("Another day: " + String.join(", ", moved) + ".");
        }
        for (var week = 0; week < WEEKS; week++) {
            var without = compared.without().get(week);
            var with = compared.with().get(week);
            var more = less(with.heard(), without.heard());
            var fewer = less(without.heard(), with.heard());
            if (!more.isEmpty() || !fewer.isEmpty()) {
                var told = new ArrayList<String>();
                if (!more.isEmpty()) {
                    told.add("heard as well would be " + names(more));
                }
                if (!fewer.isEmpty()) {
                    told.add("not heard would be " + names(fewer));
                }
                differences.add(without.week().name() + ": " + String.join("; ", told) + ".");
            }
        }
        if (compared.with().equals(compared.without())) {
            differences.add("Nothing would change in these weeks.");
        }
        return differences;
    }

    private Optional<String> moreThanIsAsked() {
        var most = house.circle().rulebook().get().rules().count(Figure.ASKS_A_WEEK);
        return supposition instanceof Supposition.Capacity capacity && capacity.turns() > most
                ? Optional.of("The rules ask no voice more than " + most
                        + " times a week (rule pace), so a capacity above " + most + " is not used.")
                : Optional.empty();
    }

    /** By the first week in which the two differ. */
    private List<String> moved() {
        var moved = new TreeMap<String, String>();
        for (var week = WEEKS - 1; week >= 0; week--) {
            var with = compared.with().get(week).days();
            compared.without()
                    .get(week)
                    .days()
                    .forEach((voice, day) -> Optional.ofNullable(with.get(voice))
                            .filter(other -> other != day)
                            .ifPresent(other -> moved.put(
                                    roster.name(voice), roster.name(voice) + " " + name(day) + " → " + name(other))));
        }
        return List.copyOf(moved.values());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private String names(Set<Handle> handles) {
        return InWords.names(roster, List.copyOf(handles));
    }

    private static Set<Handle> less(Set<Handle> some, Set<Handle> others) {
        var left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("supposed", asked);
        json.put("estimate", true);
        var weeks = new ArrayList<Map<String, Object>>();
        for (var week = 0; week < WEEKS; week++) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("week", compared.without().get(week).week().name());
            entry.put("asItIs", json(compared.without().get(week)));
            entry.put("asItWouldBe", json(compared.with().get(week)));
            weeks.add(entry);
        }
        json.put("weeks", weeks);
        return json;
    }

    private static Map<String, Object> json(Coming week) {
        var entry = new LinkedHashMap<String, Object>();
        var days = new TreeMap<String, String>();
        week.days().forEach((voice, day) -> days.put(voice.toString(), day.name()));
        entry.put("days", days);
        entry.put("introductions", week.introductions());
        entry.put("expectedReposts", List.of(week.reposts(), week.reposts() + 1));
        entry.put("heard", week.heard().stream().sorted().map(Handle::toString).toList());
        entry.put("costUsd", week.cost().amount());
        return entry;
    }
}
