package org.goodword.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.rotation.History;
import org.goodword.rotation.Permits;
import org.goodword.rotation.Proposal;

/**
 * May this be said, by whom, now? Asks one pure check for each rule. The rotation asks it as its {@link Permits}; the outbox
 * asks again with {@link Moment#SENDING} right before a turn leaves.
 */
public final class Rulebook implements Permits {
    private final Rules rules;
    private final Words words;
    private final Facts facts;
    private final Heard heard;

    /** @param facts what {@link #objection} judges by, with the history it is asked about in place of its own */
    public Rulebook(Rules rules, Words words, Facts facts) {
        this(rules, words, facts, new Heard());
    }

    private Rulebook(Rules rules, Words words, Facts facts, Heard heard) {
        this.rules = rules;
        this.words = words;
        this.facts = facts;
        this.heard = heard;
    }

    /** The same rules over the facts of another hour. */
    public Rulebook with(Facts facts) {
        return new Rulebook(rules, words, facts, heard);
    }

    public Rules rules() {
        return rules;
    }

    public Words words() {
        return words;
    }

    /** How this account does that kind of turn: the strictest of what it agreed to and what the platform allows. */
    public Mode mode(Roster roster, Handle voice, Kind kind) {
        var byCircle = roster.isCircle(voice);
        var loosest = rules.loosest(kind, byCircle);
        return byCircle
                ? loosest
                : roster.member(voice)
                        .map(member -> member.mode(kind).stricter(loosest))
                        .orElse(Mode.OFF);
    }

    /**
     * The first objection, in the order of the rules, or {@link Verdict#ALLOWED}.
     *
     * @param facts their history without the turn that is judged
     */
    public Verdict judge(Proposal proposal, Instant at, Facts facts, Moment moment) {
        return verdicts(proposal, at, facts, moment).findFirst().orElse(Verdict.ALLOWED);
    }

    /** Every objection, in the order of the rules; empty when it is allowed. */
    public List<Verdict> objections(Proposal proposal, Instant at, Facts facts, Moment moment) {
        return verdicts(proposal, at, facts, moment).toList();
    }

    private Stream<Verdict> verdicts(Proposal proposal, Instant at, Facts facts, Moment moment) {
        var asked = asked(proposal, at, facts, moment);
        return Checks.BY_RULE.values().stream()
                .map(check -> check.apply(asked))
                .filter(verdict -> !verdict.equals(Verdict.ALLOWED));
    }

    /** What this one rule says. */
    public Verdict ask(String rule, Proposal proposal, Instant at, Facts facts, Moment moment) {
        return Optional.ofNullable(Checks.BY_RULE.get(rule)).orElseThrow().apply(asked(proposal, at, facts, moment));
    }

    private Case asked(Proposal proposal, Instant at, Facts facts, Moment moment) {
        return new Case(proposal, at, facts, moment, rules, words, () -> heard.all(facts.said()), heard::text);
    }

    @Override
    public Optional<Objection> objection(Proposal proposal, Instant at, History history) {
        return judge(proposal, at, facts.with(history), Moment.PLANNING)
                .match(
                        Optional::empty,
                        refused -> Optional.of(new Objection(refused.rule(), refused.reason(), Optional.empty())),
                        later -> Optional.of(new Objection(later.rule(), later.reason(), Optional.of(later.from()))));
    }

    /** Texts made ready for comparing, kept from one question to the next. It saves work and is never part of an answer. */
    private static final class Heard {
        private static final int MOST = 50_000;

        private final Map<String, Sameness.Text> texts = new ConcurrentHashMap<>();
        private final AtomicReference<Sameness> last = new AtomicReference<>(new Sameness(List.of()));

        Sameness.Text text(String words) {
            if (texts.size() > MOST) {
                texts.clear();
            }
            return texts.computeIfAbsent(words, Sameness.Text::of);
        }

        Sameness all(List<Facts.Said> said) {
            return Optional.ofNullable(last.get())
                    .filter(index -> index.isOf(said))
                    .orElseGet(() -> indexed(said));
        }

        private Sameness indexed(List<Facts.Said> said) {
            var index = new Sameness(said, this::text);
            last.set(index);
            return index;
        }
    }
}
