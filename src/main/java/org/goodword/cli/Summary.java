package org.goodword.cli;

import static org.goodword.outbox.State.SENT;

import java.util.Locale;
import org.goodword.rehearsal.Result;

/** What a season came to, as an organiser would want it told. */
record Summary(Terminal terminal, Result result) {

    void print() {
        var out = terminal.out();
        out.println();
        out.println(heard());
        out.println(harm());
        out.println(carrying());
        out.println(cost());
        out.flush();
    }

    private String heard() {
        var who = result.heardEver() == result.members()
                ? "all " + result.members() + " members"
                : result.heardEver() + " of " + result.members() + " members";
        return String.format(
                Locale.ROOT,
                "%d turns for %s, %.0f of them heard in a usual week; the longest wait was %d days.",
                result.in(SENT),
                who,
                result.heardPerWeek(),
                result.longestWait().toDays());
    }

    private String harm() {
        var harm = result.harm();
        return harm.none()
                ? "Checked against the town's own books: none twice, none without a yes, none late, none over a cap."
                : "Checked against the town's own books: " + harm.duplicates() + " twice, " + harm.withoutConsent()
                        + " without a yes, " + harm.late() + " late, " + harm.overCaps() + " over a cap.";
    }

    private String carrying() {
        return String.format(
                Locale.ROOT,
                "Whether carrying helped is too early to tell from %d posts carried and %d left alone."
                        + " The town's truth is %.0f %% more.",
                result.carried(),
                result.leftAlone(),
                result.trueLift() * 100);
    }

    private String cost() {
        return "X would have charged " + result.spent()
                + "; reading everybody's last thirty days each day would have cost " + result.usualWay() + ".";
    }
}
