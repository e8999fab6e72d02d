package org.goodword.conduct;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.conduct.Verdict.Refused;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;

/** Who agreed to what, and who may speak for whom. */
final class WhoChecks {
    private WhoChecks() {}

    static Verdict consent(Case c) {
        if (!c.byCircle()) {
            var voice = c.voice();
            if (voice.isEmpty()) {
                return unlisted(c.what().voice());
            }
            if (!inForce(c, voice.get())) {
                return notInForce(voice.get());
            }
            if (voice.get().mode(c.what().kind()) == Mode.OFF) {
                return new Refused(
                        "consent",
                        voice.get().name() + " has not agreed to "
                                + doing(c.what().kind()));
            }
        }
        if (c.subject().isEmpty()) {
            return unlisted(c.what().subject());
        }
        return Stream.concat(c.subject().stream(), c.thirdParty().stream())
                .map(member -> spokenFor(c, member))
                .filter(verdict -> verdict != Verdict.ALLOWED)
                .findFirst()
                .orElse(Verdict.ALLOWED);
    }

    private static Verdict spokenFor(Case c, Member member) {
        if (!inForce(c, member)) {
            return notInForce(member);
        }
        return member.consent().spokenFor()
                ? Verdict.ALLOWED
                : new Refused("consent", member.name() + " has not agreed to be spoken for");
    }

    private static boolean inForce(Case c, Member member) {
        LocalDate day = c.at().atZone(member.waking().zone()).toLocalDate();
        Consent consent = member.consent();
        return consent.inForce(day)
                && day.isBefore(consent.since().plusMonths(c.rules().count(Figure.CONSENT_MONTHS)));
    }

    private static Verdict notInForce(Member member) {
        return new Refused(
                "consent",
                "the consent of " + member.name()
                        + " is not in force; ask again, and write the new date in the roster");
    }

    private static Verdict unlisted(Handle handle) {
        return new Refused("consent", handle + " is not in the roster");
    }

    private static String doing(Kind kind) {
        return switch (kind) {
            case INTRODUCTION -> "introduce others";
            case REPOST -> "repost others";
        };
    }

    static Verdict optOut(Case c) {
        if (c.facts().everythingStopped()) {
            return new Refused("opt-out", "everything is paused; \"goodword resume all\" ends the pause");
        }
        return Stream.of(c.what().voice(), c.what().subject(), c.what().author())
                .filter(c.facts().stopped()::containsKey)
                .findFirst()
                .<Verdict>map(handle -> new Refused(
                        "opt-out",
                        c.name(handle) + " is left out for now: "
                                + c.facts().stopped().get(handle)))
                .orElse(Verdict.ALLOWED);
    }

    static Verdict mode(Case c) {
        var kind = c.what().kind();
        var loosest = c.rules().loosest(kind, c.byCircle());
        var allowed = c.voice().map(voice -> voice.mode(kind).stricter(loosest)).orElse(loosest);
        if (allowed == Mode.OFF) {
            return new Refused("mode", "accounts like " + c.voiceName() + " are not to " + doing(kind));
        }
        return c.what().mode().compareTo(allowed) <= 0 && c.what().mode() != Mode.OFF
                ? Verdict.ALLOWED
                : new Refused(
                        "mode",
                        c.voiceName() + " is to " + doing(kind) + " in mode \"" + allowed.word() + "\", not \""
                                + c.what().mode().word() + "\"");
    }

    static Verdict noTrade(Case c) {
        if (c.what().voice().equals(c.what().subject())) {
            return new Refused("no-trade", c.voiceName() + " cannot put in a good word for itself");
        }
        if (c.byCircle()) {
            return Verdict.ALLOWED;
        }
        var window = c.rules().time(Figure.RETURN_DAYS);
        var returned = c.by(c.what().subject())
                .anyMatch(turn -> turn.subject().equals(c.what().voice()) && c.within(turn, window));
        return returned
                ? new Refused(
                        "no-trade",
                        c.subjectName() + " speaks up for " + c.voiceName() + " within " + window.toDays()
                                + " days of this; it would look like a favour returned")
                : ring(c);
    }

    private static Verdict ring(Case c) {
        var window = c.rules().time(Figure.RING_DAYS);
        return c.by(c.what().subject())
                .filter(turn -> c.within(turn, window))
                .flatMap(out -> c.by(out.subject())
                        .filter(back -> back.subject().equals(c.what().voice()))
                        .filter(back -> c.within(back, window)
                                && Sliding.apart(out.at(), back.at()).compareTo(window) < 0))
                .findFirst()
                .<Verdict>map(back -> new Refused(
                        "no-trade",
                        c.voiceName() + ", " + c.subjectName() + " and " + c.name(back.voice())
                                + " would speak for each other in a ring within "
                                + window.toDays() + " days"))
                .orElse(Verdict.ALLOWED);
    }

    static Verdict repeat(Case c) {
        if (c.byCircle()) {
            return Verdict.ALLOWED;
        }
        Duration window = c.rules().time(Figure.REPEAT_DAYS);
        return c.by(c.what().voice())
                .filter(turn -> turn.subject().equals(c.what().subject()) && c.within(turn, window))
                .findFirst()
                .<Verdict>map(turn -> new Refused(
                        "repeat",
                        c.voiceName() + " speaks for " + c.subjectName() + " within " + window.toDays()
                                + " days of this already"))
                .orElse(Verdict.ALLOWED);
    }

    static Verdict rivals(Case c) {
        return Stream.concat(c.subject().stream(), c.thirdParty().stream())
                .map(other -> c.voice().flatMap(voice -> rival(c, voice, other)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Verdict.ALLOWED);
    }

    private static Optional<Verdict> rival(Case c, Member voice, Member other) {
        if (!c.roster().rivals(voice, other)) {
            return Optional.empty();
        }
        var why = c.roster().blocked(voice, other) ? " asked not to be paired" : " are rivals";
        return Optional.of(new Refused("rivals", voice.name() + " and " + other.name() + why));
    }

    static Verdict industry(Case c) {
        if (c.isRepost() || c.byCircle() || c.subject().isEmpty()) {
            return Verdict.ALLOWED;
        }
        var subject = c.subject().get();
        var industry = c.roster().trade(subject).map(trade -> trade.industry()).orElse("unknown");
        if (c.rules().lists("industry", "ineligible", industry)) {
            return new Refused(
                    "industry",
                    "no member may introduce " + subject.name() + ": the platform lets nobody recommend the industry \""
                            + industry + "\"");
        }
        return c.rules().lists("industry", "eligible", industry)
                ? Verdict.ALLOWED
                : new Refused(
                        "industry",
                        "the industry of " + subject.name() + " (\"" + industry
                                + "\") is not known; name one of the rule file's in config/trades.yaml");
    }
}
