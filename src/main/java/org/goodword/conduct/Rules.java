package org.goodword.conduct;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Tariff;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;

/** The rules of one platform as data: what its rule file says, with the organiser's own numbers in place. */
public final class Rules {
    private final String platform;
    private final LocalDate read;
    private final Modes modes;
    private final Tariff tariff;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<Figure, BigDecimal> numbers = new EnumMap<>(Figure.class);

    /** @throws IllegalArgumentException when a number that a rule needs is missing */
    Rules(String platform, LocalDate read, Modes modes, Tariff tariff, List<Rule> rules) {
        this.platform = platform;
        this.read = read;
        this.modes = modes;
        this.tariff = tariff;
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
        for (var figure : Figure.values()) {
            var amount = Optional.ofNullable(this.rules.get(figure.rule()))
                    .flatMap(rule -> Optional.ofNullable(rule.numbers().get(figure.word())))
                    .orElseThrow(() -> new IllegalArgumentException(figure + " has no value"));
            numbers.put(figure, amount.value());
        }
    }

    /** The loosest way each kind of turn may be done on the platform. */
    public record Modes(Mode circleIntroductions, Mode circleReposts, Mode memberIntroductions, Mode memberReposts) {}

    public String platform() {
        return platform;
    }

    /** When the sources were read. */
    public LocalDate read() {
        return read;
    }

    public Tariff tariff() {
        return tariff;
    }

    /** In the order of the file. */
    public List<Rule> all() {
        return List.copyOf(rules.values());
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The loosest way this kind of turn may be done, whatever a member agreed to. */
    public Mode loosest(Kind kind, boolean byCircle) {
        return switch (kind) {
            case INTRODUCTION -> byCircle ? modes.circleIntroductions() : modes.memberIntroductions();
            case REPOST -> byCircle ? modes.circleReposts() : modes.memberReposts();
        };
    }

    public BigDecimal number(Figure figure) {
        return Optional.ofNullable(numbers.get(figure)).orElseThrow();
    }

    public int count(Figure figure) {
        return number(figure).intValueExact();
    }

    /** For figures whose name ends in a unit of time. */
    public Duration time(Figure figure) {
        return figure.times(number(figure).longValueExact());
    }

    /** The least time between any two writes of an installation with so many members. */
    public Duration spacing(int members) {
        var even = time(Figure.SPACING_MINUTES_AT_24).multipliedBy(24).dividedBy(Math.max(1, members));
        var shortest = time(Figure.SPACING_SHORTEST_SECONDS);
        var longest = time(Figure.SPACING_LONGEST_MINUTES);
        var atMost = even.compareTo(longest) > 0 ? longest : even;
        return atMost.compareTo(shortest) < 0 ? shortest : atMost;
    }

    /** Words that a rule goes by, in lower case. */
    public Set<String> list(String rule, String name) {
        return rule(rule).map(found -> found.list(name)).orElse(Set.of());
    }

    boolean lists(String rule, String list, String word) {
        return rule(rule).map(found -> found.list(list).contains(word)).orElse(false);
    }
}
