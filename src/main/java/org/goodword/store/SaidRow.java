package org.goodword.store;

import java.time.LocalDate;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.Mode;
import org.goodword.roster.Said;

/** What somebody said, as a row has it. */
record SaidRow(String who, String what, String detail) {

    static SaidRow of(Said said) {
        if (said instanceof Said.Agreed agreed) {
            return new SaidRow(agreed.who().name(), "agreed", consent(agreed.consent()));
        }
        if (said instanceof Said.Paused paused) {
            return new SaidRow(
                    paused.who().name(),
                    "paused",
                    paused.until().map(LocalDate::toString).orElse(""));
        }
        if (said instanceof Said.Resumed resumed) {
            return new SaidRow(resumed.who().name(), "resumed", "");
        }
        if (said instanceof Said.Left left) {
            return new SaidRow(left.mark(), "left", "");
        }
        if (said instanceof Said.Spent spent) {
            return new SaidRow(spent.mark(), "spent", "");
        }
        if (said instanceof Said.SignedOut out) {
            return new SaidRow(out.who().name(), "signed-out", out.reason());
        }
        if (said instanceof Said.SignedIn in) {
            return new SaidRow(in.who().name(), "signed-in", "");
        }
        throw new IllegalStateException("no row is known for " + said);
    }

    Said said(LocalDate on) {
        return switch (what) {
            case "agreed" -> new Said.Agreed(new Handle(who), on, consent());
            case "paused" -> new Said.Paused(new Handle(who), on, date(detail));
            case "resumed" -> new Said.Resumed(new Handle(who), on);
            case "left" -> new Said.Left(who, on);
            case "spent" -> new Said.Spent(who, on);
            case "signed-out" -> new Said.SignedOut(new Handle(who), on, detail);
            case "signed-in" -> new Said.SignedIn(new Handle(who), on);
            default -> throw new IllegalStateException("the store holds a word nobody knows: " + what);
        };
    }

    private static String consent(Consent consent) {
        return String.join(
                " ",
                consent.since().toString(),
                consent.until().map(LocalDate::toString).orElse("-"),
                Boolean.toString(consent.spokenFor()),
                consent.introductions().name(),
                consent.reposts().name());
    }

    private Consent consent() {
        var parts = detail.split(" ", -1);
        return new Consent(
                LocalDate.parse(parts[0]),
                parts[1].equals("-") ? Optional.empty() : date(parts[1]),
                Boolean.parseBoolean(parts[2]),
                Mode.valueOf(parts[3]),
                Mode.valueOf(parts[4]));
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
