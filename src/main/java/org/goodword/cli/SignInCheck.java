package org.goodword.cli;

import static org.goodword.cli.Finding.Mark.FINE;
import static org.goodword.cli.Finding.Mark.LOOK;
import static org.goodword.cli.Finding.Mark.NO;
import static org.goodword.cli.Finding.Mark.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rounds.House;
import org.goodword.settings.Settings;

/** Whether the sign-ins we hold still work, found out by using each. */
final class SignInCheck {
    private final Root root;
    private final House house;
    private final boolean reached;
    private final Instant now;

    /** @param reached whether there is a platform to try them on */
    SignInCheck(Root root, House house, boolean reached, Instant now) {
        this.root = root;
        this.house = house;
        this.reached = reached;
        this.now = now;
    }

    Finding finding() {
        var settings = house.settings();
        var held = new TreeSet<>(root.signedIn(settings));
        var live = settings.x().mode() == Settings.Mode.LIVE;
        if (!reached || !settings.x().consumerKey().isSet()) {
            return Finding.of(
                    UNKNOWN,
                    "sign-ins",
                    held.size() + " held, not tested: "
                            + (live ? "the platform was not reached" : "the sandbox signs everybody in"));
        }
        var lines = new ArrayList<String>();
        var worst = new ArrayList<Finding.Mark>();
        held.forEach(handle -> test(handle, lines, worst));
        var missing = missing(house.circle().roster(now), held);
        if (!missing.isEmpty()) {
            worst.add(LOOK);
            lines.add("not signed in, though they may speak: "
                    + missing.stream().map(Handle::toString).collect(Collectors.joining(", ")));
            if (live) {
                lines.add(how(root, settings));
            }
        }
        var mark = List.of(NO, LOOK, UNKNOWN).stream()
                .filter(worst::contains)
                .findFirst()
                .orElse(FINE);
        var works = worst.stream().filter(FINE::equals).count();
        return new Finding(mark, "sign-ins", works + " of " + held.size() + " work", lines, List.of());
    }

    static String how(Root root, Settings settings) {
        return "each owner signs in once, and the circle's account too: " + root.program(settings)
                + " members sign-in @handle";
    }

    private void test(Handle handle, List<String> lines, List<Finding.Mark> marks) {
        var outcome = house.platform().signedIn(handle);
        marks.add(outcome.<Finding.Mark>match(
                done -> FINE,
                refused -> told(NO, handle + ": " + refused.reason(), lines),
                later -> told(UNKNOWN, handle + " was not tested: " + later.reason(), lines),
                unknown -> told(UNKNOWN, handle + " was not tested: " + unknown.reason(), lines)));
    }

    private static Finding.Mark told(Finding.Mark mark, String line, List<String> lines) {
        lines.add(line);
        return mark;
    }

    /** Who agreed to speak from her own account and cannot; and the circle's account. */
    private Set<Handle> missing(Roster roster, Set<Handle> held) {
        var today = now.atZone(house.settings().circle().zone()).toLocalDate();
        var missing = roster.members().stream()
                .filter(member -> member.consent().inForce(today) && speaks(member))
                .map(Member::handle)
                .collect(Collectors.toCollection(TreeSet::new));
        roster.circle().ifPresent(circle -> missing.add(circle.handle()));
        missing.removeAll(held);
        return missing;
    }

    private static boolean speaks(Member member) {
        return List.of(member.consent().introductions(), member.consent().reposts()).stream()
                .anyMatch(mode -> mode == Mode.APPROVE || mode == Mode.AUTOMATIC);
    }
}
