package org.goodword.cli;

import java.time.DateTimeException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.goodword.outbox.Approvals.Heard;
import org.goodword.rounds.House;
import org.goodword.rounds.Steering;
import org.goodword.rounds.Supposition;
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

    @Option(
            names = "--what-if",
            paramLabel = "CHANGE",
            description =
                    "What the next four weeks would be with a change, beside what they are: an estimate, nothing is "
                            + "changed. \"capacity of @handle 3\", \"want of @handle 3\", \"@handle pauses\", \"@handle leaves\" or "
                            + "\"without the circle account\".")
    private @Nullable String whatIf;

    @Option(
            names = "--strike",
            paramLabel = "TURN",
            description = "Takes a turn out that has not left; its member may be given another in its place.")
    private @Nullable Long strike;

    @Option(
            names = "--pin",
            paramLabel = "TURN",
            description = "Keeps a planned turn where it is when the week is dealt again.")
    private @Nullable Long pin;

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
        var now = goodword.root().clock().instant();
        var supposed = Optional.ofNullable(whatIf).map(this::supposition);
        try (var house = goodword.root().open(settings)) {
            if (why != null) {
                print(terminal, WhyTurn.of(house, why, now));
            } else if (strike != null) {
                return steer(terminal, new Steering(house.books()).strike(strike, now));
            } else if (pin != null) {
                return steer(terminal, new Steering(house.books()).pin(pin, now));
            } else if (supposed.isPresent()) {
                showWhatIf(terminal, WhatIf.of(Objects.requireNonNull(whatIf), supposed.get(), house, program, now));
            } else {
                showWeek(terminal, house, program);
            }
        }
        return 0;
    }

    private static int steer(Terminal terminal, Heard heard) {
        var where = heard.counted() ? terminal.out() : terminal.err();
        where.println(Lines.hanging("", heard.sentence()));
        where.flush();
        return heard.counted() ? 0 : Goodword.DID_NOT_WORK;
    }

    private Supposition supposition(String text) {
        return Supposition.parse(text)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "--what-if is one of " + Supposition.EXAMPLES + ", not \"" + Lines.visible(text) + "\""));
    }

    private void showWhatIf(Terminal terminal, WhatIf answer) {
        print(terminal, json ? JsonMapper.shared().writeValueAsString(answer.json()) : answer.text(terminal));
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
