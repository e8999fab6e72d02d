package org.goodword.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.rounds.Calendar;
import org.goodword.rounds.House;
import org.goodword.rounds.NextMinuteLeft;
import org.goodword.rounds.WeekOf;
import org.goodword.rounds.WeekView;
import org.goodword.settings.Settings.Approval;

/** A week by day, for reading. */
final class PlanText {
    private static final int FIRST_IN_LINE = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter ANOTHER_DAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);

    private final Terminal terminal;
    private final House house;
    private final WeekView view;
    private final String program;
    private final Instant now;
    private final ZoneId zone;

    PlanText(Terminal terminal, House house, WeekView view, String program, Instant now) {
        this.terminal = terminal;
        this.house = house;
        this.view = view;
        this.program = program;
        this.now = now;
        this.zone = house.settings().circle().zone();
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(terminal.strong(InWords.span(view.week().monday(), view.week().sunday())) + "   "
                + view.week().name());
        lines.add(Lines.hanging("", String.join(" · ", figures())));
        remarks().forEach(remark -> lines.add(Lines.hanging("", remark)));
        var named = false;
        for (var day : view.days()) {
            lines.add("");
            lines.add(heading(day));
            day.turns().forEach(turn -> lines.add(line(turn, day.date())));
            if (day.expected().isPresent()) {
                lines.add(Lines.hanging(" ".repeat(8), expected(day.expected().get(), !named)));
                named = true;
            } else if (day.turns().isEmpty()) {
                lines.add(" ".repeat(8) + "nothing");
            }
        }
        if (!view.changes().isEmpty()) {
            lines.add("");
            lines.add(terminal.strong("Changed since the week was dealt"));
            view.changes()
                    .forEach(change ->
                            lines.add(Lines.hanging("  " + InWords.minute(change.at(), zone) + "  ", change.what())));
        }
        lines.add("");
        lines.addAll(foot());
        return String.join("\n", lines);
    }

    private List<String> figures() {
        var turns = view.turns();
        var figures = new ArrayList<String>();
        var expected = view.expected();
        figures.add((expected > 0 ? "about " : "") + InWords.counted(turns.size() + expected, "turn", "turns") + " for "
                + InWords.counted(view.roster().members().size(), "member", "members"));
        var sent = in(State.SENT);
        if (view.dealt() && sent > 0) {
            figures.add(sent + " sent");
        }
        var asked = in(State.ASKED);
        if (asked > 0) {
            figures.add(asked + (asked == 1 ? " waits for a yes" : " wait for a yes"));
        }
        figures.add(money());
        figures.add(InWords.counted(view.plan().unusedWords(), "text", "texts") + " in store"
                + (view.dealt() ? " when it was dealt" : ""));
        return figures;
    }

    private long in(State state) {
        return view.turns().stream().filter(turn -> turn.state() == state).count();
    }

    private String money() {
        var ceiling = house.settings().budget().weekly();
        var over = !view.week().ends(zone).isAfter(now);
        if (over) {
            return view.spent() + " of " + ceiling + " spent";
        }
        var soFar = view.spent().milli() > 0 ? ", " + view.spent() + " of it spent so far" : "";
        return "about " + view.cost() + " of " + ceiling + soFar;
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (!view.dealt()) {
            remarks.add("This week is not dealt yet. So it would be if it were dealt now; nothing is decided. "
                    + whenItIsDealt());
        } else if (waitsForTheYes()) {
            remarks.add("It waits for your yes: until then no morning deals or asks.");
        }
        house.books()
                .registry()
                .everythingStopped(now)
                .ifPresent(why -> remarks.add(
                        "Everything is stopped: " + why + " Nothing goes out until " + program + " resume all"));
        return remarks;
    }

    private String whenItIsDealt() {
        var today = now.atZone(zone).toLocalDate();
        var current = WeekOf.date(today);
        var madeUp = house.books().journal().plan(current.name()).isEmpty() && !today.equals(current.sunday());
        if (madeUp && view.week().equals(current)) {
            return "It is dealt, from today on, as soon as Goodword runs.";
        }
        return "It is dealt on " + InWords.inASentence(dealtAt(), zone) + ", while Goodword runs."
                + (madeUp
                        ? " If Goodword is started before then, what is left of this week is dealt at once: " + program
                                + " plan --week " + current.name()
                        : "");
    }

    private boolean waitsForTheYes() {
        return house.settings().plan().approval() == Approval.ORGANISER
                && view.plan().approvedAt().isEmpty()
                && view.week().ends(zone).isAfter(now);
    }

    /** The last moment for it before the week begins, or the next where that has passed. */
    private Instant dealtAt() {
        var calendar = new Calendar(house.circle());
        var due = calendar.nextWeek(view.week().begins(zone).minus(Duration.ofDays(7)));
        return due.isBefore(now) ? calendar.nextWeek(now) : due;
    }

    private String heading(WeekView.Day day) {
        var name = InWords.day(day.date());
        var quiet = house.settings().plan().quietDays().contains(day.date());
        var whose = quiet
                ? "a quiet day"
                : day.voices().isEmpty()
                        ? "the circle alone"
                        : "their day: " + InWords.names(view.roster(), day.voices());
        var line = Lines.hanging(name + " ".repeat(Math.max(2, 18 - name.length())), whose);
        return terminal.strong(name) + line.substring(name.length());
    }

    private String line(Booked turn, LocalDate day) {
        var number = view.dealt() ? String.valueOf(turn.id()) : "";
        return Lines.hanging(
                String.format(
                        Locale.ROOT,
                        "%6s  %-9s  %-15s  ",
                        number,
                        time(turn, day),
                        turn.state().words()),
                InWords.turn(view.roster(), turn.what()));
    }

    /** An introduction that is planned has no minute yet; of an ask whose minute has passed it is when a yes sends it now. */
    private String time(Booked turn, LocalDate day) {
        if (turn.state() == State.PLANNED) {
            return "";
        }
        if (turn.state() == State.ASKED && turn.turn().slot().isBefore(now)) {
            return new NextMinuteLeft(house.books(), house.circle())
                    .slot(turn.turn(), now)
                    .map(minute -> time(minute, day))
                    .orElse("too late");
        }
        return time(turn.sentAt().orElse(turn.turn().slot()), day);
    }

    private String time(Instant minute, LocalDate day) {
        var at = minute.atZone(zone);
        return (at.toLocalDate().equals(day) ? TIME : ANOTHER_DAY).format(at);
    }

    private String expected(int below, boolean first) {
        var names = view.line().stream()
                .limit(FIRST_IN_LINE)
                .map(view.roster()::name)
                .toList();
        return InWords.expected(below)
                + (first && !names.isEmpty() ? "; first in line: " + String.join(", ", names) : "");
    }

    private boolean hasBegun() {
        return !view.week().begins(zone).isAfter(now);
    }

    private List<String> foot() {
        var foot = new ArrayList<String>();
        if (view.dealt() && waitsForTheYes()) {
            foot.add("Say yes        " + program + " plan --week " + view.week().name() + " --approve");
        }
        if (in(State.ASKED) > 0) {
            foot.add("What waits     " + program + " approve");
        }
        view.turns().stream()
                .filter(turn -> view.dealt())
                .mapToLong(Booked::id)
                .max()
                .ifPresent(turn -> foot.add("Why one turn   " + program + " plan --why " + turn));
        foot.add("Another week   " + program + " plan --week "
                + (view.dealt() || hasBegun() ? view.week().next() : view.week().before()).name());
        return foot;
    }
}
