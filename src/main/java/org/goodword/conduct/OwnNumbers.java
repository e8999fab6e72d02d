package org.goodword.conduct;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodword.conduct.Rule.Amount;
import org.goodword.conduct.Rule.Origin;
import org.goodword.conduct.Rule.Stricter;
import org.goodword.settings.Fault;
import org.goodword.settings.Faults;
import org.goodword.settings.Settings;
import org.goodword.settings.Spelling;

/** The organiser's numbers in place of the rule file's: stricter ones anywhere, looser ones only where the rule is ours. */
final class OwnNumbers {
    static final String FILE = "bot.properties";

    private final Map<String, String> notYetPlaced;
    private final Faults faults;

    OwnNumbers(Settings.Conduct own, Faults faults) {
        this.notYetPlaced = new TreeMap<>(own.numbers());
        this.faults = faults;
    }

    private static String name(Figure figure) {
        return figure.rule() + "." + figure.word();
    }

    /** The organiser's amount, or the file's where there is none that may stand. */
    Amount inPlaceOf(Amount file, Figure figure, Origin origin) {
        return Optional.ofNullable(notYetPlaced.remove(name(figure)))
                .map(text -> inPlaceOf(file, figure, origin, text.strip()))
                .orElse(file);
    }

    private Amount inPlaceOf(Amount file, Figure figure, Origin origin, String text) {
        try {
            var value = figure.parse(text);
            var free = origin == Origin.OURS && file.stricter() != Stricter.NEITHER;
            if (free || file.stricter().allows(value, file.value())) {
                return new Amount(value, file.stricter(), true);
            }
            fault(name(figure), text + " is looser than the rule file allows", bound(file));
        } catch (NumberFormatException e) {
            fault(name(figure), "\"" + text + "\" is no number", figure.expected());
        } catch (IllegalArgumentException e) {
            fault(name(figure), String.valueOf(e.getMessage()), figure.expected());
        }
        return file;
    }

    private static String bound(Amount file) {
        var value = file.value().toPlainString();
        return switch (file.stricter()) {
            case HIGHER -> "write " + value + " or more";
            case LOWER -> "write " + value + " or less";
            case NEITHER -> "leave the key out: things are counted by " + value;
        };
    }

    /** A fault for each number that found no place. */
    void noteUnknown() {
        var known = Arrays.stream(Figure.values()).map(OwnNumbers::name).toList();
        notYetPlaced.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(
                        name,
                        "the rulebook has no such number",
                        Spelling.suggest(name, known, "\"goodword rules\" lists rules and numbers")));
    }

    private void fault(String name, String message, String fix) {
        faults.add(Fault.inFile(FILE, "conduct." + name + ": " + message, fix));
    }
}
