package org.goodword.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;

/** Who is new in a roster, who is gone from it, and whose entry reads otherwise than before. */
public record Changes(List<Handle> joined, List<Handle> left, List<Handle> changed) {
    public static Changes between(Roster before, Roster after) {
        return new Changes(
                missing(after, before),
                missing(before, after),
                after.members().stream()
                        .filter(member -> before.member(member.handle())
                                .filter(old -> !old.equals(member))
                                .isPresent())
                        .map(Member::handle)
                        .toList());
    }

    private static List<Handle> missing(Roster from, Roster in) {
        return from.members().stream()
                .map(Member::handle)
                .filter(handle -> in.member(handle).isEmpty())
                .toList();
    }

    /** As one line: {@code 1 joined (@a), 2 left (@b, @c)}. */
    public String summary() {
        var parts = new ArrayList<String>();
        add(parts, joined, "joined");
        add(parts, left, "left");
        add(parts, changed, "changed");
        return parts.isEmpty() ? "nobody joined, left or changed" : String.join(", ", parts);
    }

    private static void add(List<String> parts, List<Handle> who, String what) {
        if (!who.isEmpty()) {
            var names = who.stream().map(Handle::toString).collect(Collectors.joining(", "));
            parts.add(who.size() + " " + what + " (" + names + ")");
        }
    }
}
