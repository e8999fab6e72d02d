package org.goodword.cli;

import static org.goodword.cli.Finding.Mark.FAULTY;
import static org.goodword.cli.Finding.Mark.FINE;
import static org.goodword.cli.Finding.Mark.LOOK;
import static org.goodword.cli.Finding.Mark.NO;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.goodword.conduct.RuleListing;
import org.goodword.conduct.Rules;
import org.goodword.roster.Consent;
import org.goodword.roster.Enrolment;
import org.goodword.rounds.House;
import org.goodword.rounds.WhoIsOut;
import org.goodword.settings.Faults;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.StoreTrouble;
import org.goodword.settings.Usd;

/**
 * Looks at everything the work depends on: first the files, all of them at once; then, where they can be used, the machine,
 * the platform and the books.
 */
final class Doctor {
    private final Root root;
    private final Path home;
    private final Instant now;

    Doctor(Root root, Path home) {
        this.root = root;
        this.home = home;
        this.now = root.clock().instant();
    }

    List<Finding> examine() {
        var faults = new Faults();
        var settings = root.settings(home, faults);
        var findings = new ArrayList<Finding>();
        findings.add(configuration(settings, faults));
        findings.add(read("roster", () -> roster(settings, root.enrolment(settings))));
        findings.add(read("rules", () -> rules(settings, root.rules(settings))));
        if (!faults.isEmpty()) {
            findings.add(
                    Finding.of(Finding.Mark.UNKNOWN, "the rest", "not looked at before the configuration can be read"));
            return findings;
        }
        var machine = new MachineCheck(root, settings);
        findings.addAll(machine.findings());
        var readable = findings.stream().allMatch(one -> one.mark().isWell());
        var platform = new PlatformCheck(root, settings, now);
        findings.addAll(platform.findings());
        if (readable && machine.hasStore()) {
            books(settings, platform.isReached(), findings);
        } else if (readable && settings.x().mode() == Settings.Mode.LIVE) {
            findings.add(Finding.of(
                    LOOK,
                    "sign-ins",
                    "nobody is signed in yet, so nothing can be read or sent",
                    SignInCheck.how(root, settings)));
        } else {
            findings.add(Finding.of(
                    Finding.Mark.UNKNOWN,
                    "books",
                    readable
                            ? "nothing is kept yet: no sign-ins, nothing spent"
                            : "not looked at before the rest is mended"));
        }
        return findings;
    }

    private static Finding read(String what, Supplier<Finding> reading) {
        try {
            return reading.get();
        } catch (Faulty e) {
            return Finding.wrong(FAULTY, what, e.faults());
        }
    }

    private static Finding configuration(Settings settings, Faults faults) {
        if (!faults.isEmpty()) {
            return Finding.wrong(FAULTY, "configuration", faults.all());
        }
        var x = settings.x();
        var plan = settings.plan();
        var port = x.baseUrl().getPort() == 0
                ? "any free port of this machine"
                : x.baseUrl().toString();
        return Finding.of(
                FINE,
                "configuration",
                settings.circle().name() + ", " + settings.circle().zone() + ", home " + settings.home(),
                "x.mode " + x.mode().name().toLowerCase(Locale.ROOT) + ", " + port,
                "consumer key " + x.consumerKey() + ", consumer secret " + x.consumerSecret() + ", bearer "
                        + x.bearer(),
                "client id " + x.clientId() + ", client secret " + x.clientSecret(),
                "plan " + plan.week() + ", deal " + plan.morning() + ", letter "
                        + settings.letters().at());
    }

    private Finding roster(Settings settings, Enrolment enrolment) {
        var today = today(settings);
        var members = enrolment.roster().members();
        var agreed = members.stream()
                .filter(member ->
                        member.consent().inForce(today) && !member.consent().equals(Consent.NONE))
                .count();
        return Finding.of(
                members.isEmpty() ? LOOK : FINE,
                "roster",
                members.size() + " members, " + agreed + " with a consent in force ("
                        + settings.files().roster() + ")");
    }

    private Finding rules(Settings settings, Rules rules) {
        var today = today(settings);
        var old = rules.all().stream()
                .filter(rule -> RuleListing.isOld(rule, today))
                .count();
        var words = rules.all().size() + " rules for " + rules.platform() + ", read on " + rules.read();
        return old == 0
                ? Finding.of(FINE, "rules", words)
                : Finding.of(
                        LOOK,
                        "rules",
                        words + "; " + old + " of their sources were read more than 90 days ago",
                        "read them again, and put the new date in the rule file; rules lists them");
    }

    private void books(Settings settings, boolean reached, List<Finding> findings) {
        try (var house = root.open(settings)) {
            findings.add(disagreements(house));
            findings.add(budget(house));
            findings.add(new SignInCheck(root, house, reached, now).finding());
            whoIsOut(settings, house).ifPresent(findings::add);
            needs(settings, house).ifPresent(findings::add);
        } catch (Faulty e) {
            findings.add(Finding.wrong(NO, "books", e.faults()));
        } catch (StoreTrouble e) {
            findings.add(Finding.of(NO, "books", String.valueOf(e.getMessage())));
        }
    }

    /** After the sign-ins were tried: whoever works again is out no longer. */
    private Optional<Finding> whoIsOut(Settings settings, House house) {
        var out = WhoIsOut.of(house.books(), house.circle(), now);
        return out.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        LOOK,
                        "taking part",
                        InWords.counted(out.size(), "account is", "accounts are") + " left out for now",
                        out.stream()
                                .map(one -> InWords.sentence(one.who() + " " + one.why()) + " "
                                        + InWords.help(one.help(), root.program(settings)))
                                .toList(),
                        List.of()));
    }

    /** What the next letter would ask of the organiser: no reason to let her wait for it. */
    private Optional<Finding> needs(Settings settings, House house) {
        var open = house.books().notices().open();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        LOOK,
                        "needs you",
                        InWords.counted(open.size(), "matter is open", "matters are open"),
                        open.stream()
                                .map(one -> InWords.sentence(one.what()) + " "
                                        + InWords.help(one.action(), root.program(settings)))
                                .toList(),
                        List.of()));
    }

    private Finding disagreements(House house) {
        var lines = house.circle().standings().at(now).disagreements();
        return lines.isEmpty()
                ? Finding.of(FINE, "consents", "the roster file says no more than was said since")
                : new Finding(
                        LOOK,
                        "consents",
                        "the roster file says more than was said since; the stricter holds",
                        lines.stream().map(Object::toString).toList(),
                        List.of());
    }

    private Finding budget(House house) {
        var zone = house.settings().circle().zone();
        var today = today(house.settings());
        var week = house.books()
                .ledger()
                .spentSince(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant());
        var month = house.books()
                .ledger()
                .spentSince(today.withDayOfMonth(1).atStartOfDay(zone).toInstant());
        var ceilings = house.settings().budget();
        var left = Optional.of(ceilings.weekly().less(week))
                .map(one -> least(one, ceilings.monthly().less(month)))
                .orElseThrow();
        return Finding.of(
                left.equals(Usd.ZERO) ? LOOK : FINE,
                "budget",
                left.equals(Usd.ZERO)
                        ? "spent: nothing is read or sent until it starts afresh, or is raised in bot.properties"
                        : left + " left: " + week + " of " + ceilings.weekly() + " spent this week, " + month + " of "
                                + ceilings.monthly() + " this month");
    }

    private static Usd least(Usd one, Usd other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private LocalDate today(Settings settings) {
        return now.atZone(settings.circle().zone()).toLocalDate();
    }
}
