package org.goodword.cli;

import java.time.DateTimeException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.goodword.rounds.House;
import org.goodword.rounds.WeekOf;
import org.goodword.rounds.WeekView;
import org.goodword.settings.Settings.Approval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "plan",
        description = "Shows the coming week by day: whose day, what is planned, who is first in line, what it costs.")
final class Plan implements Callable<Integer> {
    private final Goodword goodword;

    @Option(names = "--week", paramLabel = "WEEK", description = "Another week, as 2026-W48.")
    private @Nullable String week;

    @Option(names = "--why", paramLabel = "TURN", description = "All about one turn, by its number.")
    private @Nullable Long why;

    @Option(names = "--approve", description = "Says yes to the week, where plan.approval=organiser waits for it.")
    private boolean approve;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    Plan(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        var terminal = new Terminal(Objects.requireNonNull(spec));
        var settings = goodword.settings();
        var program = goodword.root().program(settings);
        try (var house = goodword.root().open(settings)) {
            if (why != null) {
                print(terminal, WhyTurn.of(house, why, goodword.root().clock().instant()));
            } else {
                showWeek(terminal, house, program);
            }
        }
        return 0;
    }

    private void showWeek(Terminal terminal, House house, String program) {
        var now = goodword.root().clock().instant();
        var which = Optional.ofNullable(week).map(this::parsed).orElseGet(() -> WeekView.coming(house, now));
        if (approve) {
            approve(terminal, house, which);
            return;
        }
        var view = WeekView.of(house, which, now)
                .orElseThrow(() -> new DidNotWork("The week " + which.name() + " is over and was never dealt."));
        print(
                terminal,
                json
                        ? JsonMapper.shared().writeValueAsString(PlanJson.of(view))
                        : new PlanText(terminal, house, view, program, now).text());
    }

    private void approve(Terminal terminal, House house, WeekOf which) {
        var plan = house.books()
                .journal()
                .plan(which.name())
                .orElseThrow(() -> new DidNotWork(
                        "The week " + which.name() + " is not dealt yet, so there is nothing to say yes to."));
        if (plan.approvedAt().isPresent()) {
            print(terminal, "The week " + which.name() + " has its yes already.");
            return;
        }
        house.books().journal().approve(which.name(), goodword.root().clock().instant());
        print(
                terminal,
                house.settings().plan().approval() == Approval.ORGANISER
                        ? "The week " + which.name() + " has your yes. Its mornings are dealt from now on."
                        : "The week " + which.name()
                                + " has your yes, though none is waited for: plan.approval is none.");
    }

    private WeekOf parsed(String name) {
        try {
            return WeekOf.parse(name);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--week is a week such as 2026-W48, not \"" + name + "\"",
                    e);
        }
    }

    private static void print(Terminal terminal, String text) {
        terminal.out().println(text);
        terminal.out().flush();
    }
}
