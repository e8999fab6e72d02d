package org.goodword.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the organiser decided, as {@code bot.properties} and the defaults say it. Paths are absolute: relative ones
 * start at {@code home}.
 */
public record Settings(
        Path home,
        Circle circle,
        Files files,
        Store store,
        X x,
        Plan plan,
        Letters letters,
        Ceilings budget,
        Conduct conduct) {

    /** These settings over another roster file. */
    public Settings withRoster(Path roster) {
        var other = new Files(roster, files.trades(), files.areas(), files.exchange(), files.rules());
        return new Settings(home, circle, other, store, x, plan, letters, budget, conduct);
    }

    /** These settings over another way to the platform. */
    public Settings with(X x) {
        return new Settings(home, circle, files, store, x, plan, letters, budget, conduct);
    }

    /** @param account the circle's own account on X, where it has one; with or without the {@code @} */
    public record Circle(String name, ZoneId zone, Optional<String> account) {}

    /** @param rules the folder of rule files, one a platform */
    public record Files(Path roster, Path trades, Path areas, Path exchange, Path rules) {}

    /** @param keyFile holds the key that seals tokens; outside the database, readable by its owner alone */
    public record Store(String url, Path keyFile) {}

    public enum Mode {
        SANDBOX,
        LIVE
    }

    public record X(
            Mode mode,
            URI baseUrl,
            Secret consumerKey,
            Secret consumerSecret,
            Secret clientId,
            Secret clientSecret,
            Secret bearer) {}

    public enum Approval {
        /** the week's deal stands as dealt */
        NONE,
        /** no morning deals or asks before the organiser's yes */
        ORGANISER
    }

    public record Plan(
            When week, When morning, Approval approval, long seed, Set<LocalDate> quietDays, Duration dispatchEvery) {}

    /** @param folder where letters are written */
    public record Letters(When at, Path folder) {}

    /** What the circle will spend at most on the platform's charges, by our own ledger. */
    public record Ceilings(Usd weekly, Usd monthly) {}

    /**
     * @param numbers tighter numbers for the rule file, by {@code rule.number}
     * @param memberDisclosure what stands before a member's good word; {@code {subject}} and {@code {circle}} are filled in
     * @param circleDisclosure what stands before an about line said by the circle account
     * @param acknowledgesAutomaticReposts the operator has read what X says about automatic reposts from members' accounts
     */
    public record Conduct(
            Map<String, String> numbers,
            String memberDisclosure,
            String circleDisclosure,
            boolean links,
            boolean mentions,
            boolean acknowledgesAutomaticReposts) {}
}
